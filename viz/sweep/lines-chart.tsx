import { useSignal } from '@preact/signals';
import { scaleLinear, scaleLog, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useMemo, useRef } from 'preact/hooks';
import { valueAxisOf } from '../chart/level.ts';
import { t } from '../i18n/index.ts';
import { type Size, useRoom } from '../ui/measure.ts';
import type { ChartCell } from './cells.ts';
import { cellText } from './heat-map.tsx';
import type { Level, VariedAxis } from './levels.ts';
import { levelText } from './measure-words.ts';
import { stepIn } from './roving.ts';

/** A line of a chart: one cell for each level of the axis. */
export interface LineSeries {
  /** Empty where it is the only one. */
  name: string;
  cells: readonly ChartCell[];
}

interface LinesChartOf {
  x: VariedAxis;
  lines: readonly LineSeries[];
  measure: string;
  name: string;
  pick(title: string, runs: readonly number[]): void;
}

const EDGES = { top: 16, right: 18, bottom: 44, left: 58 };

/** Means over one thing that varies, with bands of 95 %; each mean can be reached, and opens its runs. */
export function LinesChart({ x, lines, measure, name, pick }: LinesChartOf) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const pointed = useSignal<readonly [series: number, column: number] | undefined>(undefined);
  const reached = useSignal<readonly [series: number, column: number]>([0, 0]);
  const points = useRef<HTMLDivElement>(null);
  const { width, height } = size;
  const at = useMemo(() => placesOf(x, EDGES.left, Math.max(EDGES.left + 1, width - EDGES.right)), [x, width]);
  const level = useMemo(
    () =>
      valueAxisOf(
        lines.map(({ cells }) => ({
          values: cells.flatMap(({ mean, low, high }) => [mean, low, high]),
        })),
        EDGES.top,
        Math.max(EDGES.top + 1, height - EDGES.bottom),
      ),
    [lines, height],
  );
  const placeText = ([series, column]: readonly [number, number]): string => {
    const where = t('sweep.placeOne', { x: x.name, value: levelText(x.levels[column]!, x) });
    return lines[series]!.name ? `${lines[series]!.name}, ${where}` : where;
  };
  const says = (place: readonly [number, number]): string =>
    `${placeText(place)}: ${cellText(lines[place[0]]!.cells[place[1]]!, measure)}`;
  const move = (event: KeyboardEvent): void => {
    const next = stepIn(event, reached.value, [lines.length, x.levels.length]);
    if (!next) return;
    event.preventDefault();
    reached.value = next;
    points.current?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus();
  };
  return (
    <>
      <h4 class="sweep-chart-title">{t('sweep.linesCaption', { measure: name, x: x.name })}</h4>
      {lines.length > 1 ? <Legend lines={lines} /> : null}
      <div class="sweep-lines" ref={ref}>
        {width > 0 ? (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={t('sweep.linesCaption', { measure: name, x: x.name })}
          >
            <Grid x={x} at={at} level={level} size={size} />
            {(['band', 'mean'] as const).map((part) => (
              <g key={part} class={lines.length > 2 ? 'sweep-many' : undefined}>
                {lines.map((one, k) => (
                  <Line
                    key={one.name}
                    line={one}
                    part={part}
                    hue={hueOf(k, lines.length)}
                    isLit={pointed.value?.[0] === k}
                    at={at}
                    y={level.y}
                  />
                ))}
              </g>
            ))}
          </svg>
        ) : null}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the points inside are the controls; this moves among them */}
        <div ref={points} onKeyDown={move}>
          {lines.flatMap((one, series) =>
            one.cells.map((cell, column) => {
              if (cell.runs.length === 0) return null;
              const place = [series, column] as const;
              const isReached = reached.value[0] === series && reached.value[1] === column;
              return (
                <button
                  key={place.join(' ')}
                  type="button"
                  class={`sweep-point hue-${hueOf(series, lines.length)}`}
                  data-cell={place.join(' ')}
                  tabIndex={isReached ? 0 : -1}
                  style={{ left: `${at[column]!}px`, top: `${level.y(cell.n > 0 ? cell.mean : 0)}px` }}
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
                />
              );
            }),
          )}
        </div>
      </div>
      <p class="sweep-value" id="sweep-value">
        {pointed.value ? says(pointed.value) : ''}
      </p>
    </>
  );
}

