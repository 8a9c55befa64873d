import { clamp } from '../../../exact/exact-math.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { CONTRIBUTION_NAMES } from '../../../model/model.ts';
import type { World } from '../../../world/state.ts';
import type { PledgeParams } from './params.ts';

/** What an actor knows of its treaties when it chooses its effort. */
export interface EffortContext {
  /** Largest quota among the non-rival treaties, and the compliance that the treaties enforce. */
  quota: number;
  compliance: number;
  /** Mean of the partners' payments as observed. */
  seen: number;
  /** Σψ over distinct allies: how strongly the others' effort responds to one's own. */
  coupling: number;
  /** Spill-in from a rival pool; without it, the spill-in of the actor’s defence. */
  spill?: number;
}
/** The effort that an actor of its strategy would choose, before compliance. */
export function chooseEffort(
  world: World,
  context: StepContext<PledgeParams>,
  i: number,
  best: number,
  standing: EffortContext,
  last: number,
  purse: number,
): number {
  switch (context.model.strategy[i]) {
    case 1:
      return standing.quota > 0 ? standing.quota * standing.seen : best;
    case 2:
      return Math.max(best, standing.quota);
    case 3:
      return 0;
    case 4:
      return expressed(world, context, i, best, standing, last, purse);
    default:
      return best;
  }
}

function expressed(
  world: World,
  { model }: StepContext<PledgeParams>,
  i: number,
  best: number,
  standing: EffortContext,
  last: number,
  purse: number,
): number {
  const formula = model.contributions.get(i);
  if (!formula) return best;
  const { budget, threat, spillIn, valuation } = world.columns;
  const slots = new Float64Array(CONTRIBUTION_NAMES.length + world.parameters.length);
  slots.set([
    budget[i]!,
    threat[i]!,
    standing.spill ?? spillIn[i]!,
    standing.quota,
    standing.seen,
    last,
    best,
    valuation[i]!,
    model.yearOf(world.tick),
  ]);
  slots.set(world.parameters, CONTRIBUTION_NAMES.length);
  const value = formula(slots);
  return Number.isFinite(value) ? clamp(value, 0, purse) : best;
}
