import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';

/** One figure about the whole world at one tick. Never NaN: where a figure has no cases it says in `describe` what it gives. */
export interface Measure {
  readonly name: string;
  readonly describe: string;
  readonly cites: readonly string[];
  /** Looked at only every so many years, and kept in between: for what costs more than the rest together. */
  readonly every?: number;
  of(world: World, model: Model): number;
}
