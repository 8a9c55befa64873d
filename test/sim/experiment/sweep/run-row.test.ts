import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../../scenarios/index.ts';
import { check, checkPlaced, faultSentence } from '../../../../sim/check/check.ts';
import { load } from '../../../../sim/engine/load.ts';
import type { SweepPlan } from '../../../../sim/experiment/sweep/plan.ts';
import { planText } from '../../../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../../../sim/experiment/sweep/run-row.ts';
import { finalDigest } from '../../../../sim/history/digest-comparison.ts';
import type { History } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import { summarise } from '../../../../sim/results/summary.ts';
import { always, cases } from '../../arbitrary.ts';
import { powers } from '../../powers.ts';
import { planOf, tableOf, world } from './plans.ts';

/** The run of a row, made as anybody makes a run. */
function played(plan: SweepPlan, run: number): History {
  const input = openRowRunner(plan).inputOf(run);
  if ('refused' in input) throw new Error(input.refused);
  const checked = check(input.scenario);
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  const placed = checkPlaced(input.interventions, checked.value, checked.value.time.ticks);
  if ('faults' in placed) throw new Error(placed.faults.map(faultSentence).join('\n'));
  return play(load(checked.value), input.seed, placed.value);
}

const rowsOf = (plan: SweepPlan, order: readonly number[]) => {
  const { runRow } = openRowRunner(plan);
  return new Map(order.map((run) => [run, runRow(run)]));
};

const numbersOf = (plan: SweepPlan): number[] =>
  Array.from({ length: plan.runs }, (_, k) => plan.numbering.firstRun + k);

const cell = (plan: SweepPlan, run: number, name: string): unknown =>
  openRowRunner(plan).runRow(run).row[plan.columns.findIndex((column) => column.name === name)];

const finite = (x: number | undefined): unknown => (Number.isFinite(x) ? x : null);

/** A sweep of any world: what varies, how often, with which people's deeds. */
const plans = cases({ actors: 6, ticks: 16 }).chain(({ scenario, interventions }) => {
  const actor = scenario.actors[0]!.id;
  return fc
    .record({
      loyalty: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 3 }),
      replicates: fc.integer({ min: 1, max: 3 }),
      seed: fc.nat(1_000),
      commonRandomNumbers: fc.boolean(),
      isCompared: fc.boolean(),
      runsPerShard: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ loyalty, isCompared, ...rest }) =>
      planOf({
        ...rest,
        scenario,
        vary: [{ path: `actors.${actor}.loyalty`, as: 'loyalty', values: [...new Set(loyalty)].map((x) => x / 20) }],
        ...(isCompared && {
          interventions: [
            { name: 'none', list: [] },
            { name: 'some', list: interventions },
          ],
        }),
      }),
    );
});

