import { t } from '../i18n/index.ts';
import type { Chart, Trace } from './chart-data.ts';
import { figureText } from './curves.ts';
import { placeAt } from './list-ticks.ts';
import { sixFigures } from './words.ts';

/** The value of a line at a tick, or at a place in a list that is not over time. */
export function figureAt({ values, pace }: Trace, timed: boolean, at: number): number {
  if (values.length === 1) return values[0]!;
  return values[timed ? placeAt(values.length, pace, at) : at] ?? Number.NaN;
}

/** As short as a figure that changes with every tick should be. */
export const shortly = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1_000 ? sixFigures(Math.round(value)) : figureText(value);

/** Lines whose values are read out: nobody listens to more. */
const HEARD = 3;

/** "Energy −12, Floor −30": the first lines of a chart in words; empty for a chart without lines. */
export function readoutText(chart: Chart | undefined, at: number, heard = HEARD): string {
  if (chart?.kind !== 'lines') return '';
  return chart.panes
    .flatMap(({ title, traces }) =>
      traces.slice(0, heard).map((trace) => {
        const values = { name: trace.name, value: shortly(figureAt(trace, chart.timed, at)) };
        return title ? t('chart.readOf', { title, ...values }) : t('chart.read', values);
      }),
    )
    .join(', ');
}
