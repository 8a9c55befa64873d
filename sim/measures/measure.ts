import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';

/** One figure of the whole world at one tick. Never NaN: `describe` says what the figure is where it has no cases. */
export interface Measure {
  readonly name: string;
  readonly describe: string;
  readonly cites: readonly string[];
  /** Computed only every so many years and kept in between, for a figure that costs more than all others together. */
  readonly every?: number;
  of(world: World, model: Model): number;
}
