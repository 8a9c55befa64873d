import { numeral } from '../i18n/index.ts';
import { labelOf } from './figure-names.ts';
import type { RunView } from './run-view.ts';
import { minus, significant, threeFigures } from './words.ts';

export { labelOf } from './figure-names.ts';

/** A figure over the run, one value a sample. */
export interface Curve {
  name: string;
  label: string;
  values: Float64Array;
  low: number;
  high: number;
}

/** What people ask of such a run first: cost, danger, trust, and who bears the burden. */
const FIRST = ['effortRate', 'threat', 'cohesion', 'freeRiding'];

/** The names of all figures that the run keeps over time: means over its actors, then the measures of the world. */
export function curveNames({ replay: { series } }: RunView): string[] {
  return series.samples === 0 ? [] : [...new Set([...series.actorNames, ...series.worldNames])];
}

/** The first names of the run's figures, where nobody chose any. */
export function firstCurves(run: RunView): string[] {
  const names = curveNames(run);
  return FIRST.filter((name) => names.includes(name));
}

/** The figures of those names over the run, in that order; names that the run does not keep are left out. */
export function curvesOf(run: RunView, names: readonly string[]): Curve[] {
  const { actorNames, worldNames } = run.replay.series;
  const known = curveNames(run);
  return names
    .filter((name) => known.includes(name))
    .map((name) => (actorNames.includes(name) ? meanCurve(run, name) : worldCurve(run, worldNames.indexOf(name))));
}

/** One actor's own line of a figure; undefined for a figure that only the world has. */
export function actorCurve(run: RunView, name: string, actor: number): Curve | undefined {
  const { actors, actorNames, samples } = run.replay.series;
  const k = actorNames.indexOf(name);
  const n = run.actors.length;
  if (k < 0 || samples === 0) return undefined;
  return bounded(name, run.actors[actor]!.name, samples, (s) => actors[(s * actorNames.length + k) * n + actor]!);
}

function worldCurve(run: RunView, k: number): Curve {
  const { world, worldNames, samples } = run.replay.series;
  const name = worldNames[k]!;
  return bounded(name, labelOf(name), samples, (s) => world[s * worldNames.length + k]!);
}

function meanCurve(run: RunView, name: string): Curve {
  const { actors, actorNames, samples } = run.replay.series;
  const k = actorNames.indexOf(name);
  const n = run.actors.length;
  return bounded(name, labelOf(name), samples, (s) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += actors[(s * actorNames.length + k) * n + i]!;
    return sum / n;
  });
}

function bounded(name: string, label: string, samples: number, at: (s: number) => number): Curve {
  const values = Float64Array.from({ length: samples }, (_, s) => at(s));
  let low = Infinity;
  let high = -Infinity;
  // Before the first tick many figures are still nothing; that would flatten all that follows.
  for (const value of values.length > 1 ? values.subarray(1) : values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { name, label, values, low, high };
}

/** Figures that are parts of a whole: what is asked of them is how many of a hundred. */
const SHARES: ReadonlySet<string> = new Set(['membership', 'effortRate', 'freeRiding', 'honouredShare']);

const shareText = (share: number, digits: number): string =>
  Number.isFinite(share) ? numeral({ style: 'percent', maximumSignificantDigits: digits }).format(share) : '–';

/** The value of a figure of that name as a person reads it; finer, where many are to be compared. */
export const valueText = (name: string, value: number): string =>
  SHARES.has(name) ? shareText(value, 2) : figureText(value);
export const finerText = (name: string, value: number): string =>
  SHARES.has(name) ? shareText(value, 3) : threeFigures(value);

/** What two decimals would call nothing, though it is something. */
const SMALL = 0.005;

/** Two figures that tell values of this size apart. */
export function figureText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size > 0 && size < SMALL) return significant(value, 1);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const text = numeral({ minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
  return minus(text.format(value));
}
