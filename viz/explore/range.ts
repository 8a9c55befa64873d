import type { ParameterControl } from '../../sim/experiment/parameter-controls.ts';
import { nextStep } from '../run-view/time.ts';

/** The part of a lever’s range that a slider covers. */
export interface ControlSpan {
  min: number;
  max: number;
  step: number;
}

/** Positions of a slider, about. */
const POSITIONS = 200;

/**
 * What a slider covers of a number’s range: all of it, or about four times the value each way where the range is so wide that
 * the value would stand at its very edge. The field beside the slider takes the whole range.
 */
export function controlSpanOf(
  { min, max, whole }: Pick<ParameterControl, 'min' | 'max' | 'whole'>,
  value: number,
): ControlSpan {
  const size = Math.max(Math.abs(value), whole ? 10 : 1);
  const wide = max - min > 20 * size;
  const high = wide ? Math.min(max, 4 * size) : max;
  const low = wide ? Math.max(min, -4 * size) : min;
  const step = whole ? Math.max(1, roundStep((high - low) / POSITIONS)) : roundStep((high - low) / POSITIONS);
  // A slider counts from its least value: that must be a multiple of the step, or every position would be crooked.
  const first = Math.ceil(low / step) * step;
  return { min: withoutBinaryDust(first), max: high, step };
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(least: number): number {
  if (!(least > 0)) return 1;
  let power = 1;
  while (power > least) power /= 10;
  let step = withoutBinaryDust(power);
  while (step < least)
    step = step >= 1 ? nextStep(step) : withoutBinaryDust(step * (String(step).includes('2') ? 2.5 : 2));
  return step;
}

/** Without the dust of binary fractions. */
export const withoutBinaryDust = (x: number): number => Number(x.toPrecision(12));

/** What was typed as the value of a lever; undefined for what is no number, or no list of them. */
export function typed(text: string, isList: boolean): number | number[] | undefined {
  const parts = text.split(/[,;\s]+/).filter(Boolean);
  const numbers = parts.map(Number);
  if (parts.length === 0 || numbers.some((x) => !Number.isFinite(x))) return undefined;
  if (isList) return numbers;
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** What is wrong with a value, by the lever’s own range. */
export function isWithin({ min, max, whole }: ParameterControl, value: number | readonly number[]): boolean {
  return [value].flat().every((x) => x >= min && x <= max && (!whole || Number.isInteger(x)));
}
