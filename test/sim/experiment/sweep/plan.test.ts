import { describe, expect, it } from 'vitest';
import { check } from '../../../../sim/check/check.ts';
import { checkPlanText } from '../../../../sim/experiment/sweep/hashed-plan.ts';
import { planHash } from '../../../../sim/experiment/sweep/make-plan.ts';
import { planText, type SweepPlan } from '../../../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../../../sim/experiment/sweep/run-row.ts';
import { scenarioHash } from '../../../../sim/schema/canonical.ts';
import { planOf, world } from './plans.ts';

const drafts: [string, object][] = [
  ['nothing said', {}],
  ['a grid', { vary: [{ path: 'parameters.p', from: 0, to: 1, steps: 3 }], replicates: 2 }],
  ['−0', { vary: [{ path: 'parameters.p', values: [-0, 1] }] }],
  [
    'everything',
    {
      vary: [
        { path: 'parameters.p', as: 'x', from: 0, to: 1 },
        { path: 'parameters.q', expression: '2 * x' },
      ],
      design: { kind: 'sobol', size: 4 },
      replicates: 2,
      seed: 3,
      interventions: [{ name: 'none', list: [] }],
      measure: { end: ['security'], every: { ticks: 2, names: ['welfare'] }, facts: true },
      stop: 'security > 100',
      limits: { seconds: 5 },
      runsPerShard: 4,
    },
  ],
];

describe.each(drafts)('the plan of a sweep with %s', (_, draft) => {
  it('has the same text, made twice and read back', () => {
    const text = planText(planOf(draft));
    expect(planText(planOf(structuredClone(draft)))).toBe(text);
    expect(planText(JSON.parse(text))).toBe(text);
    expect(JSON.parse(text)).toEqual(planOf(draft));
    expect(planHash(JSON.parse(text))).toBe(planHash(planOf(draft)));
  });

  it('makes a plan again that is the same', () => {
    const { spec }: SweepPlan = JSON.parse(planText(planOf(draft)));
    expect(planText(planOf(spec))).toBe(planText(planOf(draft)));
  });

  it('says what was run, and not where or when', () => {
    const plan = planOf(draft);
    expect(Object.keys(plan).filter((key) => !['series', 'predecessor'].includes(key))).toEqual([
      'format',
      'engine',
      'scenarioHash',
      'runs',
      'shards',
      'numbering',
      'columns',
      'spec',
    ]);
    const checked = check(world());
    expect(plan.scenarioHash).toBe('value' in checked && scenarioHash(checked.value));
    expect(planText(plan)).not.toMatch(/\/(home|tmp|work|Users)\/|\d{4}-\d{2}-\d{2}T|file:/);
    for (const { name, type, meaning } of plan.columns) {
      expect(name.length * meaning.length).toBeGreaterThan(0);
      expect(['INT64', 'DOUBLE', 'STRING', 'BOOLEAN']).toContain(type);
    }
  });
});

it('the settings of a run have no −0, which a link would lose', () => {
  const input = openRowRunner(planOf({ vary: [{ path: 'parameters.p', values: [-0] }] })).inputOf(0);
  expect(input).toMatchObject({ scenario: { parameters: { p: 0 } } });
});

describe('the file of a plan with more values than can be held is refused', () => {
  const design = `{"kind":"points","points":[${Array(100_001)
    .fill(`[${Array(200).fill(0).join()}]`)
    .join()}]}`;
  const withDesign = (plan: SweepPlan, place: (design: string) => object): string =>
    JSON.stringify({ ...plan, ...place('HERE') }).replace('"HERE"', design);

  it.each<[string, (plan: SweepPlan, design: string) => object]>([
    ['spec.design.points', ({ spec }, here) => ({ spec: { ...spec, design: here } })],
    ['predecessor.predecessor.design.points', (_, here) => ({ predecessor: { predecessor: { design: here } } })],
  ])('at %s', (path, place) => {
    const plan = planOf({});
    expect(checkPlanText(withDesign(plan, (here) => place(plan, here)))).toEqual({
      faults: [{ path, message: '20000200 values, more than 20000000' }],
    });
  });
});