describe('a row', () => {
  it('has the digest and the metrics of its run: any sweep', () => {
    always(
      plans,
      (plan) => {
        const { runRow } = openRowRunner(plan);
        for (const run of numbersOf(plan)) {
          const { row } = runRow(run);
          const cells = Object.fromEntries(plan.columns.map(({ name }, k) => [name, row[k]]));
          const history = played(plan, run);
          expect(cells).toMatchObject({
            run,
            digest: finalDigest(history),
            status: 'done',
            ticks: history.ticks,
            error: null,
          });
          for (const [name, value] of Object.entries(summarise(history).metrics))
            expect(cells[name]).toBe(finite(value));
        }
      },
      25,
    );
  });

  it('is the same whatever was run before it: any sweep', () => {
    always(
      plans.chain((plan) =>
        fc.tuple(fc.constant(plan), fc.shuffledSubarray(numbersOf(plan), { minLength: plan.runs })),
      ),
      ([plan, shuffled]) => {
        const [rows, others] = [rowsOf(plan, numbersOf(plan)), rowsOf(plan, shuffled)];
        for (const run of numbersOf(plan)) expect(others.get(run)).toEqual(rows.get(run));
      },
      25,
    );
  });

  it('is the same of the plan as of its file: any sweep', () => {
    always(
      plans,
      (plan) => {
        const read: SweepPlan = JSON.parse(planText(plan));
        expect(rowsOf(read, numbersOf(plan))).toEqual(rowsOf(plan, numbersOf(plan)));
      },
      15,
    );
  });

  it.each(['europe-1879-1914', 'delian-league', 'classics/tribute', 'classics/voting'])(
    'has the digest of its run: %s',
    (id) => {
      const plan = planOf({ scenario: scenarios[id], seed: 7, measure: { end: [] } });
      expect(cell(plan, 0, 'digest')).toBe(finalDigest(played(plan, 0)));
    },
  );

  it('has as many cells as there are columns, of their types', () => {
    const plan = planOf({
      vary: [
        { path: 'parameters.p', as: 'number', values: [1] },
        { path: 'title', as: 'text', values: ['a', 'b'] },
        { path: 'actors.P0.position.border', as: 'list', values: [0] },
      ],
      interventions: [{ name: 'none', list: [] }],
      measure: { end: ['security'] },
    });
    expect(plan.columns.map(({ name, type }) => [name, type])).toEqual([
      ['run', 'INT64'],
      ['point', 'INT64'],
      ['replicate', 'INT64'],
      ['variant', 'STRING'],
      ['seed', 'STRING'],
      ['ticks', 'INT64'],
      ['number', 'DOUBLE'],
      ['text', 'STRING'],
      ['list', 'DOUBLE'],
      ['security', 'DOUBLE'],
      ['digest', 'STRING'],
      ['status', 'STRING'],
      ['error', 'STRING'],
    ]);
    expect(openRowRunner(plan).runRow(1).row).toEqual([
      1,
      1,
      0,
      'none',
      '1',
      24,
      1,
      'b',
      0,
      expect.any(Number),
      expect.stringMatching(/^[0-9a-f]{16}$/),
      'done',
      null,
    ]);
  });
});

describe('the column of what varies', () => {
  it.each<[string, unknown[], string, unknown[]]>([
    ['numbers', [1, 0], 'DOUBLE', [1, 0]],
    ['numbers that are 0 or 1 throughout', [0, 1], 'DOUBLE', [0, 1]],
    ['truth values', [true, false], 'BOOLEAN', [true, false]],
    ['texts', ['a', '1'], 'STRING', ['a', '1']],
    ['lists', [[1, 2], [3]], 'STRING', ['[1,2]', '[3]']],
    ['values of several kinds', [1, 'a', true], 'STRING', ['1', 'a', 'true']],
  ])('of %s', (_, values, type, cells) => {
    for (const design of [{ kind: 'full' }, { kind: 'points', points: values.map((value) => [value]) }]) {
      const plan = planOf({ vary: [{ path: 'title', values }], design, measure: { end: [] } });
      expect(plan.columns[5]).toMatchObject({ name: 'title', type });
      expect(tableOf(plan, ['title'])).toEqual(cells.map((one) => [one]));
    }
  });

  it('has numbers of a range, a distribution and an expression', () => {
    const plan = planOf({
      vary: [
        { path: 'parameters.p', as: 'a', from: 0, to: 1 },
        { path: 'parameters.q', distribution: { kind: 'normal', mean: 0, sd: 1 } },
        { path: 'parameters.r', expression: '1 / (a - a)' },
      ],
      design: { kind: 'sobol', size: 2 },
    });
    expect(plan.columns.slice(5, 8).map(({ type }) => type)).toEqual(['DOUBLE', 'DOUBLE', 'DOUBLE']);
  });
});

