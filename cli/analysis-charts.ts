import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { PointSummary, SweepAnalysis } from '../sim/experiment/sweep/analyse.ts';
import { printable } from './terminal.ts';

// Pictures of an analysis as SVG, which a page shows without a script.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text of a stranger within HTML. */
export const escapeHtml = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** A number for a reader: four digits. */
export const shortNumber = (value: number | null): string =>
  value === null ? '–' : String(Number(value.toPrecision(4))).replace('-', '−');

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 84;
const BOTTOM = 44;
const TOP = 28;
const RIGHT = 16;

const at = (x: number): string => x.toFixed(1);

const label = (x: number, y: number, text: string, anchor = 'middle'): string =>
  `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;

const picture = (title: string, parts: readonly string[], height = HEIGHT): string =>
  `<figure><figcaption>${escapeHtml(title)}</figcaption><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(title)}">${parts.join('')}</svg></figure>`;

type Extent = readonly [number, number];

/** Room for a line that does not vary. */
const spread = (values: readonly number[]): Extent => {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  return low === high ? [low - 1, high + 1] : [low, high];
};

function frame(xs: Extent, ys: Extent, names: readonly [string, string]) {
  const x = scaleLinear()
    .domain(xs)
    .range([LEFT, WIDTH - RIGHT]);
  const y = scaleLinear()
    .domain(ys)
    .nice()
    .range([HEIGHT - BOTTOM, TOP]);
  const axes = [
    ...y
      .ticks(5)
      .flatMap((tick) => [
        `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>`,
        label(LEFT - 8, y(tick) + 4, shortNumber(tick), 'end'),
      ]),
    ...x.ticks(6).map((tick) => label(x(tick), HEIGHT - BOTTOM + 18, shortNumber(tick))),
    label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, names[0]),
    `<text transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(names[1])}</text>`,
  ];
  return { x, y, axes };
}

/** Means of a metric over one varied value, with their intervals; a line each variant. */
export function meanChart(metric: string, name: string, points: readonly PointSummary[]): string {
  const known = points.filter(
    ({ values, metrics }) => typeof values[name] === 'number' && metrics[metric]!.mean !== null,
  );
  if (known.length < 2) return '';
  const placed = known.map(({ variant, values, metrics }) => {
    const { mean, low, high } = metrics[metric]!;
    return { variant, x: values[name] as number, mean: mean!, low: low ?? mean!, high: high ?? mean! };
  });
  const { x, y, axes } = frame(
    spread(placed.map((one) => one.x)),
    spread(placed.flatMap(({ low, high }) => [low, high])),
    [name, metric],
  );
  const variants = [...new Set(placed.map(({ variant }) => variant))];
  const lines = variants.flatMap((variant, k) => {
    const own = placed.filter((one) => one.variant === variant).sort((a, b) => a.x - b.x);
    type One = (typeof own)[number];
    const band = area<One>(
      (one) => x(one.x),
      (one) => y(one.low),
      (one) => y(one.high),
    )(own);
    const path = line<One>(
      (one) => x(one.x),
      (one) => y(one.mean),
    )(own);
    const dots = own.map((one) => `<circle r="2.5" cx="${at(x(one.x))}" cy="${at(y(one.mean))}"/>`);
    const title =
      variant === null ? '' : label(LEFT + ((WIDTH - LEFT) / variants.length) * k, TOP - 14, variant, 'start');
    return [
      `<g class="series s${k % 4}"><path class="band" d="${band}"/><path class="line" d="${path}"/>${dots.join('')}${title}</g>`,
    ];
  });
  return picture(`${metric} over ${name}: means, with intervals of 95 %`, [...axes, ...lines]);
}

