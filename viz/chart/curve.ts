import { line } from 'd3-shape';
import type { Trace } from '../run-view/chart-data.ts';
import { placeApart } from '../storyline/place.ts';
import { shortName } from '../ui/label-text.ts';
import type { Axis } from '../ui/measure.ts';
import type { ValueAxis } from './level.ts';

/**
 * Where value k of a line stands: what was so at the end of a tick, at the middle of its slot; the start, at the left end.
 * A list that is not over time has a slot for each of its places.
 */
export const xOf = (axis: Axis, { pace }: Trace, timed: boolean, k: number): number =>
  timed && pace ? Math.max(axis.left, axis.middle(pace.first + k * pace.stride - 1)) : axis.middle(k);

/** A figure without time is a level line. */
export function pathOf(trace: Trace, axis: Axis, level: ValueAxis, timed: boolean): string {
  const { values } = trace;
  if (values.length === 1) return `M${axis.left} ${level.y(values[0]!).toFixed(1)}H${axis.right}`;
  const draw = line<number>()
    .defined(Number.isFinite)
    .x((_, k) => xOf(axis, trace, timed, k))
    .y(level.y);
  return draw.digits(1)(values) ?? '';
}

export interface EndLabel {
  trace: Trace;
  text: string;
  /** Where the line ends, and where its name stands. */
  from: number;
  y: number;
}

const lastOf = (values: readonly number[]): number =>
  values.reduce((last, x) => (Number.isFinite(x) ? x : last), Number.NaN);

const LETTERS = 20;
const APART = 13.5;

/** Names at the right ends of the lines, none on top of another; where there is no room for all, of those with a colour. */
export function endLabels(traces: readonly Trace[], level: ValueAxis, top: number, bottom: number): EndLabel[] {
  const room = Math.floor((bottom - top) / APART) + 1;
  const shown = traces.length <= room ? traces : traces.filter(({ hue }) => hue >= 0).slice(0, room);
  const ends = shown
    .map((trace) => ({ trace, from: level.y(lastOf(trace.values)) }))
    .filter(({ from }) => Number.isFinite(from))
    .sort((a, b) => a.from - b.from);
  const heights = placeApart(
    ends.map(({ from }) => [from - top]),
    ends.map(() => APART),
    bottom - top,
  );
  return ends.map(({ trace, from }, k) => ({
    trace,
    from,
    text: shortName(trace.name, LETTERS),
    y: top + heights[k]!,
  }));
}
