import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../../scenarios/index.ts';
import { check } from '../../../../sim/check/check.ts';
import { load } from '../../../../sim/engine/load.ts';
import { runJob } from '../../../../sim/experiment/run-job.ts';
import { accepted } from '../../../../sim/experiment/run-request.ts';
import { openRowRunner } from '../../../../sim/experiment/sweep/run-row.ts';
import { play } from '../../../../sim/history/record.ts';
import { MEASURES } from '../../../../sim/measures/index.ts';
import { analyse, RUN_MEASURES, summarise } from '../../../../sim/results/summary.ts';
import { Scenario } from '../../../../sim/schema/scenario.ts';
import { powers } from '../../powers.ts';
import { planOf, tableOf } from './plans.ts';

const scenario = powers(5, 40);
const history = play(load(accepted(check(scenario))), '1');
const metric = (name: string, tick: number): number => {
  const { series } = history;
  expect(series.stride).toBe(1);
  return series.world[tick * MEASURES.length + MEASURES.findIndex((one) => one.name === name)]!;
};
const measured = (measure: object, names: readonly string[], of: object = scenario): unknown[] =>
  tableOf(planOf({ scenario: of, measure }), names)[0]!;
const finite = (x: number | undefined): unknown => (Number.isFinite(x) ? x : null);

describe('what a sweep measures', () => {
  it('is every metric at the end, if it says nothing', () => {
    const names = [...MEASURES, ...RUN_MEASURES].map(({ name }) => name);
    const plan = planOf({ scenario });
    expect(plan.columns.slice(5, -3).map(({ name }) => name)).toEqual(names);
    const { metrics } = summarise(history);
    expect(tableOf(plan, names)).toEqual([names.map((name) => finite(metrics[name]))]);
  });

  it.each([...MEASURES, ...RUN_MEASURES].map(({ name }) => name))('%s at the end', (name) => {
    expect(measured({ end: [name] }, [name])).toEqual([finite(summarise(history).metrics[name])]);
  });

  const REPORTERS = ['end:alliances', 'mean:security:2:8', 'run:founded', 'trust:P0:P1:0:10', 'count:joined:0:5'];
  it.each(REPORTERS)('the reporter %s', (name) => {
    const [value] = runJob({ scenario, seeds: ['1'], reporters: [name] });
    expect(measured({ end: [name] }, [name])).toEqual([finite(value)]);
  });

  /** Of the ticks from the first year's on, before the last year's. */
  const ticks = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, k) => metric('security', from + k));
  it.each<[string, object, number]>([
    ['mean', { from: 2, to: 8 }, ticks(8, 32).reduce((sum, x) => sum + x, 0) / 24],
    ['sum', { from: 2, to: 3 }, ticks(8, 12).reduce((sum, x) => sum + x, 0)],
    ['min', { from: 2, to: 8 }, Math.min(...ticks(8, 32))],
    ['max', { from: 2, to: 8 }, Math.max(...ticks(8, 32))],
    ['first', { from: 2, to: 8 }, metric('security', 8)],
    ['last', { from: 2, to: 8 }, metric('security', 31)],
    ['first', {}, metric('security', 1)],
    ['last', {}, metric('security', 40)],
    ['last', { from: 5 }, metric('security', 40)],
    ['max', { from: 0.25, to: 0.5 }, metric('security', 1)],
  ])('the %s over a window %j', (take, years, value) => {
    expect(measured({ windows: [{ name: 'w', of: 'security', take, ...years }] }, ['w'])).toEqual([value]);
  });

  it('is null over a window that the run does not reach', () => {
    const windows = ['mean', 'min', 'max', 'first', 'last'].map((take) => ({
      name: take,
      of: 'security',
      from: 99,
      take,
    }));
    expect(measured({ windows }, ['mean', 'min', 'max', 'first', 'last'])).toEqual([null, null, null, null, null]);
  });

  it('is null where a metric has no value', () => {
    const { metrics } = summarise(play(load(accepted(check(powers(1, 4)))), '1'));
    const without = Object.keys(metrics).filter((name) => Number.isNaN(metrics[name]!));
    expect(measured({ end: Object.keys(metrics) }, Object.keys(metrics), powers(1, 4))).toEqual(
      Object.values(metrics).map((value) => finite(value)),
    );
    for (const name of without) expect(measured({ end: [name] }, [name], powers(1, 4))).toEqual([null]);
  });
});