describe('a run that does not end as it should is a row that says so', () => {
  const vary = [{ path: 'actors.P1.loyalty', as: 'loyalty', values: [0.5, 2] }];
  const ENDS = ['ticks', 'security', 'digest', 'status', 'error'];
  const measure = { end: ['security'] };

  it('refused', () => {
    expect(tableOf(planOf({ vary, measure }), ['run', 'loyalty', ...ENDS])).toEqual([
      [0, 0.5, 24, expect.any(Number), expect.any(String), 'done', null],
      [1, 2, 0, null, null, 'refused', 'actors[1].loyalty: expected a number from 0 to 1, got 2'],
    ]);
  });

  it('refused, since one value leaves another without a place', () => {
    const plan = planOf({
      vary: [
        { path: 'actors[0].id', values: ['P0', 'X'] },
        { path: 'actors.P0.loyalty', values: [0.5] },
      ],
      measure,
    });
    expect(tableOf(plan, ['status', 'error'])).toEqual([
      ['done', null],
      ['refused', 'actors.P0: actors has no element "P0" (did you mean "P1"?)'],
    ]);
  });

  it('refused, for interventions that do not fit the point', () => {
    const plan = planOf({
      vary: [{ path: 'time.ticks', values: [24, 4] }],
      interventions: [{ name: 'late', list: [{ kind: 'set', tick: 20, path: 'actors.P0.loyalty', value: 1 }] }],
      measure,
    });
    expect(tableOf(plan, ['status', 'error'])).toEqual([
      ['done', null],
      ['refused', expect.stringMatching(/^interventions\.late\[0\]\.tick: .*20$/)],
    ]);
  });

  it('stopped, with the tick at which it was', () => {
    const plan = planOf({ stop: 'security > -1', measure });
    expect(tableOf(plan, ENDS)).toEqual([[1, expect.any(Number), expect.any(String), 'stopped', null]]);
  });

  it('done, where the stop comes with the last tick', () => {
    expect(tableOf(planOf({ scenario: powers(3, 1), stop: '1 > 0' }), ['ticks', 'status'])).toEqual([[1, 'done']]);
  });

  it('done, where the stop never comes', () => {
    expect(tableOf(planOf({ stop: 'security < -1' }), ['ticks', 'status'])).toEqual([[24, 'done']]);
  });

  it('has the digest of its run up to there', () => {
    const plan = planOf({ stop: 'alliances >= 0', measure: { end: [] } });
    const short = planOf({
      scenario: { ...world(), time: { start: 1900, ticks: 1, ticksPerYear: 4 } },
      measure: { end: [] },
    });
    expect(tableOf(plan, ['digest'])).toEqual(tableOf(short, ['digest']));
  });

  it('timeout, once the clock says so', () => {
    const late = tableOf(planOf({ measure }), ENDS, () => true);
    expect(late).toEqual([[4, null, null, 'timeout', 'it took longer than limits.seconds']]);
    expect(tableOf(planOf({ measure: { ...measure, facts: true }, stop: '0' }), ['status'], () => true)).toEqual([
      ['timeout'],
    ]);
  });

  it('none of it, while the clock says no', () => {
    const plan = planOf({ measure });
    expect(tableOf(plan, ENDS, () => false)).toEqual(tableOf(plan, ENDS));
  });

  it('failed, when its worker says why', () => {
    const plan = planOf({ measure });
    const row = openRowRunner(plan).rowWithout(0, 'failed', 'the worker ended');
    expect(row.slice(-4)).toEqual([null, null, 'failed', 'the worker ended']);
    expect(row).toHaveLength(plan.columns.length);
  });
});

describe('variants of interventions', () => {
  const set = (value: number) => ({ kind: 'set', tick: 4, path: 'actors.P1.loyalty', value });
  const interventions = [
    { name: 'none', list: [] },
    { name: 'loyal', list: [set(1)] },
  ];

  it('are run beside each other', () => {
    const plan = planOf({ interventions, replicates: 2, measure: { end: [] } });
    const table = tableOf(plan, ['run', 'point', 'replicate', 'variant', 'seed']);
    expect(table).toEqual([
      [0, 0, 0, 'none', '1'],
      [1, 0, 0, 'loyal', '1'],
      [2, 0, 1, 'none', '2'],
      [3, 0, 1, 'loyal', '2'],
    ]);
    for (const run of [0, 1, 2, 3]) expect(cell(plan, run, 'digest')).toBe(finalDigest(played(plan, run)));
    expect(cell(plan, 0, 'digest')).not.toBe(cell(plan, 1, 'digest'));
  });

  it('may vary themselves', () => {
    const plan = planOf({
      interventions,
      vary: [{ path: 'interventions.loyal[0].value', as: 'loyalty', values: [0, 1] }],
      measure: { end: [] },
    });
    const { inputOf } = openRowRunner(plan);
    expect([0, 1, 2, 3].map((run) => (inputOf(run) as { interventions: unknown }).interventions)).toEqual([
      [],
      [set(0)],
      [],
      [set(1)],
    ]);
    const digests = [0, 1, 2, 3].map((run) => cell(plan, run, 'digest'));
    expect(digests[0]).toBe(digests[2]);
    expect(digests[1]).not.toBe(digests[3]);
    for (const run of [0, 1, 2, 3]) expect(digests[run]).toBe(finalDigest(played(plan, run)));
  });
});
