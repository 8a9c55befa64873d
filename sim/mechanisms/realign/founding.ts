import type { Desk, Turn } from '../../mechanism.ts';
import { ALLIED } from '../../schema/treaty.ts';
import { trustBetween } from '../../trust.ts';
import type { World } from '../../world.ts';
import { appraise, pair } from './appraise.ts';
import { askedRate, type Form, LADDER } from './forms.ts';
import type { MoveParams } from './moves.ts';
import { TERM } from './terms.ts';

/** The trust that two have in each other is that of the less trusting. */
export const mutualTrust = (world: World, i: number, j: number): number =>
  Math.min(trustBetween(world, i, j), trustBetween(world, j, i));

const ALLIANCE = LADDER.find((rung) => (rung.bond & ALLIED) !== 0)!;

/**
 * What founding a treaty of this form with j is worth to i; its terms are left on the desk. Where the two do not yet trust each
 * other enough for an alliance, a smaller treaty is also worth what the alliance would be that it may lead to (incremental
 * commitment: Larson 1997; Kydd 2005).
 */
export function foundingWorth(
  world: World,
  turn: Pick<Turn<MoveParams>, 'params' | 'model'>,
  i: number,
  j: number,
  form: Form,
  desk: Desk,
): number {
  const { weights } = turn.params;
  const { ticksPerYear } = turn.model.scenario.time;
  const worthOf = (of: Form): number =>
    appraise(
      world,
      weights,
      i,
      pair(j, of.clauses, of.bond, -1, askedRate(of, world, i, j) * world.columns.budget[i]!, desk),
      ticksPerYear,
      desk,
    );
  const step = (form.bond & ALLIED) === 0 && mutualTrust(world, i, j) < ALLIANCE.trust;
  const ahead = step ? Math.max(0, worthOf(ALLIANCE)) * weights.prospect * world.columns.horizon[i]! : 0;
  const worth = worthOf(form);
  desk.terms[TERM.prospect] = ahead;
  return worth + ahead;
}
