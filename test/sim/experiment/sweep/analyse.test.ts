import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classics } from '../../../../scenarios/classics/index.ts';
import { analyseSweep, type SweepAnalysis } from '../../../../sim/experiment/sweep/analyse.ts';
import { numberedPoints } from '../../../../sim/experiment/sweep/extension.ts';
import { checkSweep, makePlan } from '../../../../sim/experiment/sweep/make-plan.ts';
import { runNumber } from '../../../../sim/experiment/sweep/numbering.ts';
import type { SweepPlan } from '../../../../sim/experiment/sweep/plan.ts';
import { measuredColumns, openRunValues } from '../../../../sim/experiment/sweep/run-values.ts';
import type { SweepValue, WholeSpec } from '../../../../sim/experiment/sweep/spec.ts';
import { ishigami } from '../sensitivity/outputs.ts';

function planFrom(part: object, before: readonly SweepPlan[] = []): SweepPlan {
  const spec = checkSweep({ format: 'foedus-sweep/1', scenario: classics['classics/public-good'], ...part });
  if ('faults' in spec) throw new Error(JSON.stringify(spec.faults));
  const plan = makePlan(spec.value as WholeSpec, before);
  if ('faults' in plan) throw new Error(JSON.stringify(plan.faults));
  return plan.value;
}

interface Of {
  point: number;
  variant: number;
  replicate: number;
  run: number;
  settings: readonly SweepValue[];
}

/** Analyses a sweep whose runs come to these values; null is a run that failed, undefined one that is not there. */
function analysed(
  plans: readonly SweepPlan[],
  names: readonly string[],
  valuesOf: (of: Of) => readonly (number | null)[] | null | undefined,
): SweepAnalysis {
  const values = openRunValues(plans, names);
  for (const plan of plans) {
    const points = numberedPoints(plan.spec, plan.predecessor);
    for (let run = plan.numbering.firstRun; run < plan.numbering.firstRun + plan.runs; run++) {
      const number = runNumber(plan.numbering, run);
      const found = valuesOf({ ...number, settings: points.settings(number.point) });
      if (found !== undefined) values.put(run, found !== null, found ?? []);
    }
  }
  return analyseSweep(plans, values);
}

const A = { path: 'parameters.a', as: 'a', values: [0.2, 0.4] };
const VARIANTS = [
  { name: 'calm', list: [] },
  { name: 'storm', list: [] },
];
/** Half the interval of 95 % of three runs with a standard deviation of 1: t = 4.302653 over √3. */
const HALF = 2.4841377;

