import { proportionOf } from '../forecast-score.ts';
import { meanInterval, sampleQuantiles } from '../sensitivity/intervals.ts';
import { seedShare } from '../sensitivity/luck-share.ts';
import type { ReplicatesVerdict } from '../sensitivity/replicates-enough.ts';
import { nameOf } from './entry-values.ts';
import { numberedPoints } from './extension.ts';
import type { SweepPlan } from './plan.ts';
import { judgeReplicates } from './replicates-verdict.ts';
import { idOfFact, isFact, type RunValues, STATES } from './run-values.ts';
import { finiteFigures, finiteOrNull, type NumberOrNull, type Sensitivity, sensitivityOf } from './sensitivity.ts';
import type { SweepValue } from './spec.ts';

export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** A metric over the replicates of a point, with the t-interval of 95 %. */
export interface MetricSummary {
  mean: NumberOrNull;
  low: NumberOrNull;
  high: NumberOrNull;
  sd: NumberOrNull;
  /** By their share: `0.05` to `0.95`. */
  quantiles: Readonly<Record<string, NumberOrNull>>;
  /** Runs that have a value, where not all of the point’s have one. */
  n?: number;
}

/** Share of runs in which a fact happened, with the interval of 95 %. */
export interface FactSummary {
  share: NumberOrNull;
  low: NumberOrNull;
  high: NumberOrNull;
}

export interface PointSummary {
  point: number;
  variant: string | null;
  /** By the names of their columns. */
  values: Readonly<Record<string, SweepValue | null>>;
  /** Runs that came to their end; failed and refused ones are left out. */
  n: number;
  metrics: Readonly<Record<string, MetricSummary>>;
  facts: Readonly<Record<string, FactSummary>>;
}

export interface SweepAnalysis extends Sensitivity {
  /** Runs that are there. */
  runs: number;
  missing: number;
  metrics: readonly string[];
  facts: readonly string[];
  /** Points and their variants: one summary each, made when it is asked for, since a sweep may have millions. */
  count: number;
  summary(k: number): PointSummary;
  /** Share of the variance that the seed makes, in designs in which luck is no factor. */
  seedShares?: Readonly<Record<string, number | null>>;
  replicates: ReplicatesVerdict;
}

/** Is told of each part of an analysis which measure is next, of how many. */
export type OnMeasure = (part: 'indices' | 'luck' | 'replicates', k: number, measures: number) => void;

/**
 * Analyses the runs of a folder.
 * @param plans of the folder, in order.
 */
export function analyseSweep(
  plans: readonly SweepPlan[],
  values: RunValues,
  onMeasure: OnMeasure = () => {},
): SweepAnalysis {
  const plan = plans.at(-1)!;
  const { spec, numbering } = plan;
  const { variants, replicates } = numbering;
  const count = numbering.points * variants;
  const runs = values.states.reduce((sum, state) => sum + (state === STATES.missing ? 0 : 1), 0);
  const missing = values.states.length - runs;
  const metrics = values.names.filter((name) => !isFact(name));
  const column = (name: string): Float64Array => values.columns[values.names.indexOf(name)]!;
  const valuesAt = (name: string, k: number): Float64Array =>
    column(name).subarray(k * replicates, (k + 1) * replicates);
  const judged = metrics.length > 0 ? metrics : values.names;
  const groupsOf = (part: 'luck' | 'replicates', name: string): Float64Array[] => {
    onMeasure(part, judged.indexOf(name), judged.length);
    return Array.from({ length: count }, (_, k) => valuesAt(name, k));
  };
  const isSaltelli = spec.design.kind === 'saltelli';
  return {
    runs,
    missing,
    metrics,
    facts: values.names.filter(isFact).map(idOfFact),
    count,
    summary: summaries(plan, values),
    ...sensitivityOf(plan, metrics, missing, (name, variant) => {
      onMeasure('indices', metrics.indexOf(name), metrics.length);
      return Float64Array.from({ length: numbering.points }, (_, point) => {
        const group = valuesAt(name, point * variants + variant);
        return replicates === 1 ? group[0]! : meanInterval(group).mean;
      });
    }),
    // One replicate a point shows nothing of luck.
    ...(!isSaltelli && {
      seedShares: Object.fromEntries(
        metrics.map((name) => [name, replicates < 2 ? null : seedShare(groupsOf('luck', name))]),
      ),
    }),
    replicates: judgeReplicates(plan, judged, (name) => groupsOf('replicates', name)),
  };
}

function summaries(plan: SweepPlan, { names, columns, states }: RunValues): (k: number) => PointSummary {
  const { spec, numbering } = plan;
  const points = numberedPoints(spec, plan.predecessor);
  const { variants, replicates } = numbering;
  const titles = spec.vary.map(nameOf);
  return (k) => {
    const point = Math.floor(k / variants);
    const settings = points.settings(point);
    const [from, to] = [k * replicates, (k + 1) * replicates];
    const n = states.subarray(from, to).reduce((sum, state) => sum + (state === STATES.used ? 1 : 0), 0);
    const cells = (of: (name: string) => boolean): [string, Float64Array][] =>
      names.flatMap((name, at) => (of(name) ? [[name, columns[at]!.subarray(from, to)] as const] : []));
    return {
      point,
      variant: spec.interventions?.[k % variants]?.name ?? null,
      values: Object.fromEntries(titles.map((title, at) => [title, settingOf(settings[at]!)])),
      n,
      metrics: Object.fromEntries(
        cells((name) => !isFact(name)).map(([name, found]) => [name, metricSummary(found, n)]),
      ),
      facts: Object.fromEntries(cells(isFact).map(([name, found]) => [idOfFact(name), factSummary(found)])),
    };
  };
}

const settingOf = (value: SweepValue): SweepValue | null => (typeof value === 'number' ? finiteOrNull(value) : value);

function metricSummary(values: Float64Array, n: number): MetricSummary {
  const { n: own, ...found } = meanInterval(values);
  const quantiles = sampleQuantiles(values, QUANTILES);
  return {
    ...finiteFigures(found),
    quantiles: Object.fromEntries(QUANTILES.map((share, k) => [String(share), finiteOrNull(quantiles[k]!)])),
    ...(own !== n && { n: own }),
  };
}

function factSummary(values: Float64Array): FactSummary {
  const judged = values.filter((value) => !Number.isNaN(value));
  if (judged.length === 0) return { share: null, low: null, high: null };
  return proportionOf(
    judged.reduce((sum, value) => sum + value, 0),
    judged.length,
  );
}
