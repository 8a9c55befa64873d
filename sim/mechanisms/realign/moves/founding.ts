import type { StepContext } from '../../../model/mechanism.ts';
import { ALLIED } from '../../../schema/treaty.ts';
import { horizonOf } from '../../../world/horizon.ts';
import type { AppraisalBuffer } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import { trustBetween } from '../../../world/trust.ts';
import { ALLIANCE_FORM, askedRate, type Form } from '../treaty-forms/security-treaties.ts';
import { TERM } from '../utility/terms.ts';
import { appraise, utilityOfPairing } from '../utility/treaty-utility.ts';
import type { MoveParams } from './params.ts';

/** Mutual trust of two actors is that of the less trusting. */
export const mutualTrust = (world: World, i: number, j: number): number =>
  Math.min(trustBetween(world, i, j), trustBetween(world, j, i));

/**
 * Worth to i of founding a treaty of this form with j, given their mutual trust; its terms are left in the appraisal buffer. Where
 * trust is too low for an alliance, a smaller treaty also has a share of the worth of the alliance that it may lead to (incremental
 * commitment: Larson 1997; Kydd 2005).
 */
export function foundingWorth(
  world: World,
  context: Pick<StepContext<MoveParams>, 'params' | 'model'>,
  i: number,
  j: number,
  trust: number,
  form: Form,
  buffer: AppraisalBuffer,
): number {
  const step = (form.bond & ALLIED) === 0 && trust < ALLIANCE_FORM.trust;
  if (!step) return worthOf(world, context, i, j, form, buffer);
  const { weights } = context.params;
  const ahead =
    Math.max(0, worthOf(world, context, i, j, ALLIANCE_FORM, buffer)) * weights.prospect * horizonOf(world, i);
  const worth = worthOf(world, context, i, j, form, buffer);
  buffer.terms[TERM.prospect] = ahead;
  return worth + ahead;
}

function worthOf(
  world: World,
  { params, model }: Pick<StepContext<MoveParams>, 'params' | 'model'>,
  i: number,
  j: number,
  form: Form,
  buffer: AppraisalBuffer,
): number {
  const quota = askedRate(form, world, i, j) * world.columns.budget[i]!;
  return appraise(
    world,
    params.weights,
    i,
    utilityOfPairing(j, form.clauses, form.bond, -1, quota, buffer),
    model.scenario.time.ticksPerYear,
    buffer,
  );
}