describe('the analysis of a sweep', () => {
  it('has the mean of each point and variant, its interval, its quantiles and the shares of facts', () => {
    const plan = planFrom({ vary: [A], replicates: 3, interventions: VARIANTS });
    const analysis = analysed([plan], ['y', 'fact.war'], ({ point, variant, replicate }) => [
      100 * point + 10 * variant + replicate,
      replicate > 0 ? 1 : 0,
    ]);
    expect(analysis).toMatchObject({ runs: 12, missing: 0, count: 4, metrics: ['y'], facts: ['war'] });
    const mean = 1 + 10 + 100;
    expect(analysis.summary(3)).toEqual({
      point: 1,
      variant: 'storm',
      values: { a: 0.4 },
      n: 3,
      metrics: {
        y: {
          mean,
          low: expect.closeTo(mean - HALF, 6),
          high: expect.closeTo(mean + HALF, 6),
          sd: 1,
          quantiles: { 0.05: 110.1, 0.25: 110.5, 0.5: 111, 0.75: 111.5, 0.95: 111.9 },
        },
      },
      // Wilson (1927), two of three.
      facts: { war: { share: 2 / 3, low: expect.closeTo(0.207655, 5), high: expect.closeTo(0.938508, 5) } },
    });
    expect(analysis.summary(1)).toMatchObject({ point: 0, variant: 'storm', values: { a: 0.2 } });
  });

  it('leaves out runs that failed, and says how many are missing', () => {
    const plan = planFrom({ vary: [A], replicates: 4 });
    const analysis = analysed([plan], ['y', 'fact.war'], ({ point, replicate }) => {
      if (point === 1) return replicate === 0 ? [5, null] : undefined;
      return replicate === 3 ? null : [replicate + 1, null];
    });
    expect(analysis).toMatchObject({ runs: 5, missing: 3 });
    expect(analysis.summary(0)).toMatchObject({ n: 3, metrics: { y: { mean: 2, sd: 1 } }, variant: null });
    const alone = { share: null, low: null, high: null };
    expect(analysis.summary(1)).toMatchObject({
      n: 1,
      metrics: { y: { mean: 5, low: null, high: null, sd: null } },
      facts: { war: alone },
    });
  });

  it('says of a metric how many runs have a value, where not all do', () => {
    const plan = planFrom({ vary: [A], replicates: 3 });
    const analysis = analysed([plan], ['y', 'z'], ({ replicate }) => [replicate === 0 ? null : replicate, 1]);
    const { metrics, n } = analysis.summary(0);
    expect(n).toBe(3);
    expect(metrics.y).toMatchObject({ n: 2, mean: 1.5 });
    expect(metrics.z).not.toHaveProperty('n');
  });

  it('finds each run of plans that extend others in its point', () => {
    const part = fc.record({ points: fc.integer({ min: 1, max: 5 }), replicates: fc.integer({ min: 1, max: 4 }) });
    const of = (count: number, replicates: number) => ({
      vary: [{ ...A, values: Array.from({ length: count }, (_, k) => (k + 1) / 20) }],
      replicates,
      interventions: VARIANTS,
    });
    fc.assert(
      fc.property(part, part, (first, more) => {
        const before = planFrom(of(first.points, first.replicates));
        const after = planFrom(of(first.points + more.points, first.replicates + more.replicates), [before]);
        const analysis = analysed([before, after], ['y'], ({ variant, settings }) => [
          Number(settings[0]) + 10 * variant,
        ]);
        expect(analysis.missing).toBe(0);
        for (let k = 0; k < analysis.count; k++) {
          const { values, metrics, n, variant } = analysis.summary(k);
          expect(n).toBe(first.replicates + more.replicates);
          expect(metrics.y).toMatchObject({ mean: Number(values.a) + (variant === 'storm' ? 10 : 0) });
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it('tells measures from settings', () => {
    const plan = planFrom({ vary: [A], measure: { end: ['alliances'], analyses: [] } });
    expect(measuredColumns(plan).map(({ name }) => name)).toEqual(['alliances']);
  });
});

describe('how much luck makes', () => {
  const plan = planFrom({ vary: [A], replicates: 2 });
  it('is the variance within points over all of it', () => {
    const analysis = analysed([plan], ['luck alone', 'no luck', 'constant'], ({ point, replicate }) => [
      replicate,
      point,
      1,
    ]);
    expect(analysis.seedShares).toEqual({ 'luck alone': 1, 'no luck': 0, constant: null });
  });
  it('is unknown with one replicate', () => {
    expect(analysed([planFrom({ vary: [A] })], ['y'], ({ point }) => [point]).seedShares).toEqual({ y: null });
  });
});

describe('whether the replicates are enough', () => {
  it('is told by the measure that needs most', () => {
    const plan = planFrom({ vary: [A], replicates: 20 });
    const apart = analysed([plan], ['clear', 'noisy'], ({ point, replicate }) => [
      100 * point + (replicate % 5),
      point + (replicate % 5),
    ]);
    expect(apart.replicates.rule).toMatch(/^noisy needs most\. Secchi & Seri/);
    expect(apart.replicates.enough).toBe(false);
    expect(apart.replicates.needed).toBeGreaterThan(20);
    const clear = analysed([plan], ['clear'], ({ point, replicate }) => [100 * point + (replicate % 5)]);
    expect(clear.replicates).toMatchObject({ enough: true, needed: 2 });
  });
  it('is not told by one replicate', () => {
    const { replicates } = analysed([planFrom({ vary: [A] })], ['y', 'z'], ({ point }) => [point, 1]);
    expect(replicates).toMatchObject({ enough: false, needed: 2 });
    expect(replicates.rule).toMatch(/^One replicate a point does not show/);
  });
  it('is no question where luck is a factor', () => {
    const plan = planFrom({ vary: [uniform('parameters.a')], design: { kind: 'saltelli', size: 4 } });
    expect(analysed([plan], ['y'], ({ run }) => [run]).replicates).toMatchObject({ enough: true, needed: 1 });
  });
});

const uniform = (path: string) => ({ path, distribution: { kind: 'uniform', from: -Math.PI, to: Math.PI } });
const INPUTS = ['parameters.a', 'parameters.b', 'parameters.periods'];
const vary = INPUTS.map(uniform);
/** The Ishigami function of VALIDATION V10, of the settings themselves. */
const output = ({ settings }: Of): number[] => [
  ishigami(Float64Array.from(settings, (x) => (Number(x) / Math.PI + 1) / 2)),
];

describe('sensitivity', () => {
  it('has the exact Sobol’ indices of the Ishigami function', () => {
    const plan = planFrom({ vary, design: { kind: 'saltelli', size: 2 ** 12 } });
    const { sobol, morris, seedShares, notes } = analysed([plan], ['y'], output);
    expect({ morris, seedShares, notes }).toEqual({ morris: undefined, seedShares: undefined, notes: [] });
    const found = Object.entries(sobol!.y!).map(([name, { s1, st }]) => [name, s1, st] as const);
    const wanted: [string, number, number][] = [
      [INPUTS[0]!, 0.313905, 0.557589],
      [INPUTS[1]!, 0.442411, 0.442411],
      [INPUTS[2]!, 0, 0.243684],
      ['luck', 0, 0],
    ];
    expect(found.map(([name]) => name)).toEqual(wanted.map(([name]) => name));
    wanted.forEach(([, s1, st], k) => {
      expect(Math.abs(found[k]![1]! - s1)).toBeLessThan(0.02);
      expect(Math.abs(found[k]![2]! - st)).toBeLessThan(0.02);
    });
  });

  it('has the exact elementary effects of the Ishigami function', () => {
    const plan = planFrom({ vary, design: { kind: 'morris', size: 1_000, levels: 4 } });
    const { morris, sobol, seedShares } = analysed([plan], ['y'], output);
    expect({ sobol, seedShares }).toEqual({ sobol: undefined, seedShares: { y: null } });
    // VALIDATION V10 and SWEEPS, "Tolerances": μ*, σ.
    const wanted = [
      [7.704054, 6.2488],
      [7.875, 7.875],
      [6.248796, 8.8371],
    ] as const;
    INPUTS.forEach((name, k) => {
      const { muStar, sigma } = morris!.y![name]!;
      expect(Math.abs(muStar! / wanted[k]![0] - 1)).toBeLessThan(0.03);
      expect(Math.abs(sigma! / wanted[k]![1] - 1)).toBeLessThan(0.03);
    });
  });

  it('is told of each variant by itself, over the means of its replicates', () => {
    const plan = planFrom({
      vary: [uniform('parameters.a')],
      design: { kind: 'morris', size: 4 },
      replicates: 2,
      interventions: VARIANTS,
    });
    const slope = 2 * Math.PI;
    const { morris } = analysed([plan], ['y'], ({ settings, variant, replicate }) => [
      Number(settings[0]) * (variant + 1) + replicate,
    ]);
    expect(Object.keys(morris!)).toEqual(['y@calm', 'y@storm']);
    expect(morris!['y@storm']!['parameters.a']!.mu).toBeCloseTo(2 * slope, 9);
  });

  it('needs all runs, and says what is left out of it', () => {
    const plan = planFrom({ vary, design: { kind: 'saltelli', size: 16 } });
    const incomplete = analysed([plan], ['y'], (of) => (of.run === 3 ? undefined : output(of)));
    expect(incomplete.sobol).toBeUndefined();
    expect(incomplete.notes).toEqual(['the indices of its design need all runs, so there are none yet']);
    const failed = analysed([plan], ['y'], (of) => (of.run === 3 ? null : output(of)));
    expect(failed.sobol).toBeDefined();
    expect(failed.notes[0]).toMatch(/^y: 1 base points are left out/);
  });

  it('has null where an output does not vary', () => {
    const plan = planFrom({ vary, design: { kind: 'saltelli', size: 16 } });
    expect(analysed([plan], ['y'], () => [7]).sobol!.y!.luck).toMatchObject({ s1: null, st: null });
  });

  it('keeps the factor luck apart from an input of that name', () => {
    const plan = planFrom({
      vary: [{ ...uniform('parameters.a'), as: 'luck' }],
      design: { kind: 'saltelli', size: 4 },
    });
    expect(Object.keys(analysed([plan], ['y'], output).sobol!.y!)).toEqual(['parameters.a', 'luck']);
  });
});