describe('facts', () => {
  const fact = (id: string, more: object) => ({
    id,
    from: 1901,
    to: 1905,
    source: 'none',
    confidence: 'estimate',
    ...more,
  });
  const facts = [
    fact('war', { kind: 'war', who: ['P0', 'P1'] }),
    fact('pact', { kind: 'allied', who: ['P0', 'P1'] }),
    fact('later', { kind: 'war', who: ['P0', 'P1'], from: 1990, to: 1999 }),
    fact('worthless', { kind: 'metric', metric: 'security', who: ['P0'] }),
    fact('safe', { kind: 'metric', metric: 'security', value: 0.5, tolerance: 1_000, who: ['P0'] }),
  ];

  it('are columns of 0 and 1, null where a run cannot be judged', () => {
    const plan = planOf({ scenario: { ...scenario, history: facts }, measure: { facts: true } });
    expect(plan.columns.slice(5, -3).map(({ name }) => name)).toEqual(facts.map(({ id }) => `fact.${id}`));
    const [row] = tableOf(
      plan,
      facts.map(({ id }) => `fact.${id}`),
    );
    expect(row!.slice(2, 4)).toEqual([null, null]);
    for (const one of [row![0], row![1], row![4]]) expect([0, 1]).toContain(one);
  });

  it('are those that the odds count: Europe', () => {
    const europe = Scenario.parse(scenarios['europe-1879-1914']);
    const ids = europe.history.facts.map(({ id }) => id);
    const plan = planOf({ scenario: europe, replicates: 2, measure: { facts: true } });
    const figures = runJob({ scenario: europe, seeds: ['1', '2'], reporters: ids.map((id) => `fact:${id}`) });
    expect(
      tableOf(
        plan,
        ids.map((id) => `fact.${id}`),
      ).flat(),
    ).toEqual(Array.from(figures));
  });
});

describe('analyses', () => {
  it.each(['classics/glove', 'classics/voting', 'classics/tribute'])('are numbers by their key: %s', (id) => {
    const answers = analyse(play(load(accepted(check(scenarios[id]))), '1'))!;
    const keys = Object.keys(answers);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      const value = answers[key];
      const path = Array.isArray(value) ? `${key}[0]` : key;
      const given = Array.isArray(value) ? value[0] : value;
      const expected = typeof given === 'number' ? finite(given) : typeof given === 'boolean' ? Number(given) : null;
      expect(measured({ analyses: [path] }, [`analysis.${path}`], scenarios[id] as object)).toEqual([expected]);
    }
  });

  it('are null where there is nothing, or no number', () => {
    const [key] = Object.keys(analyse(play(load(accepted(check(scenarios['classics/glove']))), '1'))!);
    expect(
      measured(
        { analyses: [`${key}.nowhere[7]`] },
        [`analysis.${key}.nowhere[7]`],
        scenarios['classics/glove'] as object,
      ),
    ).toEqual([null]);
  });
});

describe('per-tick series', () => {
  it.each([1, 7, 40, 41])('have the metrics of every %i ticks', (every) => {
    const plan = planOf({ scenario, measure: { every: { ticks: every, names: ['welfare', 'security'] } } });
    expect(plan.series!.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ['welfare', 'DOUBLE', true],
      ['security', 'DOUBLE', true],
    ]);
    const { series } = openRowRunner(plan).runRow(0);
    const at = Array.from({ length: Math.floor(40 / every) }, (_, k) => (k + 1) * every);
    expect(series).toEqual(at.map((tick) => [tick, metric('welfare', tick), metric('security', tick)]));
  });

  it('are none where they are not asked for', () => {
    const plan = planOf({ scenario });
    expect(plan.series).toBeUndefined();
    expect(openRowRunner(plan).runRow(0).series).toBeUndefined();
  });
});
