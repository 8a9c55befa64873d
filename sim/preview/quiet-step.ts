import { callable } from '../model/formulas.ts';
import type { StepContext } from '../model/mechanism.ts';
import type { ChosenMechanism, Model } from '../model/model.ts';
import { NO_DECISIONS } from '../world/placed-decision.ts';
import { createScratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';

/** The context of a mechanism that logs nothing, obeys nobody and may not draw. */
export function quietContext(model: Model, { mechanism, params, formulas = [] }: ChosenMechanism, world: World) {
  return {
    model,
    params,
    names: model.ids,
    interventions: [],
    decisions: NO_DECISIONS,
    scratch: createScratch(model.shape.actors, model.shape.threats),
    formulas: callable(formulas, () => world.parameters),
    isLogging: false,
    emit() {},
    random(): never {
      throw new Error(`a preview draws no random number, but ${mechanism.name} does`);
    },
  } satisfies StepContext;
}

/** The mechanism of that name, if the scenario runs it. */
export const chosen = ({ mechanisms }: Model, name: string): ChosenMechanism | undefined =>
  mechanisms.find(({ mechanism }) => mechanism.name === name);

/** Runs one mechanism on a copy of the world. It must be one that draws no random number. */
export function stepQuietly(model: Model, rule: ChosenMechanism, world: World): void {
  rule.mechanism.step(world, quietContext(model, rule, world));
}
