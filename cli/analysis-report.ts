import type { MetricSummary, SweepAnalysis } from '../sim/experiment/sweep/analyse.ts';
import { table } from './table.ts';

// An analysis for a reader at a terminal.

const MOST_POINTS = 40;

const text = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(4))));
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(100 * share)} %`);

const withInterval = ({ mean, low, high }: MetricSummary): string =>
  low === null ? text(mean) : `${text(mean)} (${text(low)} to ${text(high)})`;

/** How much was analysed. */
export const extentText = ({ runs, count, summary }: SweepAnalysis): string =>
  `${runs} runs, ${count} ${count > 0 && summary(0).variant !== null ? 'pairs of a point and a variant' : 'points'}`;

export function analysisReport(analysis: SweepAnalysis): string[] {
  const { replicates } = analysis;
  const needed = replicates.needed === null ? '' : `; ${replicates.needed} a point are needed`;
  return [
    extentText(analysis),
    '',
    ...pointLines(analysis),
    ...sobolLines(analysis),
    ...morrisLines(analysis),
    ...seedLines(analysis),
    `Replicates: ${replicates.enough ? 'enough' : `not enough${needed}`}`,
    replicates.rule,
  ];
}

function pointLines({ count, summary, metrics, facts }: SweepAnalysis): string[] {
  const shown = Array.from({ length: Math.min(MOST_POINTS, count) }, (_, k) => summary(k));
  const first = shown[0];
  if (!first) return [];
  const variant = first.variant === null ? [] : ['variant'];
  const heads = [
    'point',
    ...variant,
    ...Object.keys(first.values),
    'n',
    ...metrics,
    ...facts.map((id) => `fact ${id}`),
  ];
  const rows = shown.map((one) => [
    String(one.point),
    ...(one.variant === null ? [] : [one.variant]),
    ...Object.values(one.values).map((value) => (typeof value === 'number' ? text(value) : JSON.stringify(value))),
    String(one.n),
    ...metrics.map((name) => withInterval(one.metrics[name]!)),
    ...facts.map((id) => factText(one.facts[id]!)),
  ]);
  return [
    'Means over the runs of each point, with intervals of 95 %',
    ...table([heads, ...rows]),
    ...(count > MOST_POINTS ? [`and ${count - MOST_POINTS} more: --json has them all`] : []),
    '',
  ];
}

const factText = ({ share, low, high }: { share: number | null; low: number | null; high: number | null }): string =>
  share === null ? '–' : `${percent(share)} (${percent(low)} to ${percent(high)})`;

/** The largest first. */
const sorted = <T>(found: Readonly<Record<string, T>>, of: (one: T) => number | null): [string, T][] =>
  Object.entries(found).sort(([, a], [, b]) => (of(b) ?? -1) - (of(a) ?? -1));

const sobolLines = ({ sobol = {} }: SweepAnalysis): string[] =>
  Object.entries(sobol).flatMap(([name, indices]) => [
    `Sobol’ indices of ${name}, with intervals of 95 %`,
    ...table([
      ['', 'first order', 'total'],
      ...sorted(indices, ({ st }) => st).map(([input, { s1, s1Low, s1High, st, stLow, stHigh }]) => [
        input,
        `${text(s1)} (${text(s1Low)} to ${text(s1High)})`,
        `${text(st)} (${text(stLow)} to ${text(stHigh)})`,
      ]),
    ]),
    '',
  ]);

const morrisLines = ({ morris = {} }: SweepAnalysis): string[] =>
  Object.entries(morris).flatMap(([name, effects]) => [
    `Elementary effects on ${name}`,
    ...table([
      ['', 'μ*', 'μ', 'σ'],
      ...sorted(effects, ({ muStar }) => muStar).map(([input, { mu, muStar, sigma }]) => [
        input,
        text(muStar),
        text(mu),
        text(sigma),
      ]),
    ]),
    '',
  ]);

function seedLines({ seedShares = {} }: SweepAnalysis): string[] {
  const known = Object.entries(seedShares).filter(([, share]) => share !== null);
  if (known.length === 0) return [];
  return ['Share of the variance that luck makes', ...table(known.map(([name, share]) => [name, percent(share)])), ''];
}
