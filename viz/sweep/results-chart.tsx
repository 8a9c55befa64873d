import { useEffect } from 'preact/hooks';
import { isFact } from '../../sim/experiment/sweep/run-values.ts';
import { t } from '../i18n/index.ts';
import { useNames } from '../store/use-names.ts';
import { chartCells } from './cells.ts';
import { scenarioId } from './chart-controls.tsx';
import { HeatMap } from './heat-map.tsx';
import { type LineSeries, LinesChart } from './lines-chart.tsx';
import { levelText, measureName } from './measure-words.ts';
import { PointTable } from './point-table.tsx';
import { axesOf, othersOf, shownRuns } from './result-axes.ts';
import type { ResultsState } from './results-state.ts';
import type { RunsPicking } from './runs-dialog.tsx';
import { SensitivityView } from './sensitivity-view.tsx';

interface Viewed {
  results: ResultsState;
  picking: RunsPicking;
}

/** The view that was chosen, once its columns are there. */
export function ResultsChart({ results, picking }: Viewed) {
  const { measure, view, columns } = results;
  const name = measure.value;
  useEffect(() => results.want([name]), [name]);
  const values = columns.value.get(name);
  if (name === '') return <p class="sweep-none">{t('sweep.nothingMeasured')}</p>;
  if (!(values instanceof Float64Array) || !columns.value.has('status'))
    return <p class="sweep-none">{t('sweep.looking')}</p>;
  if (results.job.progress.value.done === 0) return <p class="sweep-none">{t('sweep.noRunYet')}</p>;
  switch (view.value) {
    case 'heat':
      return <Heat results={results} picking={picking} values={values} />;
    case 'lines':
      return <Lines results={results} picking={picking} values={values} />;
    case 'table':
      return <PointTable results={results} picking={picking} values={values} />;
    case 'sensitivity':
      return <SensitivityView results={results} />;
  }
}

interface Charted extends Viewed {
  values: Float64Array;
}

function Heat({ results, picking, values }: Charted) {
  const { across, up, measure, variants, variant } = results;
  const facts = useNames('facts', scenarioId(results)) ?? {};
  const axes = axesOf(results);
  const [x, y] = [axes.get(across.value), axes.get(up.value)];
  if (!x || !y) return null;
  const isShown = shownRuns(results, variants.length > 1 ? variant.value : undefined);
  const cells = chartCells({ x, y, values, isShown, isShare: isFact(measure.value) });
  return (
    <figure class="sweep-chart">
      <HeatMap
        x={x}
        y={y}
        cells={cells}
        measure={measure.value}
        name={measureName(measure.value, facts)}
        pick={(title, runs) => picking.pick(title, runs)}
      />
      <Remarks results={results} binned={[x, y].filter(({ isBinned }) => isBinned).map(({ name }) => name)} />
    </figure>
  );
}

function Lines({ results, picking, values }: Charted) {
  const { across, series, measure, variants } = results;
  const facts = useNames('facts', scenarioId(results)) ?? {};
  const axes = axesOf(results);
  const x = axes.get(across.value);
  const split = axes.get(series.value);
  if (!x) return null;
  const isShare = isFact(measure.value);
  const isSplit = split !== undefined && series.value !== across.value;
  const lines: LineSeries[] = isSplit
    ? chartCells({ x, y: split, values, isShown: shownRuns(results, undefined), isShare }).map((cells, k) => ({
        name: `${split.name} ${levelText(split.levels[k]!, split)}`,
        cells,
      }))
    : (variants.length > 1 ? variants : [undefined]).map((variant) => ({
        name: variant ?? '',
        cells: chartCells({ x, values, isShown: shownRuns(results, variant), isShare })[0]!,
      }));
  const binned = [x, ...(isSplit ? [split] : [])].filter(({ isBinned }) => isBinned).map(({ name }) => name);
  return (
    <figure class="sweep-chart">
      <LinesChart
        x={x}
        lines={lines}
        measure={measure.value}
        name={measureName(measure.value, facts)}
        pick={(title, runs) => picking.pick(title, runs)}
      />
      <Remarks results={results} binned={binned} />
    </figure>
  );
}

/** What a reader must know of a chart: what was averaged, what was put into ranges, and what the intervals are. */
function Remarks({ results, binned }: { results: ResultsState; binned: readonly string[] }) {
  const { slices, measure, view } = results;
  const averaged = othersOf(results).filter((name) => slices.value[name] === undefined);
  const list = (names: readonly string[]): string => names.join(', ');
  return (
    <figcaption class="sweep-remarks">
      {averaged.length > 0 ? <span>{t('sweep.remarkAveraged', { names: list(averaged) })} </span> : null}
      {binned.length > 0 ? <span>{t('sweep.remarkBinned', { names: list(binned) })} </span> : null}
      <span>{t(isFact(measure.value) ? 'sweep.remarkShare' : 'sweep.remarkMean')} </span>
      <span>{t(view.value === 'heat' ? 'sweep.hintHeat' : 'sweep.hintLines')}</span>
    </figcaption>
  );
}
