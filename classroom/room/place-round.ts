import type { Choice, Intervention } from '../../sim/schema/intervention.ts';
import { majorityOf } from './delegation.ts';
import { isPlayed, type OpenOffer, type RoomState } from './state.ts';

/** What a player leaves open follows these; the page shows them before the round closes. */
export interface Defaults {
  call: 'honour' | 'renege';
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Actors whom the model does not play, in the order of their ids. */
export const heldActors = (room: RoomState): string[] =>
  [...room.seats.keys()].filter((actor) => isPlayed(room, actor)).sort(byText);

/**
 * The interventions by which a closed round enters the run, all at its first tick: played actors are held for its length, then what
 * their players decided, in an order that does not depend on who was first.
 * @param until the tick at which the next round begins.
 */
export function placeRound(room: RoomState, until: number): Intervention[] {
  const { from: tick } = room.rounds[room.round]!;
  const ticks = until - tick;
  const held = heldActors(room);
  const placed: Intervention[] = room.cardsDue.map(({ shock }) => ({ kind: 'shock', tick, shock }));
  const decide = (actor: string, choice: Choice): void => {
    placed.push({ kind: 'decide', tick, actor, choice, by: namesOf(room, actor) });
  };
  for (const actor of held) decide(actor, { act: 'hold', ticks });
  for (const actor of held) {
    for (const choice of decidedChoices(room, actor))
      decide(actor, choice.act === 'contribute' ? { ...choice, ticks } : choice);
    for (const [caller, honours] of standingAnswers(room, actor))
      decide(actor, { act: honours ? 'honour' : 'renege', caller, ticks });
  }
  for (const { by, text } of [...room.offers.values()].filter((offer) => isSigned(room, offer))) {
    const { secret: _, parties, ...rest } = text;
    decide(actorOf(room, by), { act: 'sign', parties: [...parties].sort(byText), ...rest });
  }
  return placed;
}

/** The answers to a crisis window. Where a delegation said nothing, the default answers. */
export function placeAnswers(room: RoomState, defaults: Defaults): Intervention[] {
  const { crisisTick: tick } = room;
  return room.calls.map(({ actor, caller, alliance }, k) => {
    const honours = majorityOf(delegationOf(room, actor), (player) => room.answers.get(player)?.get(k));
    const act = honours === undefined ? defaults.call : honours ? 'honour' : 'renege';
    const choice = { act, caller, alliance } as const;
    if (honours === undefined) return { kind: 'decide', tick, actor, choice, as: 'default' };
    return { kind: 'decide', tick, actor, choice, by: namesOf(room, actor) };
  });
}

export const delegationOf = (room: RoomState, actor: string): readonly string[] =>
  (room.seats.get(actor)?.delegation ?? []).filter((player) => !room.players.get(player)!.isRemoved);

export const actorOf = (room: RoomState, player: string): string => room.players.get(player)!.actor!;

/** What the delegation of an actor has decided so far, slot by slot. */
export function decidedChoices(room: RoomState, actor: string): Choice[] {
  const delegation = delegationOf(room, actor);
  const slots = new Set(delegation.flatMap((player) => [...(room.decisions.get(player)?.keys() ?? [])]));
  return [...slots].sort(byText).flatMap((slot) => {
    const choice = majorityOf(delegation, (player) => room.decisions.get(player)?.get(slot));
    return choice ? [choice] : [];
  });
}

/** How it will answer calls, by caller. */
export function standingAnswers(room: RoomState, actor: string): [caller: string, honours: boolean][] {
  const delegation = delegationOf(room, actor);
  const callers = new Set(delegation.flatMap((player) => [...(room.standing.get(player)?.keys() ?? [])]));
  return [...callers]
    .sort(byText)
    .map((caller) => [caller, majorityOf(delegation, (player) => room.standing.get(player)?.get(caller))!]);
}

/** What a party says to an offer; undefined where it says nothing, or the model speaks for it. */
export function replyOf(room: RoomState, { by, replies }: OpenOffer, party: string): 'accept' | 'refuse' | undefined {
  if (!isPlayed(room, party)) return undefined;
  return majorityOf(delegationOf(room, party), (player) => (player === by ? 'accept' : replies.get(player)));
}

/** Whether all parties that persons play have accepted; the others judge it when the round runs. */
export const isSigned = (room: RoomState, offer: OpenOffer): boolean =>
  offer.text.parties.every((party) => !isPlayed(room, party) || replyOf(room, offer, party) === 'accept');

const MOST_NAMED = 6;

/** Names of the delegation, as the events of the run bear them. */
function namesOf(room: RoomState, actor: string): string {
  const names = delegationOf(room, actor).map((player) => room.players.get(player)!.name);
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')} …` : names.join(', ');
}
