import type { StepContext } from '../../../model/mechanism.ts';
import { BOUND, OBLIGATION_BIT, OBLIGATIONS, type Obligation } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import { areBound } from '../../../world/obligations.ts';
import type { World } from '../../../world/state.ts';
import type { Crisis } from './crisis.ts';
import type { CrisisParams } from './params.ts';

// How neutrality, non-aggression and consultation apply in war.

/** Obligations that forbid an actor to fight against the partner. */
const STANDS_BACK = BOUND | OBLIGATION_BIT.neutrality;

/** The most formal treaty by which k owes another any of these obligations; undefined where there is none. */
function promise(world: World, k: number, to: number, bits: number): Alliance | undefined {
  let found: Alliance | undefined;
  for (const index of world.derived.treaties[k]!) {
    const alliance = world.alliances[index]!;
    if ((alliance.bond & bits) === 0 || !memberOf(alliance, to) || !areBound(alliance, k, to)) continue;
    if (!found || alliance.clauses.formality > found.clauses.formality) found = alliance;
  }
  return found;
}

/**
 * How binding a promise to the foe is that k would break by fighting. It counts only where k is asked to attack: an aggressor has
 * no claim on k.
 */
export function conflicting(world: World, k: number, { attacker, caller, foe }: Crisis): number {
  if (caller !== attacker) return 0;
  const held = promise(world, k, foe, STANDS_BACK);
  return held ? held.clauses.formality * world.columns.loyalty[k]! : 0;
}

/**
 * An attack on a partner in neutrality breaks that promise. An attack on a partner in consultation without notice costs its trust.
 */
export function breakByStriking(
  world: World,
  context: StepContext<CrisisParams>,
  attacker: number,
  victim: number,
): void {
  const neutral = promise(world, attacker, victim, OBLIGATION_BIT.neutrality);
  if (neutral) violate(world, context, attacker, victim, neutral, 'neutrality');
  const consulted = promise(world, attacker, victim, OBLIGATION_BIT.consultation);
  if (!consulted || memberOf(consulted, attacker)!.leaves >= 0) return;
  const slot = victim * world.shape.actors + attacker;
  world.columns.calculative[slot]! *= 1 - context.params.surprise;
  world.columns.relational[slot]! *= 1 - context.params.surprise;
  report(context, attacker, victim, consulted, 'consultation');
}

/** An actor that joins an attack on a partner in neutrality or non-aggression breaks that promise. */
export function breakByJoining(world: World, context: StepContext<CrisisParams>, k: number, victim: number): void {
  const held = promise(world, k, victim, STANDS_BACK);
  if (!held) return;
  const broken = OBLIGATIONS.find((obligation) => (held.bond & STANDS_BACK & OBLIGATION_BIT[obligation]) !== 0)!;
  violate(world, context, k, victim, held, broken);
}

/** An actor that was asked to attack a partner in neutrality and refused has kept its promise to that partner. */
export function keepOut(world: World, k: number, victim: number): void {
  if (promise(world, k, victim, OBLIGATION_BIT.neutrality))
    world.derived.promises.push({ by: k, to: victim, kept: true, called: false });
}

function violate(
  world: World,
  context: StepContext<CrisisParams>,
  by: number,
  victim: number,
  alliance: Alliance,
  obligation: Obligation,
): void {
  world.derived.promises.push({ by, to: victim, kept: false, called: false });
  report(context, by, victim, alliance, obligation);
}

const report = (
  context: StepContext<CrisisParams>,
  by: number,
  to: number,
  { id }: Alliance,
  obligation: Obligation,
): void =>
  context.emit({ kind: 'violated', alliance: id, who: [context.names[by]!], victim: context.names[to]!, obligation });
