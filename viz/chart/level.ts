import { nice, ticks } from 'd3-array';
import { numeral } from '../i18n/index.ts';
import type { Trace } from '../run-view/chart-data.ts';
import { minus } from '../run-view/words.ts';

/** The vertical axis of a pane. */
export interface ValueAxis {
  marks: readonly { value: number; label: string }[];
  y(value: number): number;
}

/** Below this share of the highest value the axis begins at nought: otherwise small differences would look like large ones. */
const NEAR_NOUGHT = 0.5;

/** From all values of the lines, rounded outward; heights run from `bottom` up to `top`. */
export function valueAxisOf(traces: readonly Pick<Trace, 'values'>[], top: number, bottom: number): ValueAxis {
  let [low, high] = [Infinity, -Infinity];
  for (const { values } of traces)
    for (const value of values)
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
  if (low > high) [low, high] = [0, 1];
  if (low > 0 && low < NEAR_NOUGHT * high) low = 0;
  if (high < 0 && high > NEAR_NOUGHT * low) high = 0;
  // All values one: it stands in the middle, of nought and of anything else.
  if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) / 2, high + Math.abs(high) / 2];
  const room = Math.max(2, Math.min(8, Math.floor((bottom - top) / 44)));
  const [from, to] = nice(low, high, room);
  const values = ticks(from, to, room);
  const step = values.length > 1 ? values[1]! - values[0]! : 1;
  const digits = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
  const format = numeral({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    marks: values.map((value) => ({ value, label: minus(format.format(value + 0)) })),
    y: (value) => bottom - ((value - from) / (to - from || 1)) * (bottom - top),
  };
}
