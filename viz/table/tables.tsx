import './table.css';
import { ChartFigures } from '../chart/figures.tsx';
import { placesIn, titleOf } from '../chart/lines.tsx';
import { t } from '../i18n/index.ts';
import type { Chart } from '../run-view/chart-data.ts';
import { figureAt } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel, nextStep } from '../run-view/time.ts';
import { sixFigures } from '../run-view/words.ts';
import { usePlayback } from '../store/playback.ts';
import { ActorTable } from './actor-table.tsx';

/** All that the pictures show, in words and numbers. */
export function ReplayTables({ run }: { run: RunView }) {
  const { chart } = run;
  return (
    // A region that scrolls must be reachable by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="table" aria-label={chart ? t('chart.figures') : t('table.actors')} tabIndex={0} data-stage>
      {chart?.kind === 'lines' ? <LinesTable run={run} chart={chart} /> : null}
      {chart && chart.found.length > 0 ? <ChartFigures run={run} figures={chart.found} title={t('chart.all')} /> : null}
      {!chart || run.alliances.length > 0 ? <ActorTable run={run} /> : null}
    </section>
  );
}

/** Rows shown at most: a thousand would serve nobody. */
const ROWS = 24;

/** The first and the last, every so many between them, and the one on show. */
function rowsOf(places: number, now: number): number[] {
  let step = 1;
  while (places / step > ROWS) step = nextStep(step);
  return Array.from({ length: places }, (_, at) => at).filter(
    (at) => at === 0 || at === places - 1 || at === now || (at + 1) % step === 0,
  );
}

function LinesTable({ run, chart }: { run: RunView; chart: Chart & { kind: 'lines' } }) {
  const { tick } = usePlayback();
  const now = chart.timed ? tick.value : -1;
  const rows = rowsOf(placesIn(run, chart), now);
  return (
    <>
      {chart.panes.map((pane) => (
        <table key={pane.title} class="values">
          <caption>{titleOf(chart, pane) || t('chart.values')}</caption>
          <thead>
            <tr>
              <th scope="col">{chart.timed ? t('chart.atEnd') : t('chart.placeHead')}</th>
              {pane.traces.map(({ key, name }) => (
                <th key={key} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => (
              <tr
                key={at}
                class={at === now ? 'pointed' : at > now && chart.timed ? 'ahead' : ''}
                aria-current={at === now ? 'time' : undefined}
              >
                <th scope="row">{chart.timed ? dateLabel(run.clock, at) : at + 1}</th>
                {pane.traces.map((trace) => (
                  <td key={trace.key} class="number">
                    {sixFigures(figureAt(trace, chart.timed, at))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
