import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { isFact } from '../../sim/experiment/sweep/run-values.ts';
import { t } from '../i18n/index.ts';
import { whole } from '../odds/words.ts';
import { settingText } from '../run-view/words.ts';
import { useNames } from '../store/use-names.ts';
import { scenarioId } from './chart-controls.tsx';
import { measureName, measureText } from './measure-words.ts';
import { type PointRow, pointRows, sortedRows } from './point-rows.ts';
import { shownRuns } from './result-axes.ts';
import type { ResultsState } from './results-state.ts';
import type { RunsPicking } from './runs-dialog.tsx';

interface PointTableOf {
  results: ResultsState;
  picking: RunsPicking;
  values: Float64Array;
}

/** Rows at first, and more each time they are asked for. */
const STEP = 100;

/** A row a point and variant: its settings, and the mean of the measure with its interval. */
export function PointTable({ results, picking, values }: PointTableOf) {
  const { varied, variants, measure, columns } = results;
  const facts = useNames('facts', scenarioId(results)) ?? {};
  const order = useSignal<{ by: string; isDown: boolean }>({ by: 'point', isDown: false });
  const shown = useSignal(STEP);
  const { by, isDown } = order.value;
  const rows = useMemo(
    () =>
      pointRows({
        columns: columns.value,
        varied,
        variants,
        values,
        isShare: isFact(measure.value),
        isShown: shownRuns(results, undefined),
      }),
    [columns.value, values, measure.value],
  );
  const sorted = useMemo(() => sortedRows(rows, by, isDown, varied), [rows, by, isDown]);
  const name = measureName(measure.value, facts);
  const heading = (key: string, label: string) => (
    <th scope="col" aria-sort={by === key ? (isDown ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        class="sweep-sort"
        onClick={() => {
          order.value = { by: key, isDown: by === key && !isDown };
        }}
      >
        {label} <span aria-hidden="true">{by === key ? (isDown ? '▼' : '▲') : ''}</span>
      </button>
    </th>
  );
  const titleOf = ({ point, variant }: PointRow): string =>
    variant === undefined ? t('sweep.point', { point }) : `${t('sweep.point', { point })}, ${variant}`;
  return (
    <figure class="sweep-chart">
      {/* It scrolls, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="sweep-table-scroll" tabIndex={0} aria-label={t('sweep.pointsCaption', { measure: name })}>
        <table class="sweep-table">
          <caption>{t('sweep.pointsCaption', { measure: name })}</caption>
          <thead>
            <tr>
              {heading('point', t('sweep.pointColumn'))}
              {variants.length > 0 ? heading('variant', t('sweep.variant')) : null}
              {varied.map((one) => heading(`value ${one}`, one))}
              {heading('n', t('sweep.runsColumn'))}
              {heading('mean', t(isFact(measure.value) ? 'sweep.share' : 'sweep.meanColumn'))}
              {heading('low', t('sweep.low'))}
              {heading('high', t('sweep.high'))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown.value).map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <button
                    type="button"
                    class="seed"
                    aria-label={t('sweep.openPoint', { title: titleOf(row), count: row.cell.runs.length })}
                    onClick={() => picking.pick(titleOf(row), row.cell.runs)}
                  >
                    {row.point}
                  </button>
                </th>
                {variants.length > 0 ? <td>{row.variant}</td> : null}
                {row.settings.map((value, k) => (
                  <td key={varied[k]}>{settingText(value ?? '–')}</td>
                ))}
                <td>{whole(row.cell.n)}</td>
                <td>
                  <b>{measureText(measure.value, row.cell.mean)}</b>
                </td>
                <td>{measureText(measure.value, row.cell.low)}</td>
                <td>{measureText(measure.value, row.cell.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sorted.length > shown.value ? (
        <p>
          <button type="button" class="plain" onClick={() => (shown.value += STEP)}>
            {t('sweep.moreRows', { shown: whole(shown.value), count: whole(sorted.length) })}
          </button>
        </p>
      ) : null}
      <figcaption class="sweep-remarks">
        {t(isFact(measure.value) ? 'sweep.remarkShare' : 'sweep.remarkMean')} {t('sweep.hintTable')}
      </figcaption>
    </figure>
  );
}