/** One line is blue; of several each has the next hue, as lines do elsewhere on the page. */
const hueOf = (series: number, count: number): number => (count === 1 ? 4 : HUES[series % HUES.length]!);
const HUES = [4, 5, 2, 3, 1, 0, 6];

const middleOf = ({ from, to }: Level): number => (from + to) / 2;

/** Where each level stands: numbers by their value, texts side by side. */
function placesOf(x: VariedAxis, left: number, right: number): number[] {
  const { levels, isNumeric } = x;
  const values = levels.map(middleOf);
  if (!isNumeric || levels.length < 2) {
    const scale = scalePoint(
      levels.map((_, k) => String(k)),
      [left, right],
    ).padding(0.5);
    return levels.map((_, k) => scale(String(k))!);
  }
  const ends = [Math.min(...values), Math.max(...values)];
  const inner = [left + 14, right - 14];
  // Values of equal ratios stand evenly where they were made so.
  const isGeometric = ends[0]! > 0 && levels.length > 2 && hasEqualRatios(values);
  const scale = isGeometric ? scaleLog(ends, inner) : scaleLinear(ends, inner);
  return values.map((value) => scale(value));
}

function hasEqualRatios(values: readonly number[]): boolean {
  const ratios = values.slice(1).map((value, k) => value / values[k]!);
  return Math.max(...ratios) / Math.min(...ratios) < 1.2 && ratios[0]! > 1.3;
}

interface GridOf {
  x: VariedAxis;
  at: readonly number[];
  level: ReturnType<typeof valueAxisOf>;
  size: Size;
}

/** Letters that a label of the axis needs room for, px. */
const LABEL = 54;

function Grid({ x, at, level, size: { width, height } }: GridOf) {
  const shown: number[] = [];
  at.forEach((place, k) => {
    if (shown.length === 0 || place - at[shown.at(-1)!]! >= LABEL) shown.push(k);
  });
  return (
    <g class="sweep-grid">
      {level.marks.map(({ value, label }) => (
        <g key={value}>
          <path
            class={value === 0 ? 'gridline zero' : 'gridline'}
            d={`M${EDGES.left} ${level.y(value)}H${width - EDGES.right}`}
          />
          <text class="level" x={EDGES.left - 8} y={level.y(value)}>
            {label}
          </text>
        </g>
      ))}
      {shown.map((k) => (
        <text key={k} class="place" x={at[k]} y={height - EDGES.bottom + 18}>
          {levelText(x.levels[k]!, x)}
        </text>
      ))}
      <text class="sweep-axis" x={(EDGES.left + width - EDGES.right) / 2} y={height - 6}>
        {x.name}
      </text>
    </g>
  );
}

interface LineOf {
  line: LineSeries;
  /** All bands lie below all lines. */
  part: 'band' | 'mean';
  hue: number;
  isLit: boolean;
  at: readonly number[];
  y(value: number): number;
}

function Line({ line: { cells }, part, hue, isLit, at, y }: LineOf) {
  const places = cells.map((_, k) => k);
  const band = (): string | null =>
    area<number>()
      .defined((k) => Number.isFinite(cells[k]!.low))
      .x((k) => at[k]!)
      .y0((k) => y(cells[k]!.low))
      .y1((k) => y(cells[k]!.high))(places);
  const mean = (): string | null =>
    line<number>()
      .defined((k) => cells[k]!.n > 0)
      .x((k) => at[k]!)
      .y((k) => y(cells[k]!.mean))(places);
  return (
    <path class={`sweep-${part} hue-${hue}${isLit ? ' lit' : ''}`} d={(part === 'band' ? band() : mean()) ?? ''} />
  );
}

const Legend = ({ lines }: { lines: readonly LineSeries[] }) => (
  <ul class="sweep-legend">
    {lines.map(({ name }, k) => (
      <li key={name} class={`hue-${hueOf(k, lines.length)}`}>
        <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
          <path class="sweep-mean" d="M1 6H27" />
        </svg>
        <span>{name}</span>
      </li>
    ))}
  </ul>
);
