import type { Card } from '../../sim/schema/classroom.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Entry } from '../log/entry.ts';
import type { InstructorRequest } from '../protocol/request.ts';
import type { Judgement } from '../room/judge.ts';
import { activePlayers, type RoomState } from '../room/state.ts';

/** What of the scenario the judgement needs. */
export interface InstructorRules {
  cards: readonly Card[];
  faultOf(intervention: Intervention): string | undefined;
}

export interface Surroundings {
  at: number;
  /** The players of a seat each that are nobody's: a random order. */
  shuffled<T>(list: readonly T[]): T[];
  /** Players of whom nothing was heard in the round. */
  absent: readonly string[];
}

/** Steering, keeping and erasing change no log, or more than one. */
export type LoggedInstruction = Exclude<InstructorRequest, { do: 'steer' | 'erase' | 'debrief' | 'again' }>;

const one = (entry: Entry): Judgement => ({ entries: [entry] });
const DAY = 86_400_000;

/** What a room does about a request of its instructor. Changes nothing. */
export function judgeInstructor(
  room: RoomState,
  rules: InstructorRules,
  ask: LoggedInstruction,
  { at, shuffled, absent }: Surroundings,
): Judgement {
  switch (ask.do) {
    case 'open-predictions':
      return room.stage === 'lobby' ? one({ at, kind: 'predicting' }) : { refused: 'not-now' };
    case 'open-round':
      if (!['lobby', 'predict', 'between'].includes(room.stage)) return { refused: 'not-now' };
      if (room.round + 1 >= room.rounds.length) return { refused: 'no-round' };
      return one({ at, kind: 'round', round: room.round + 1 });
    case 'close':
      if (room.stage === 'round')
        return one({ at, kind: 'closed', round: room.round, why: 'instructor', absent: [...absent] });
      if (room.stage === 'crisis') return one({ at, kind: 'crisis-closed', tick: room.crisisTick });
      return { refused: 'not-now' };
    case 'pause':
      return room.isPaused ? { refused: 'not-now' } : one({ at, kind: 'paused' });
    case 'resume':
      return room.isPaused ? one({ at, kind: 'resumed' }) : { refused: 'not-now' };
    case 'extend':
      if (room.stage !== 'round' && room.stage !== 'crisis') return { refused: 'not-now' };
      return one({ at, kind: 'extended', seconds: ask.seconds });
    case 'card':
    case 'scenario-card':
      return playCard(room, rules, ask, at);
    case 'seat': {
      const player = room.players.get(ask.player);
      if (!player) return { refused: 'no-such-player' };
      if (ask.actor !== null && !room.seats.has(ask.actor)) return { refused: 'no-such-actor' };
      return one({ at, kind: 'seated', player: ask.player, actor: ask.actor });
    }
    case 'shuffle':
      return shuffle(room, at, shuffled);
    case 'rename-player': {
      if (!room.players.has(ask.player)) return { refused: 'no-such-player' };
      const isTaken = [...room.players.values()].some(({ id, name }) => name === ask.name && id !== ask.player);
      return isTaken ? { refused: 'name-taken' } : one({ at, kind: 'renamed', player: ask.player, name: ask.name });
    }
    case 'remove':
    case 'restore': {
      const player = room.players.get(ask.player);
      if (!player) return { refused: 'no-such-player' };
      if (player.isRemoved === (ask.do === 'remove')) return { refused: 'not-now' };
      return one({ at, kind: ask.do === 'remove' ? 'removed' : 'restored', player: ask.player });
    }
    case 'bot':
      if (!room.seats.has(ask.actor)) return { refused: 'no-such-actor' };
      return one({ at, kind: 'bot', actor: ask.actor, on: ask.on, why: 'instructor' });
    case 'set':
      return one({ at, kind: 'set', settings: ask.settings });
    case 'keep':
      return one({ at, kind: 'kept', until: at + ask.days * DAY });
  }
}

function playCard(
  room: RoomState,
  rules: InstructorRules,
  ask: Extract<LoggedInstruction, { do: 'card' | 'scenario-card' }>,
  at: number,
): Judgement {
  if (room.stage === 'running' || room.stage === 'debrief') return { refused: 'not-now' };
  if (room.stage !== 'round' && room.round + 1 >= room.rounds.length) return { refused: 'no-round' };
  if (ask.to?.some((actor) => !room.seats.has(actor))) return { refused: 'no-such-actor' };
  if (ask.do === 'scenario-card') {
    const card = rules.cards.find(({ id }) => id === ask.card);
    if (!card) return { refused: 'no-such-card' };
    if (room.cards.some(({ shock }) => shock.id === card.shock.id)) return { refused: 'card-played' };
    return one({
      at,
      kind: 'card',
      shock: card.shock,
      card: card.id,
      words: card.words,
      to: ask.to ?? card.to ?? null,
    });
  }
  if (room.cards.some(({ shock }) => shock.id === ask.shock.id)) return { refused: 'card-played' };
  const fault = rules.faultOf({ kind: 'shock', tick: 0, shock: ask.shock });
  if (fault !== undefined) return { refused: 'not-valid', detail: fault };
  const { shock, words, to } = ask;
  return one({ at, kind: 'card', shock, ...(words !== undefined && { words }), to });
}

/** Everybody gets another actor by lot; delegations are as even as they can be. */
function shuffle(room: RoomState, at: number, shuffled: Surroundings['shuffled']): Judgement {
  if (room.stage !== 'lobby' && room.stage !== 'predict' && room.stage !== 'between') return { refused: 'not-now' };
  const players = activePlayers(room);
  const seats = [...room.seats.keys()];
  // As many actors as there are players, so that no delegation forms while a seat is free.
  const actors = shuffled(players.map((_, k) => seats[k % seats.length]!));
  return { entries: players.map(({ id }, k) => ({ at, kind: 'seated', player: id, actor: actors[k]! })) };
}
