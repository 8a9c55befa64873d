import type { Entry, EntryOf } from '../log/entry.ts';
import type { StudentRequest } from '../protocol/request.ts';
import { actorOf, delegationOf } from './place-round.ts';
import { choiceSlot } from './slots.ts';
import { isPlayed, type Player, type RoomState } from './state.ts';

/** Why a room does not act on a request. The page says it in its reader's language; the log of refusals in English. */
export const REFUSALS = {
  'not-here': 'You have no seat in this room.',
  removed: 'The instructor has taken you out of this room.',
  'no-actor': 'You have no actor yet.',
  'not-open': 'No round is open.',
  'other-round': 'This round is closed.',
  'no-question': 'There is no such question.',
  'not-allowed': 'This is not decided in this class.',
  'not-valid': 'This cannot be decided.',
  'no-partner': 'There is no such partner.',
  'no-offer': 'There is no such offer.',
  'not-yours': 'This is for another actor to decide.',
  'no-call': 'Nobody calls you.',
  'too-many': 'There are too many offers in this round.',
  'not-now': 'The room is not at that point.',
  'no-such-player': 'There is no such player.',
  'no-such-actor': 'There is no such seat.',
  'no-such-card': 'There is no such card.',
  'too-large': 'The message is too large.',
  'not-understood': 'The message could not be understood.',
  'too-fast': 'There were too many messages. Wait a moment.',
  guessed: 'No seat has these words.',
  'too-many-guesses': 'There were too many guesses. Try again in a minute.',
  'instructor-only': 'Only the instructor may do this.',
  'enter-first': 'Enter the room first.',
  'wrong-link': 'This link does not open the room.',
  full: 'The room is full.',
  'name-taken': 'Somebody has that name.',
  'card-played': 'This card was played already.',
  'no-round': 'There is no further round.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

export interface RequestRefusal {
  refused: RefusalCode;
  /** What is wrong with the decision, where the engine's own check said so. */
  detail?: string;
}

export type Judgement = { entries: Entry[] } | RequestRefusal;

/** What of the scenario the judgement needs. */
export interface Rules {
  acts: ReadonlySet<string>;
  questions: ReadonlySet<string>;
  actors: ReadonlySet<string>;
  /** A sentence about a choice that the engine would refuse, whatever the state; undefined where it is sound. */
  faultOf(actor: string, choice: NonNullable<EntryOf<'decided'>['choice']>): string | undefined;
}

/** Open offers of one actor: more than anyone negotiates, and a bound on what a flood can store. */
const MOST_OFFERS = 12;

/** A price needs the engine, and another name the list of names. */
type PlayersRequest = Exclude<StudentRequest, { do: 'rename' | 'price' }>;

/** What a room does about a player's request: the entries for its log, or a refusal. Changes nothing. */
export function judge(room: RoomState, rules: Rules, player: Player, ask: PlayersRequest, at: number): Judgement {
  if (player.isRemoved) return { refused: 'removed' };
  const { id } = player;
  if (ask.do === 'predict') {
    if (room.stage !== 'predict') return { refused: 'not-now' };
    if (!rules.questions.has(ask.question)) return { refused: 'no-question' };
    return one({ at, kind: 'predicted', player: id, question: ask.question, answer: ask.answer });
  }
  if (player.actor === null) return { refused: 'no-actor' };
  if (ask.do === 'answer') return answer(room, player, ask, at);
  if (room.stage !== 'round') return { refused: room.stage === 'lobby' ? 'not-open' : 'other-round' };
  if (ask.round !== room.round) return { refused: 'other-round' };
  switch (ask.do) {
    case 'ready':
      return one({ at, kind: 'ready', player: id, ready: ask.ready });
    case 'standing':
      if (!rules.acts.has('honour')) return { refused: 'not-allowed' };
      if (!rules.actors.has(ask.partner) || ask.partner === player.actor) return { refused: 'no-partner' };
      return one({ at, kind: 'standing', player: id, partner: ask.partner, honours: ask.honours });
    case 'decide':
      return decide(rules, player, ask, at);
    case 'offer':
      return offer(room, rules, player, ask, at);
    case 'reply': {
      const made = room.offers.get(ask.offer);
      if (!made || !isParty(player, made.text.parties)) return { refused: 'no-offer' };
      return one({ at, kind: 'replied', player: id, offer: ask.offer, reply: ask.reply });
    }
    case 'withdraw': {
      const made = room.offers.get(ask.offer);
      if (!made || !isParty(player, made.text.parties)) return { refused: 'no-offer' };
      if (actorOf(room, made.by) !== player.actor) return { refused: 'not-yours' };
      return one({ at, kind: 'withdrawn', offer: ask.offer });
    }
  }
}

const one = (entry: Entry): Judgement => ({ entries: [entry] });
const isParty = ({ actor }: Player, parties: readonly string[]): boolean => actor !== null && parties.includes(actor);

function decide(rules: Rules, player: Player, ask: Extract<StudentRequest, { do: 'decide' }>, at: number): Judgement {
  const { choice, slot } = ask;
  if (choice) {
    // Offers, holds and answers to calls have entries of their own.
    if (!rules.acts.has(choice.act) || ['hold', 'sign', 'honour', 'renege'].includes(choice.act))
      return { refused: 'not-allowed' };
    if (choiceSlot(choice) !== slot) return { refused: 'not-valid', detail: 'slot: expected that of the choice' };
    const fault = rules.faultOf(player.actor!, choice);
    if (fault !== undefined) return { refused: 'not-valid', detail: fault };
  }
  return one({ at, kind: 'decided', player: player.id, slot, choice });
}

function offer(
  room: RoomState,
  rules: Rules,
  player: Player,
  { text }: Extract<StudentRequest, { do: 'offer' }>,
  at: number,
): Judgement {
  if (!rules.acts.has('sign')) return { refused: 'not-allowed' };
  if (!text.parties.includes(player.actor!)) return { refused: 'not-yours' };
  const own = [...room.offers.values()].filter(({ by }) => actorOf(room, by) === player.actor);
  if (own.length >= MOST_OFFERS) return { refused: 'too-many' };
  const { secret: _, ...sign } = text;
  const fault = rules.faultOf(player.actor!, { act: 'sign', ...sign });
  if (fault !== undefined) return { refused: 'not-valid', detail: fault };
  // A text that is on the table already is accepted rather than made twice, so one treaty is signed once.
  const same = [...room.offers.values()].find(
    (made) => choiceSlot({ act: 'sign', ...made.text }) === choiceSlot({ act: 'sign', ...text }),
  );
  const made: Entry = { at, kind: 'offered', player: player.id, offer: `o${room.offersMade + 1}`, text };
  return { entries: same ? [{ at, kind: 'withdrawn', offer: same.id }, made] : [made] };
}

function answer(
  room: RoomState,
  player: Player,
  ask: Extract<StudentRequest, { do: 'answer' }>,
  at: number,
): Judgement {
  if (room.stage !== 'crisis' || ask.tick !== room.crisisTick) return { refused: 'no-call' };
  const call = room.calls[ask.call];
  if (!call) return { refused: 'no-call' };
  if (call.actor !== player.actor) return { refused: 'not-yours' };
  return one({ at, kind: 'answered', player: player.id, call: ask.call, honours: ask.honours });
}

/**
 * Players of seats who have said to be ready, and all of them: "18 of 22". Who is not here is not waited for, but counts when it has decided.
 */
export function countReady(
  room: RoomState,
  isHere: (player: string) => boolean = () => true,
): { decided: number; of: number } {
  let decided = 0;
  let of = 0;
  for (const { actor } of room.seats.values()) {
    if (!isPlayed(room, actor)) continue;
    for (const player of delegationOf(room, actor)) {
      const hasDecided = room.stage === 'crisis' ? hasAnswered(room, actor, player) : room.ready.has(player);
      if (hasDecided) decided++;
      if (hasDecided || isHere(player)) of++;
    }
  }
  return { decided, of };
}

const hasAnswered = (room: RoomState, actor: string, player: string): boolean =>
  room.calls.every((call, k) => call.actor !== actor || room.answers.get(player)?.has(k));
