import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { type ChartCell, extentOf } from './cells.ts';
import { SHADES, shadeStep } from './heat-shade.ts';
import type { VariedAxis } from './levels.ts';
import { levelText, measureText } from './measure-words.ts';
import { stepIn } from './roving.ts';

interface HeatMapOf {
  x: VariedAxis;
  y: VariedAxis;
  /** Rows in the order of the levels of y. */
  cells: readonly (readonly ChartCell[])[];
  measure: string;
  name: string;
  pick(title: string, runs: readonly number[]): void;
}

/** Means over two things that vary: the deeper the higher. A table, so that each cell is told with its row and its column. */
export function HeatMap({ x, y, cells, measure, name, pick }: HeatMapOf) {
  const extent = extentOf(cells.flat().map(({ mean }) => mean)) ?? [0, 0];
  // The highest number stands at the top, as on any axis; a list of texts is read from the top.
  const order = y.levels.map((_, k) => (y.isNumeric ? y.levels.length - 1 - k : k));
  const pointed = useSignal<readonly [row: number, column: number] | undefined>(undefined);
  const reached = useSignal<readonly [row: number, column: number]>([0, 0]);
  const table = useRef<HTMLTableElement>(null);
  const cellAt = ([row, column]: readonly [number, number]): ChartCell | undefined => cells[order[row]!]?.[column];
  const placeText = ([row, column]: readonly [number, number]): string =>
    t('sweep.place', {
      x: x.name,
      xValue: levelText(x.levels[column]!, x),
      y: y.name,
      yValue: levelText(y.levels[order[row]!]!, y),
    });
  const says = (place: readonly [number, number]): string => {
    const cell = cellAt(place);
    return `${placeText(place)}: ${cell ? cellText(cell, measure) : t('sweep.noRuns')}`;
  };
  const move = (event: KeyboardEvent): void => {
    const next = stepIn(event, reached.value, [order.length, x.levels.length]);
    if (!next) return;
    event.preventDefault();
    reached.value = next;
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus();
  };
  const wide = Math.ceil(x.levels.length / 12);
  return (
    <>
      <div class="sweep-heat-scroll">
        <table class="sweep-heat" ref={table} onKeyDown={move} data-columns={x.levels.length > 14 ? 'many' : 'few'}>
          <caption>{t('sweep.heatCaption', { measure: name, x: x.name, y: y.name })}</caption>
          <thead>
            <tr>
              <th class="sweep-heat-corner" scope="col">
                <span>{y.name}</span>
              </th>
              {x.levels.map((level, column) => (
                <th key={level.from} scope="col">
                  <span class={column % wide === 0 ? '' : 'unseen'}>{levelText(level, x)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((level, row) => (
              <tr key={level}>
                <th scope="row">{levelText(y.levels[level]!, y)}</th>
                {x.levels.map((one, column) => {
                  const place = [row, column] as const;
                  const cell = cellAt(place)!;
                  const isReached = reached.value[0] === row && reached.value[1] === column;
                  return (
                    <td key={one.from}>
                      <button
                        type="button"
                        class="sweep-cell"
                        data-cell={place.join(' ')}
                        data-shade={shadeStep(cell.mean, extent)}
                        tabIndex={isReached ? 0 : -1}
                        aria-label={says(place)}
                        onPointerEnter={() => {
                          pointed.value = place;
                        }}
                        onPointerLeave={() => {
                          pointed.value = undefined;
                        }}
                        onFocus={() => {
                          reached.value = place;
                          pointed.value = place;
                        }}
                        onBlur={() => {
                          pointed.value = undefined;
                        }}
                        onClick={() => pick(placeText(place), cell.runs)}
                      >
                        <span>{cell.n > 0 ? measureText(measure, cell.mean) : '·'}</span>
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p class="sweep-heat-x" aria-hidden="true">
          {x.name} →
        </p>
      </div>
      <p class="sweep-value" id="sweep-value">
        {pointed.value ? says(pointed.value) : ''}
      </p>
      <Scale extent={extent} measure={measure} name={name} />
    </>
  );
}

/** "3.2 (95 %: 2.9 to 3.5), 200 runs". */
export function cellText({ n, mean, low, high, runs }: ChartCell, measure: string): string {
  if (runs.length === 0) return t('sweep.noRuns');
  if (n === 0) return t('sweep.noValue', { count: runs.length });
  const value = measureText(measure, mean);
  if (Number.isNaN(low)) return t('sweep.valueAlone', { value, count: n });
  return t('sweep.value', { value, low: measureText(measure, low), high: measureText(measure, high), count: n });
}

function Scale({ extent, measure, name }: { extent: readonly [number, number]; measure: string; name: string }) {
  return (
    <div class="sweep-scale">
      <span class="sweep-scale-name">{name}</span>
      <span>{measureText(measure, extent[0])}</span>
      <span class="sweep-scale-steps" aria-hidden="true">
        {Array.from({ length: SHADES }, (_, k) => (
          <span key={k} data-shade={k} />
        ))}
      </span>
      <span>{measureText(measure, extent[1])}</span>
    </div>
  );
}
