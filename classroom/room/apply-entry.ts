import type { Entry, EntryOf, RoomOpening } from '../log/entry.ts';
import { type Defaults, placeAnswers, placeRound } from './place-round.ts';
import { callKey, nextBoundary, type Player, type RoomState } from './state.ts';

/** What a room takes from its scenario. */
export interface RoomPlan {
  /** In the order of the scenario. */
  seats: readonly string[];
  rounds: readonly { from: number; ticks: number }[];
  /** Number of ticks of the run. */
  ticks: number;
  defaults: Defaults;
}

export function openRoom(opening: RoomOpening, plan: RoomPlan): RoomState {
  return {
    opening,
    settings: opening.settings,
    stage: 'lobby',
    round: -1,
    openedAt: 0,
    rounds: plan.rounds,
    players: new Map(),
    seats: new Map(
      plan.seats.map((actor) => [actor, { actor, delegation: [], isLeftToBot: false, isLeftByInstructor: false }]),
    ),
    isPaused: false,
    extended: 0,
    predictions: new Map(),
    decisions: new Map(),
    standing: new Map(),
    ready: new Set(),
    offers: new Map(),
    offersMade: 0,
    calls: [],
    answers: new Map(),
    crisisTick: -1,
    asked: new Set(),
    cards: [],
    cardsDue: [],
    tick: 0,
    digest: undefined,
    keptUntil: undefined,
    placed: [],
  };
}

/** The seed of the game that a log is at: each game in a room has its own. */
export const seedIn = (entries: readonly Entry[]): string =>
  (entries.findLast(({ kind }) => kind === 'again' || kind === 'opened') as RoomOpening | EntryOf<'again'>).seed;

/** The state of a room by its log, the opening first. */
export function replayLog(entries: readonly Entry[], plan: RoomPlan): RoomState {
  const room = openRoom(entries[0] as RoomOpening, plan);
  for (const entry of entries.slice(1)) applyEntry(room, entry, plan);
  return room;
}

/** The interventions of the run that a log stands for. The log alone decides: no clock and no engine is asked. */
export const interventionsOf = (entries: readonly Entry[], plan: RoomPlan) => replayLog(entries, plan).placed;

/** Takes one entry into account. An entry is one that the room has acted on, so it is not judged here. */
export function applyEntry(room: RoomState, entry: Entry, plan: RoomPlan): void {
  const player = 'player' in entry ? room.players.get(entry.player) : undefined;
  switch (entry.kind) {
    case 'opened':
      throw new Error('a room is opened once');
    case 'joined':
      join(room, entry);
      return;
    case 'moved':
      if (player) player.token = entry.token;
      return;
    case 'renamed':
      if (player) player.name = entry.name;
      return;
    case 'seated':
      if (player) seat(room, player, entry.actor);
      return;
    case 'removed':
    case 'restored':
      if (player) player.isRemoved = entry.kind === 'removed';
      return;
    case 'set':
      room.settings = entry.settings;
      return;
    case 'predicting':
      room.stage = 'predict';
      return;
    case 'predicted':
      own(room.predictions, entry.player).set(entry.question, entry.answer);
      return;
    case 'round':
      openRound(room, entry);
      return;
    case 'decided':
      if (entry.choice) own(room.decisions, entry.player).set(entry.slot, entry.choice);
      else room.decisions.get(entry.player)?.delete(entry.slot);
      return;
    case 'standing':
      if (entry.honours === null) room.standing.get(entry.player)?.delete(entry.partner);
      else own(room.standing, entry.player).set(entry.partner, entry.honours);
      return;
    case 'ready':
      if (entry.ready) room.ready.add(entry.player);
      else room.ready.delete(entry.player);
      return;
    case 'offered':
      room.offersMade++;
      room.offers.set(entry.offer, { id: entry.offer, by: entry.player, text: entry.text, replies: new Map() });
      return;
    case 'replied':
      if (entry.reply) room.offers.get(entry.offer)?.replies.set(entry.player, entry.reply);
      else room.offers.get(entry.offer)?.replies.delete(entry.player);
      return;
    case 'withdrawn':
      room.offers.delete(entry.offer);
      return;
    case 'closed':
      closeRound(room, entry, plan);
      return;
    case 'crisis':
      for (const call of entry.calls) room.asked.add(callKey(entry.tick, call));
      Object.assign(room, {
        stage: 'crisis',
        crisisTick: entry.tick,
        calls: entry.calls,
        answers: new Map(),
        extended: 0,
      });
      return;
    case 'answered':
      own(room.answers, entry.player).set(entry.call, entry.honours);
      return;
    case 'crisis-closed':
      room.placed.push(...placeAnswers(room, plan.defaults));
      Object.assign(room, { stage: 'running', calls: [] });
      return;
    case 'resolved':
      Object.assign(room, { stage: 'between', tick: entry.tick, digest: entry.digest });
      return;
    case 'paused':
    case 'resumed':
      room.isPaused = entry.kind === 'paused';
      return;
    case 'extended':
      room.extended += entry.seconds;
      return;
    case 'card':
      room.cards.push(entry);
      room.cardsDue.push(entry);
      return;
    case 'bot': {
      const seated = room.seats.get(entry.actor);
      if (!seated) return;
      seated.isLeftToBot = entry.on;
      seated.isLeftByInstructor = entry.on && entry.why === 'instructor';
      return;
    }
    case 'debrief':
      room.stage = 'debrief';
      return;
    case 'again':
      Object.assign(room, nextGame(room, entry, plan));
      return;
    case 'kept':
      room.keptUntil = entry.until;
  }
}

