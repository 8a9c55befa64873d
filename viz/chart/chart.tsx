import './chart.css';
import './bars.css';
import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import type { Chart } from '../run-view/chart-data.ts';
import { figureAt } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { Bars } from './bars.tsx';
import { ChartFigures } from './figures.tsx';
import { Legend, LegendSays } from './legend.tsx';
import { Lines, placesIn } from './lines.tsx';

/** The picture a scenario asks for. */
export function ChartView({ run, chart }: { run: RunView; chart: Chart }) {
  const { tick } = usePlayback();
  const { picked, lit, pointed } = useSelection();
  const spot = useSignal(chart.kind === 'lines' ? placesIn(run, chart) - 1 : 0);
  if (chart.kind === 'table')
    return (
      <ScrollBox label={t('chart.figures')}>
        <ChartFigures run={run} figures={chart.figures} title={chart.unit} />
      </ScrollBox>
    );
  const at = chart.kind === 'lines' && chart.timed ? tick.value : spot.value;
  const traces = chart.kind === 'bars' ? chart.traces : chart.panes[0]!.traces;
  const standsOut =
    (picked.value ?? lit.value) !== undefined ||
    traces.some(({ actor }) => actor === pointed.value && actor !== undefined);
  return (
    <div class={standsOut ? 'chart some-lit' : 'chart'}>
      {chart.kind === 'bars' ? (
        <>
          <Legend traces={traces} sign="bar" />
          <LegendSays traces={traces} />
          <ScrollBox label={t('chart.bars')}>
            <Bars chart={chart} />
          </ScrollBox>
        </>
      ) : (
        <>
          <Legend
            traces={traces}
            sign="line"
            // One name stands for a line in every pane, one value does not.
            read={chart.panes.length > 1 ? undefined : (trace) => figureAt(trace, chart.timed, at)}
          />
          <LegendSays traces={traces} />
          <Lines run={run} chart={chart} spot={spot} />
        </>
      )}
    </div>
  );
}

/** A region that scrolls must be reachable by the keyboard. */
export const ScrollBox = ({ label, children }: { label: string; children: preact.ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section class="chart-scroll" aria-label={label} tabIndex={0} data-stage>
    {children}
  </section>
);