/** A cell each pair of two varied values, the darker the higher the mean. */
export function heatMap(metric: string, names: readonly [string, string], points: readonly PointSummary[]): string {
  const known = points.filter(({ metrics }) => metrics[metric]!.mean !== null);
  const distinct = (name: string): string[] => [...new Set(known.map(({ values }) => String(values[name])))];
  const [columns, rows] = [distinct(names[0]), distinct(names[1]).reverse()];
  if (known.length === 0 || columns.length > 60 || rows.length > 60) return '';
  const x = scalePoint(columns, [LEFT, WIDTH - RIGHT]).padding(0.5);
  const y = scalePoint(rows, [TOP, HEIGHT - BOTTOM]).padding(0.5);
  const extent = spread(known.map(({ metrics }) => metrics[metric]!.mean!));
  const shade = scaleLinear().domain(extent).range([0.06, 1]);
  const [width, height] = [x.step(), y.step()];
  const cells = known.map(({ values, metrics }) => {
    const mean = metrics[metric]!.mean!;
    const [cx, cy] = [x(String(values[names[0]]))!, y(String(values[names[1]]))!];
    const place = `x="${at(cx - width / 2)}" y="${at(cy - height / 2)}" width="${at(width)}" height="${at(height)}"`;
    return `<rect class="cell" ${place} fill-opacity="${shade(mean).toFixed(3)}"><title>${shortNumber(mean)}</title></rect>`;
  });
  const every = (all: readonly string[]): string[] => all.filter((_, k) => k % Math.ceil(all.length / 12) === 0);
  const text = (value: string): string =>
    Number.isNaN(Number(value)) ? value : shortNumber(Number(Number(value).toPrecision(3)));
  return picture(`${metric}: means from ${shortNumber(extent[0])} (pale) to ${shortNumber(extent[1])} (full)`, [
    ...cells,
    ...every(columns).map((value) => label(x(value)!, HEIGHT - BOTTOM + 18, text(value))),
    ...every(rows).map((value) => label(LEFT - 8, y(value)! + 4, text(value), 'end')),
    label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, names[0]),
    `<text transform="translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(names[1])}</text>`,
  ]);
}

const BARS_FROM = 220;
const ROW = 44;

/** Bars of the first-order and total index of each input, with their intervals. */
export function sobolChart(name: string, indices: NonNullable<SweepAnalysis['sobol']>[string]): string {
  const known = Object.entries(indices).filter(([, { st }]) => st !== null);
  if (known.length === 0) return '';
  const sorted = known.sort(([, a], [, b]) => b.st! - a.st!);
  const most = Math.max(1, ...sorted.flatMap(([, { stHigh, s1High }]) => [stHigh ?? 0, s1High ?? 0]));
  const x = scaleLinear()
    .domain([0, most])
    .range([BARS_FROM, WIDTH - RIGHT]);
  const within = (value: number | null): number => x(Math.max(0, value ?? 0));
  const bar = (kind: string, top: number, [value, low, high]: readonly (number | null)[]): string =>
    `<rect class="${kind}" x="${BARS_FROM}" y="${top}" width="${at(within(value!) - BARS_FROM)}" height="13"/>` +
    `<line class="whisker" x1="${at(within(low!))}" x2="${at(within(high!))}" y1="${top + 6.5}" y2="${top + 6.5}"/>`;
  const height = TOP + ROW * sorted.length + BOTTOM;
  const bars = sorted.flatMap(([input, { s1, s1Low, s1High, st, stLow, stHigh }], k) => {
    const top = TOP + ROW * k;
    return [
      label(BARS_FROM - 10, top + 19, input.length > 30 ? `${input.slice(0, 29)}…` : input, 'end'),
      bar('total', top, [st, stLow, stHigh]),
      bar('first', top + 15, [s1, s1Low, s1High]),
    ];
  });
  const ticks = x.ticks(5).map((tick) => label(x(tick), height - BOTTOM + 18, shortNumber(tick)));
  const title = `Sobol’ indices of ${name}: total (above) and first order (below), with intervals of 95 %`;
  return picture(title, [...bars, ...ticks], height);
}

/** Each input by the mean and the spread of its elementary effects. */
export function morrisChart(name: string, effects: NonNullable<SweepAnalysis['morris']>[string]): string {
  const known = Object.entries(effects).filter(([, { muStar, sigma }]) => muStar !== null && sigma !== null);
  if (known.length === 0) return '';
  const reach = (values: readonly number[]): Extent => [0, 1.15 * Math.max(...values) || 1];
  const { x, y, axes } = frame(
    reach(known.map(([, { muStar }]) => muStar!)),
    reach(known.map(([, { sigma }]) => sigma!)),
    ['μ*: mean of the absolute effects', 'σ'],
  );
  const dots = known.map(([input, { muStar, sigma }]) => {
    const [cx, cy] = [x(muStar!), y(sigma!)];
    const isRight = cx > WIDTH / 2;
    return `<circle r="4" cx="${at(cx)}" cy="${at(cy)}"/>${label(cx + (isRight ? -8 : 8), cy - 6, input, isRight ? 'end' : 'start')}`;
  });
  return picture(`Elementary effects on ${name}`, [...axes, `<g class="series s0">${dots.join('')}</g>`]);
}
