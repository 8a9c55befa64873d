import { describe, expect, it } from 'vitest';
import { tryPlan } from './plans.ts';

const p = { path: 'parameters.p' };
const range = { ...p, from: 0, to: 1 };
const kind = (name: string, more: object = {}) => ({ design: { kind: name, ...more } });

/** A sweep that is refused: what is wrong with it, the sweep, and the sentences. */
const REFUSED: [string, object, string[]][] = [
  [
    'a format of another kind',
    { format: 'foedus-scenario/1' },
    ['format: expected "foedus-sweep/1", got "foedus-scenario/1"'],
  ],
  ['an unknown key', { vari: [] }, ['vari: unknown key (did you mean "vary"?)']],
  ['steps that are missing', { vary: [range] }, ['vary[0].steps: missing, expected a number of values']],
  [
    'a distribution in a full design',
    { vary: [{ ...p, distribution: { kind: 'uniform', from: 0, to: 1 } }] },
    ['vary[0].distribution: a full design takes values, or a range with steps'],
  ],
  [
    'one step of two ends',
    { vary: [{ ...range, steps: 1 }] },
    ['vary[0].steps: expected at least 2, one for each end'],
  ],
  ['a value twice', { vary: [{ ...p, values: [1, 2, 1] }] }, ['vary[0].values[2]: 1 is there already']],
  [
    'more steps than whole numbers',
    { vary: [{ ...range, to: 2, steps: 5, whole: true }] },
    ['vary[0].steps: expected fewer: 1 would be there twice'],
  ],
  [
    'a part of a whole number',
    { vary: [{ ...p, values: [1, 1.5, 'a'], whole: true }] },
    ['vary[0].values[1]: expected a whole number, got 1.5', 'vary[0].values[2]: expected a whole number, got "a"'],
  ],
  [
    'ends the wrong way round',
    { vary: [{ ...p, from: 2, to: 1, steps: 2 }] },
    ['vary[0].to: expected a number from 2 on, got 1'],
  ],
  [
    'a logarithm of 0',
    { vary: [{ ...range, steps: 2, scale: 'log' }] },
    ['vary[0].from: expected a number above 0 for a logarithmic scale, got 0'],
  ],
  [
    'no whole number',
    { vary: [{ ...p, from: 0.2, to: 0.8, whole: true }], ...kind('random', { size: 2 }) },
    ['vary[0].to: there is no whole number in this range'],
  ],
  [
    'a distribution the wrong way round',
    { vary: [{ ...p, distribution: { kind: 'uniform', from: 1, to: 1 } }], ...kind('random', { size: 2 }) },
    ['vary[0].distribution.to: expected a number above 1, got 1'],
  ],
  [
    'a mode outside',
    { vary: [{ ...p, distribution: { kind: 'triangular', from: 0, mode: 2, to: 1 } }], ...kind('random', { size: 2 }) },
    ['vary[0].distribution.mode: expected a number from 0 to 1, got 2'],
  ],
  [
    'a Sobol’ size that is no power of two',
    { vary: [range], ...kind('sobol', { size: 100 }) },
    ['design.size: a Sobol’ sequence is balanced at powers of two only, up to 2^30, not at 100 points'],
  ],
  [
    'a Saltelli size that is no power of two',
    { vary: [range], ...kind('saltelli', { size: 3 }) },
    ['design.size: a Sobol’ sequence is balanced at powers of two only, up to 2^30, not at 3 points'],
  ],
  [
    'replicates in a Saltelli design',
    { vary: [range], replicates: 2, ...kind('saltelli', { size: 4 }) },
    ['replicates: expected 1: a Saltelli design has two seeds a row, luck being one of its factors'],
  ],
  [
    'seeds of their own in a Saltelli design',
    { vary: [range], commonRandomNumbers: false, ...kind('saltelli', { size: 4 }) },
    ['commonRandomNumbers: expected true: a Saltelli design sets its seeds itself'],
  ],
  [
    'an odd number of levels',
    { vary: [range], ...kind('morris', { size: 4, levels: 5 }) },
    ['design.levels: a Morris design needs an even number of levels, 2 or more, not 5'],
  ],
  [
    'an open distribution in a Morris design',
    { vary: [{ ...p, distribution: { kind: 'normal', mean: 0, sd: 1, from: 0 } }], ...kind('morris', { size: 4 }) },
    ['vary[0].distribution: expected both from and to: a Morris design visits the ends of every range'],
  ],
  [
    'a size of 0',
    { vary: [range], ...kind('lhs', { size: 0 }) },
    ['design.size: expected a whole number from 1 to 10000000, got 0'],
  ],
  ['points and no file', { vary: [range], ...kind('points') }, ['design: expected either a file or points']],
  [
    'points and a file',
    { vary: [range], ...kind('points', { points: [[1]], file: 'p.csv' }) },
    ['design: expected either a file or points'],
  ],
  [
    'a point of too many values',
    { vary: [range], ...kind('points', { points: [[1], [1, 2]] }) },
    ['design.points[1]: expected 1 value, got 2'],
  ],
  [
    'more points than can be held',
    { vary: ['p', 'q', 'r'].map((name) => ({ path: `parameters.${name}`, from: 0, to: 1, steps: 10_000 })) },
    ['design: 1000000000000 points, more than 10000000'],
  ],
  [
    'more values than can be held',
    {
      vary: ['p', 'q', 'r'].map((name) => ({ path: `parameters.${name}`, from: 0, to: 1 })),
      ...kind('lhs', { size: 10_000_000 }),
    },
    ['design: 10000000 points of 3 values, more than 20000000 values'],
  ],
  [
    'more values of its own points than can be held',
    { vary: [range], ...kind('points', { points: Array(100_001).fill(Array(200).fill(0)) }) },
    ['design.points: 20000200 values, more than 20000000'],
  ],
  [
    'more runs than can be numbered',
    { vary: [{ ...range, steps: 1_000 }], replicates: 1_000_000 },
    ['1000000000 runs, more than 100000000'],
  ],
  [
    'a circle of expressions',
    {
      vary: [
        { ...p, as: 'a', expression: 'b' },
        { path: 'parameters.q', as: 'b', expression: 'a' },
      ],
    },
    ['vary[0].expression: "b" needs a value that needs it', 'vary[1].expression: "a" needs a value that needs it'],
  ],
  [
    'an expression of itself',
    { vary: [{ ...p, as: 'a', expression: 'a + 1' }] },
    ['vary[0].expression: "a + 1" needs a value that needs it'],
  ],
  [
    'two columns of one name',
    {
      vary: [
        { ...p, as: 'a', values: [1] },
        { path: 'parameters.q', as: 'a', values: [1] },
      ],
    },
    ['vary[1].as: there is a column "a" already'],
  ],
  [
    'a path twice',
    {
      vary: [
        { ...p, values: [1] },
        { ...p, values: [1] },
      ],
    },
    ['vary[1].path: there is a column "parameters.p" already'],
  ],
  [
    'a name that every table has',
    { vary: [{ ...p, as: 'run', values: [1] }] },
    ['vary[0].as: there is a column "run" already'],
  ],
  [
    'a metric twice',
    { measure: { end: ['security', 'security'] } },
    ['measure.end[1]: there is a column "security" already'],
  ],
  [
    'a window called as a metric',
    { measure: { end: ['security'], windows: [{ name: 'security', of: 'welfare', take: 'max' }] } },
    ['measure.windows[0].name: there is a column "security" already'],
  ],
  [
    'a metric twice in a series',
    { measure: { every: { ticks: 1, names: ['security', 'security'] } } },
    ['measure.every.names[1]: "security" is there already'],
  ],
  [
    'an unknown metric',
    { measure: { end: ['securty'] } },
    ['measure.end[0]: there is no metric "securty" (did you mean "security"?)'],
  ],
  ['an unknown reporter', { measure: { end: ['rate:P9'] } }, ['measure.end[0]: no actor "P9"']],
  [
    'a window of an unknown metric',
    { measure: { windows: [{ name: 'w', of: 'walfare', take: 'sum' }] } },
    ['measure.windows[0].of: there is no metric of the world "walfare" (did you mean "welfare"?)'],
  ],
  [
    'a window that ends before it begins',
    { measure: { windows: [{ name: 'w', of: 'security', from: 3, to: 2, take: 'sum' }] } },
    ['measure.windows[0].to: expected a year after 3, got 2'],
  ],
  [
    'an analysis that the scenario has not',
    { measure: { analyses: ['ties'] } },
    ['measure.analyses[0]: the scenario\'s analyses give no "ties"'],
  ],
  [
    'two variants of one name',
    {
      interventions: [
        { name: 'a', list: [] },
        { name: 'a', list: [] },
      ],
    },
    ['interventions[1].name: there is a variant "a" already'],
  ],
  [
    'a variant without a list',
    { interventions: [{ name: 'a' }] },
    ['interventions[0]: expected either a list or a file'],
  ],
  [
    'an intervention that is none',
    { interventions: [{ name: 'a', list: [{ kind: 'set', tick: 2, path: 'actors.P9.loyalty', value: 1 }] }] },
    ['interventions[0].list[0].path: unknown actor "P9"'],
  ],
  [
    'a path that is nowhere',
    { vary: [{ path: 'actors.P9.loyalty', values: [1] }] },
    ['vary[0].path: actors.P9: actors has no element "P9" (did you mean "P0"?)'],
  ],
  [
    'a key that no scenario has',
    { vary: [{ path: 'time.tick', values: [1] }] },
    ['vary[0].path: time.tick: unknown key (did you mean "ticks"?)'],
  ],
  [
    'a variant that is not there',
    { interventions: [{ name: 'a', list: [] }], vary: [{ path: 'interventions.b[0].value', values: [1] }] },
    ['vary[0].path: interventions.b[0]: there is no such path, since interventions.b is not there'],
  ],
];

describe('a sweep is refused', () => {
  it.each(REFUSED)('with %s', (_, draft, sentences) => {
    expect(tryPlan(draft)).toEqual(sentences);
  });

  it.each([
    ['an unknown name in an expression', { vary: [{ ...p, expression: 'x + 1' }] }, /^vary\[0\]\.expression: .*"x"/],
    ['an expression that is none', { vary: [{ ...p, expression: '1 +' }] }, /^vary\[0\]\.expression: /],
    ['a stop of an unknown metric', { stop: 'peace > 1' }, /^stop: .*"peace"/],
    ['a stop that is no formula', { stop: 'security >' }, /^stop: /],
    ['a scenario that is none', { scenario: {} }, /^scenario\.format: /],
  ])('with %s', (_, draft, sentence) => {
    const refused = tryPlan(draft) as string[];
    expect(refused[0]).toMatch(sentence);
  });
});