/** As a room that was opened just now, with what outlasts a game. */
function nextGame(room: RoomState, { seed, seats }: EntryOf<'again'>, plan: RoomPlan): RoomState {
  // The dates of the last game have passed.
  const { deadlines: _, ...settings } = room.settings;
  const next = openRoom({ ...room.opening, seed }, plan);
  next.settings = settings;
  next.keptUntil = room.keptUntil;
  if (seats === 'cleared') return next;
  for (const [id, player] of room.players) next.players.set(id, { ...player, missed: 0 });
  for (const [actor, { delegation }] of room.seats) next.seats.get(actor)?.delegation.push(...delegation);
  return next;
}

function join(room: RoomState, { player: id, name, language, token, phrase }: EntryOf<'joined'>): void {
  const player: Player = { id, name, language, token, phrase, actor: null, isRemoved: false, missed: 0 };
  room.players.set(id, player);
}

function seat(room: RoomState, player: Player, actor: string | null): void {
  const { delegation } = room.seats.get(player.actor ?? '') ?? {};
  delegation?.splice(delegation.indexOf(player.id), 1);
  player.actor = actor;
  if (actor !== null) room.seats.get(actor)?.delegation.push(player.id);
  // What the player decided, it decided for another actor.
  room.decisions.delete(player.id);
  room.standing.delete(player.id);
  room.ready.delete(player.id);
  for (const [id, offer] of room.offers) {
    if (offer.by === player.id) room.offers.delete(id);
    offer.replies.delete(player.id);
  }
}

function openRound(room: RoomState, { round, at }: EntryOf<'round'>): void {
  room.stage = 'round';
  room.round = round;
  room.openedAt = at;
  room.extended = 0;
  for (const open of [room.decisions, room.standing, room.ready, room.offers]) open.clear();
}

function closeRound(room: RoomState, { absent }: EntryOf<'closed'>, plan: RoomPlan): void {
  room.placed.push(...placeRound(room, nextBoundary(room, plan.ticks)));
  room.cardsDue = [];
  room.stage = 'running';
  room.extended = 0;
  const away = new Set(absent);
  for (const player of room.players.values()) player.missed = away.has(player.id) ? player.missed + 1 : 0;
}

function own<K, V>(of: Map<string, Map<K, V>>, player: string): Map<K, V> {
  const known = of.get(player);
  if (known) return known;
  const made = new Map<K, V>();
  of.set(player, made);
  return made;
}
