import { describe, expect, it } from 'vitest';
import { planHash } from '../../../../sim/experiment/sweep/make-plan.ts';
import { planText, type SweepPlan } from '../../../../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../../../../sim/experiment/sweep/run-row.ts';
import { planOf, tableOf, tryPlan, world } from './plans.ts';

const p = { path: 'parameters.p' };
const measure = { end: [] };
const read = (plan: SweepPlan): SweepPlan => JSON.parse(planText(plan));

describe('a plan that extends another', () => {
  const first = planOf({ vary: [{ ...p, values: [1, 3] }], replicates: 2, runsPerShard: 3, measure });
  const second = planOf({ vary: [{ ...p, values: [1, 2, 3] }], replicates: 3, runsPerShard: 3, measure }, [
    read(first),
  ]);
  const columns = ['run', 'point', 'replicate', 'seed', 'parameters.p'];

  it('gives old points only the new replicates, and new points all; every number goes on', () => {
    expect(tableOf(first, columns)).toEqual([
      [0, 0, 0, '1', 1],
      [1, 1, 0, '1', 3],
      [2, 0, 1, '2', 1],
      [3, 1, 1, '2', 3],
    ]);
    expect(tableOf(second, columns)).toEqual([
      [4, 2, 0, '1', 2],
      [5, 2, 1, '2', 2],
      [6, 0, 2, '3', 1],
      [7, 1, 2, '3', 3],
      [8, 2, 2, '3', 2],
    ]);
    expect([first.shards, second.numbering.firstShard, second.shards]).toEqual([2, 2, 2]);
  });

  it('names the hash of its predecessor', () => {
    expect(second.predecessor!.hash).toBe(planHash(first));
    expect(planHash(first)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('may be extended itself', () => {
    const third = planOf({ vary: [{ ...p, values: [0, 1, 2, 3] }], replicates: 3, measure }, [first, second].map(read));
    expect(tableOf(third, columns)).toEqual([
      [9, 3, 0, '1', 0],
      [10, 3, 1, '2', 0],
      [11, 3, 2, '3', 0],
    ]);
    expect(third.predecessor!.predecessor!.hash).toBe(planHash(first));
  });

  it('keeps the points of a range that is divided more finely', () => {
    const coarse = planOf({ vary: [{ ...p, from: 0, to: 1, steps: 6 }], measure });
    const fine = planOf({ vary: [{ ...p, from: 0, to: 1, steps: 11 }], measure }, [coarse]);
    expect(tableOf(fine, ['run', 'point', 'parameters.p'])).toEqual(
      [0.1, 0.3, 0.5, 0.7, 0.9].map((x, k) => [6 + k, 6 + k, x]),
    );
  });

  it('gives each of its runs a seed of its own, where seeds are not common', () => {
    const own = { commonRandomNumbers: false, measure };
    const one = planOf({ ...own, replicates: 2 });
    expect(tableOf(planOf({ ...own, replicates: 4 }, [one]), ['run', 'seed'])).toEqual([
      [2, '3'],
      [3, '4'],
    ]);
  });

  it.each<[string, object, object]>([
    ['random', { kind: 'random', size: 5 }, { kind: 'random', size: 8 }],
    ['sobol', { kind: 'sobol', size: 4 }, { kind: 'sobol', size: 8 }],
    ['saltelli', { kind: 'saltelli', size: 4 }, { kind: 'saltelli', size: 8 }],
    ['morris', { kind: 'morris', size: 3 }, { kind: 'morris', size: 6 }],
    [
      'points',
      { kind: 'points', points: [[0.1, 0.2]] },
      {
        kind: 'points',
        points: [
          [0.1, 0.2],
          [0.3, 0.4],
        ],
      },
    ],
  ])('has the rows of the whole after those of the part: %s', (_, part, whole) => {
    const vary = ['p', 'q'].map((name) => ({ path: `parameters.${name}`, from: 0, to: 1 }));
    const before = planOf({ vary, design: part, measure });
    const after = planOf({ vary, design: whole, measure }, [before]);
    const all = planOf({ vary, design: whole, measure });
    const names = all.columns.map(({ name }) => name);
    expect([...tableOf(before, names), ...tableOf(after, names)]).toEqual(tableOf(all, names));
  });
});

describe('an extension is refused', () => {
  const vary = [{ ...p, values: [1, 2] }];
  const begun = { vary, replicates: 2, measure };
  it.each<[string, object, object, string[]]>([
    [
      'of a Latin hypercube',
      { vary: [{ ...p, from: 0, to: 1 }], design: { kind: 'lhs', size: 4 } },
      { vary: [{ ...p, from: 0, to: 1 }], design: { kind: 'lhs', size: 8 } },
      ['design.kind: a Latin hypercube cannot be extended: with more points its strata are others'],
    ],
    [
      'of another scenario',
      begun,
      { ...begun, replicates: 3, scenario: { ...world(), title: 'Others' } },
      ['scenario: differs from the plan to extend: begin a new folder'],
    ],
    [
      'with another seed',
      begun,
      { ...begun, replicates: 3, seed: 2 },
      ['seed: differs from the plan to extend: begin a new folder'],
    ],
    [
      'with other measures',
      begun,
      { ...begun, replicates: 3, measure: { end: ['security'] } },
      ['measure: differs from the plan to extend: begin a new folder'],
    ],
    [
      'with another stop',
      begun,
      { ...begun, replicates: 3, stop: 'security > 1' },
      ['stop: differs from the plan to extend: begin a new folder'],
    ],
    [
      'with other variants',
      begun,
      { ...begun, interventions: [{ name: 'a', list: [] }] },
      ['interventions: differs from the plan to extend: begin a new folder'],
    ],
    [
      'of another design',
      begun,
      { ...begun, design: { kind: 'points', points: [[1], [2], [3]] } },
      ['design.kind: expected "full", as in the plan to extend'],
    ],
    [
      'with fewer replicates',
      begun,
      { ...begun, replicates: 1 },
      ['replicates: expected at least the 2 of the plan to extend'],
    ],
    [
      'without a point',
      begun,
      { ...begun, vary: [{ ...p, values: [2, 3] }] },
      ['design: point 0 of the plan to extend is no more there: begin a new folder'],
    ],
    [
      'with something else that varies',
      begun,
      { ...begun, vary: [{ path: 'parameters.q', values: [1, 2] }] },
      ['vary: differs from the plan to extend: begin a new folder'],
    ],
    [
      'with values of another type',
      begun,
      { ...begun, vary: [{ ...p, values: [1, 2, 'a'] }] },
      ['vary: the column "parameters.p" has another type than in the plan to extend'],
    ],
    [
      'with a smaller size',
      { vary: [{ ...p, from: 0, to: 1 }], design: { kind: 'sobol', size: 8 } },
      { vary: [{ ...p, from: 0, to: 1 }], replicates: 2, design: { kind: 'sobol', size: 4 } },
      ['design.size: expected at least the 8 of the plan to extend'],
    ],
    [
      'with another range',
      { vary: [{ ...p, from: 0, to: 1 }], design: { kind: 'random', size: 8 } },
      { vary: [{ ...p, from: 0, to: 2 }], design: { kind: 'random', size: 9 } },
      ['vary: differs from the plan to extend: begin a new folder'],
    ],
    [
      'with other levels',
      { vary: [{ ...p, from: 0, to: 1 }], design: { kind: 'morris', size: 8 } },
      { vary: [{ ...p, from: 0, to: 1 }], design: { kind: 'morris', size: 9, levels: 6 } },
      [],
    ],
    ['with nothing new', begun, begun, ['nothing to run: the plan to extend has all these points and replicates']],
  ])('%s', (_, before, after, sentences) => {
    const refused = tryPlan(after, [planOf(before)]);
    if (sentences.length > 0) expect(refused).toEqual(sentences);
    else expect(refused).toEqual([expect.stringMatching(/^design: point \d+ of the plan to extend is no more there/)]);
  });

  it('of another engine', () => {
    const { engine } = planOf(begun);
    const refused = tryPlan({ ...begun, replicates: 3 }, [{ ...planOf(begun), engine: 'foedus/0.1.0' }]);
    expect(refused).toEqual([`the plan to extend is of foedus/0.1.0, this is ${engine}`]);
  });
});

it('a run of an extension is the run that a plan without one has', () => {
  const vary = [{ path: 'actors.P0.loyalty', values: [0.2, 0.4] }];
  const before = planOf({ vary, measure });
  const after = planOf({ vary, replicates: 2, measure }, [read(before)]);
  const whole = planOf({ vary, replicates: 2, measure });
  expect(openRowRunner(after).runRow(3)).toEqual(openRowRunner(whole).runRow(3));
});
