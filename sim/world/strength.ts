import type { World } from './state.ts';

/** The inputs of strength in a model: weights and yields of the resource kinds, and the unit. */
interface StrengthInputs {
  readonly weight: Float64Array;
  readonly yield: Float64Array;
  readonly meanStrength: number;
  readonly scenario: { readonly time: { readonly ticksPerYear: number } };
}

/** Computes strength and budget of each actor from its stocks. */
export function measureStrength(world: World, model: StrengthInputs): void {
  const { resources: m, actors: n } = world.shape;
  const { resources, strength, budget } = world.columns;
  const { weight, yield: flow, meanStrength, scenario } = model;
  for (let i = 0; i < n; i++) {
    let s = 0;
    let b = 0;
    for (let k = 0; k < m; k++) {
      s += weight[k]! * resources[i * m + k]!;
      b += flow[k]! * resources[i * m + k]!;
    }
    strength[i] = s / meanStrength;
    budget[i] = b / scenario.time.ticksPerYear;
  }
}
