import type { Alliance } from '../../alliance.ts';
import type { Reason } from '../../event.ts';
import type { Turn } from '../../mechanism.ts';
import type { Clauses } from '../../schema/treaty.ts';
import { admit, dissolve, found, memberOf } from '../../treaty.ts';
import { areBound, type World } from '../../world.ts';
import { decide } from '../govern/vote.ts';
import { pair, welcome } from './appraise.ts';
import { strikeBargain } from './bargain.ts';
import type { MoveParams } from './moves.ts';

/** Gives notice; where none is owed it goes with this tick’s departures. `bidden` by a person it will not be taken back. */
export function giveNotice(
  world: World,
  turn: Turn<MoveParams>,
  alliance: Alliance,
  i: number,
  bidden: boolean,
  reason: Reason,
): void {
  const member = memberOf(alliance, i)!;
  const until = world.tick + turn.model.ticksOf(alliance.clauses.exitNotice);
  member.leaves = until;
  member.bidden = bidden ? 1 : 0;
  turn.happen({ kind: 'notice', alliance: alliance.id, who: [turn.names[i]!], until }, reason);
}

/** Asks to be let in; the members decide by their governance rule, each by what the newcomer brings. */
export function apply(world: World, turn: Turn<MoveParams>, alliance: Alliance, i: number, reason: Reason): void {
  const { ticksPerYear } = turn.model.scenario.time;
  const { otherDesk } = turn.scratch;
  const prospect = {
    ...pair(i, alliance.clauses, alliance.bond, alliance.leader, 0, otherDesk),
    scope: alliance.scope,
  };
  const { passed, deadlock, ...vote } = decide(turn, alliance, i, (member) =>
    // A spoke owes another spoke nothing and does not mind it.
    areBound(alliance, member.actor, i)
      ? welcome(world, turn.params.weights, member.actor, prospect, ticksPerYear, otherDesk)
      : Number.MIN_VALUE,
  );
  if (passed) {
    admit(world, turn, alliance, i, reason);
    return;
  }
  turn.happen({ kind: 'refused', alliance: alliance.id, who: [turn.names[i]!], deadlock }, vote);
}

/**
 * Offers j a treaty that is worth `score` to i and `theirs` to j. Where there is a zone of agreement it is founded with
 * bargained quotas.
 * @returns whether it was.
 */
export function propose(
  world: World,
  turn: Turn<MoveParams>,
  i: number,
  j: number,
  noun: string,
  clauses: Clauses,
  worth: { ours: number; theirs: number },
  reason: () => Reason,
): boolean {
  const { budget } = world.columns;
  const quotas: [number, number] = [clauses.targetRate * budget[i]!, clauses.targetRate * budget[j]!];
  const bargain = strikeBargain(worth.ours, worth.theirs, quotas, [budget[i]!, budget[j]!], turn.params.weights.effort);
  if (!bargain) return false;
  const { actors } = turn.model.scenario;
  const alliance = found(world, turn, [i, j], `${actors[i]!.name}–${actors[j]!.name} ${noun}`, clauses, reason());
  [alliance.members[0]!.quota, alliance.members[1]!.quota] = bargain;
  supersede(world, turn, alliance);
  return true;
}

/** A treaty of the same two whose obligations the new one contains has no more to say. */
function supersede(world: World, turn: Turn<MoveParams>, fresh: Alliance): void {
  for (const old of world.alliances) {
    if (old === fresh || old.members.length !== 2 || !old.members.every(({ actor }) => memberOf(fresh, actor)))
      continue;
    if ((old.bond | fresh.bond) === fresh.bond) dissolve(world, turn, old, 'superseded');
  }
}

/** An exclusive treaty bars its members from any other of its purpose. */
export function mayEnter(world: World, i: number, clauses: Clauses): boolean {
  for (const index of world.derived.treaties[i]!) {
    const held = world.alliances[index]!.clauses;
    if (held.purpose === clauses.purpose && (held.exclusive || clauses.exclusive)) return false;
  }
  return true;
}
