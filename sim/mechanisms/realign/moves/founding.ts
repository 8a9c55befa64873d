import type { Desk, Turn } from '../../../engine/mechanism.ts';
import { ALLIED } from '../../../schema/treaty.ts';
import { horizonOf } from '../../../world/horizon.ts';
import { trustBetween } from '../../../world/trust.ts';
import type { World } from '../../../world/world.ts';
import type { MoveParams } from '../moves.ts';
import { askedRate, type Form, LADDER } from '../treaty-forms/forms.ts';
import { TERM } from '../utility/terms.ts';
import { appraise, pair } from '../utility/treaty-utility.ts';

/** The trust that two have in each other is that of the less trusting. */
export const mutualTrust = (world: World, i: number, j: number): number =>
  Math.min(trustBetween(world, i, j), trustBetween(world, j, i));

const ALLIANCE = LADDER.find((rung) => (rung.bond & ALLIED) !== 0)!;

/**
 * What founding a treaty of this form with j, whom it trusts and is trusted by so far, is worth to i; its terms are left on the
 * desk. Where that is not yet enough for an alliance, a smaller treaty is also worth what the alliance would be that it may lead
 * to (incremental commitment: Larson 1997; Kydd 2005).
 */
export function foundingWorth(
  world: World,
  turn: Pick<Turn<MoveParams>, 'params' | 'model'>,
  i: number,
  j: number,
  trust: number,
  form: Form,
  desk: Desk,
): number {
  const step = (form.bond & ALLIED) === 0 && trust < ALLIANCE.trust;
  if (!step) return worthOf(world, turn, i, j, form, desk);
  const { weights } = turn.params;
  const ahead = Math.max(0, worthOf(world, turn, i, j, ALLIANCE, desk)) * weights.prospect * horizonOf(world, i);
  const worth = worthOf(world, turn, i, j, form, desk);
  desk.terms[TERM.prospect] = ahead;
  return worth + ahead;
}

function worthOf(
  world: World,
  { params, model }: Pick<Turn<MoveParams>, 'params' | 'model'>,
  i: number,
  j: number,
  form: Form,
  desk: Desk,
): number {
  const quota = askedRate(form, world, i, j) * world.columns.budget[i]!;
  return appraise(
    world,
    params.weights,
    i,
    pair(j, form.clauses, form.bond, -1, quota, desk),
    model.scenario.time.ticksPerYear,
    desk,
  );
}
