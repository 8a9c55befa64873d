import type { PointSummary, SweepAnalysis } from '../sim/experiment/sweep/analyse.ts';
import { escapeHtml, heatMap, meanChart, morrisChart, shortNumber, sobolChart } from './analysis-charts.ts';
import { extentText } from './analysis-report.ts';

// An analysis as one page that needs no script, no other file and no network.

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6675; --line: #d9dee5; --page: #fff; --c0: #1f5fa8; --c1: #b4531a; --c2: #2d7a4b; --c3: #7b4aa0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa6b5; --line: #333c48; --page: #14181e; --c0: #6fabec; --c1: #e89a63; --c2: #73c295; --c3: #bd93dd; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
figure { margin: 1.5rem 0; overflow-x: auto; } figcaption { color: var(--soft); margin-bottom: .5rem; overflow-wrap: anywhere; }
svg { width: 100%; min-width: 32rem; max-width: 45rem; height: auto; } svg text { font-size: 12px; fill: var(--soft); }
.grid { stroke: var(--line); } .s0 { --c: var(--c0); } .s1 { --c: var(--c1); } .s2 { --c: var(--c2); } .s3 { --c: var(--c3); }
.series circle, .series text { fill: var(--c); } .band { fill: var(--c); opacity: .18; } .line { fill: none; stroke: var(--c); stroke-width: 1.5; }
.cell, .total { fill: var(--c0); } .first { fill: var(--c1); } .whisker { stroke: var(--ink); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; } th { color: var(--soft); font-weight: 600; }
`;

/** Points in the table, and in the pictures. */
const MOST_ROWS = 1_000;
const MOST_POINTS = 5_000;

/** @param title what is analysed */
export function analysisHtml(analysis: SweepAnalysis, title: string): string {
  const { missing, count, metrics, sobol = {}, morris = {}, replicates, notes } = analysis;
  const points = Array.from({ length: Math.min(MOST_POINTS, count) }, (_, k) => analysis.summary(k));
  const { needed } = replicates;
  const enough = replicates.enough ? 'enough' : `not enough${needed === null ? '' : `, ${needed} a point are needed`}`;
  const paragraphs = [
    `${extentText(analysis)}${missing > 0 ? `; ${missing} runs are missing` : ''}.`,
    ...notes,
    `Replicates: ${enough}. ${replicates.rule}`,
  ];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...section('What matters', [
      ...Object.entries(sobol).map(([name, found]) => sobolChart(name, found)),
      ...Object.entries(morris).map(([name, found]) => morrisChart(name, found)),
    ]),
    ...section(
      'Metrics',
      metrics.map((metric) => pointChart(metric, points)),
    ),
    ...section('Points', [pointTable(analysis, points.slice(0, MOST_ROWS))]),
    '</main></body></html>\n',
  ].join('\n');
}

function section(title: string, parts: readonly string[]): string[] {
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? [] : [`<h2>${title}</h2>`, ...filled];
}

/** The picture that suits what varies: a line over one value, a map over two, none over more. */
function pointChart(metric: string, points: readonly PointSummary[]): string {
  const names = Object.keys(points[0]?.values ?? {});
  if (names.length === 1) return meanChart(metric, names[0]!, points);
  if (names.length !== 2) return '';
  const variants = [...new Set(points.map(({ variant }) => variant))];
  return variants
    .map((variant) => {
      const own = points.filter((point) => point.variant === variant);
      const map = heatMap(metric, [names[0]!, names[1]!], own);
      return variant === null || map === '' ? map : `<h3>${escapeHtml(variant)}</h3>${map}`;
    })
    .join('');
}

function pointTable({ count, metrics, facts }: SweepAnalysis, points: readonly PointSummary[]): string {
  const hasVariants = points[0]?.variant != null;
  const heads = [
    'point',
    ...(hasVariants ? ['variant'] : []),
    ...Object.keys(points[0]?.values ?? {}),
    'n',
    ...metrics,
    ...facts,
  ];
  const rows = points.map((one) => [
    String(one.point),
    ...(hasVariants ? [one.variant ?? ''] : []),
    ...Object.values(one.values).map((value) =>
      typeof value === 'number' ? shortNumber(value) : JSON.stringify(value),
    ),
    String(one.n),
    ...metrics.map((name) => {
      const { mean, low, high } = one.metrics[name]!;
      return low === null ? shortNumber(mean) : `${shortNumber(mean)} (${shortNumber(low)} to ${shortNumber(high)})`;
    }),
    ...facts.map((id) => {
      const { share } = one.facts[id]!;
      return share === null ? '–' : `${Math.round(100 * share)} %`;
    }),
  ]);
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const more = count > points.length ? `<p>and ${count - points.length} more points</p>` : '';
  return `<div class="scroll"><table>${cells('th', heads)}${rows.map((row) => cells('td', row)).join('')}</table></div>${more}`;
}
