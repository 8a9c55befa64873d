import type { MorrisDesign } from '../designs/morris.ts';
import { shiftedMean, varianceOf } from './intervals.ts';

/** Elementary effects of one input (Morris 1991): changes of the output over the step, inputs scaled to [0, 1]. */
export interface MorrisEffect {
  mu: number;
  /** Mean of the absolute effects, in which opposite ones do not cancel (Campolongo, Cariboni & Saltelli 2007). */
  muStar: number;
  /** Standard deviation, with n − 1: how far the effect depends on where it is taken. */
  sigma: number;
}

export interface MorrisEffects {
  effects: Record<string, MorrisEffect>;
  /** Effects left out, since one of their two runs has no value. */
  dropped: number;
}

/** @param outputs one a point of the design, in its order; NaN where a run has none. */
export function morrisEffects(outputs: Float64Array, design: MorrisDesign, inputs: readonly string[]): MorrisEffects {
  const { dimensions, moved, steps } = design;
  const found: number[][] = inputs.map(() => []);
  let dropped = 0;
  for (let k = 0; k < steps.length; k++) {
    const point = k + Math.floor(k / dimensions); // a trajectory has one point more than steps
    const effect = (outputs[point + 1]! - outputs[point]!) / steps[k]!;
    if (Number.isNaN(effect)) dropped++;
    else found[moved[k]!]!.push(effect);
  }
  const entries = inputs.map((input, d): [string, MorrisEffect] => {
    const effects = Float64Array.from(found[d]!);
    return [
      input,
      { mu: shiftedMean(effects), muStar: shiftedMean(effects.map(Math.abs)), sigma: Math.sqrt(varianceOf(effects)) },
    ];
  });
  return { effects: Object.fromEntries(entries), dropped };
}
