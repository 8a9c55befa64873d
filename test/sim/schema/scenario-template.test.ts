import { describe, expect, it } from 'vitest';
import { check, checkPlaced, faultSentence, setPath } from '../../../sim/check/check.ts';

/** A scenario of as many actors as there are endowments, each with its own. */
const blueprint = (parameters: object = {}) => ({
  format: 'foedus-scenario/1',
  id: 'classics/by-hand',
  title: 'By hand',
  kind: 'classic',
  summary: '',
  time: { start: 0, ticks: { parameter: 'periods' }, ticksPerYear: 1 },
  resources: [{ id: 'money', name: 'Money', unit: 'coins' }],
  actors: [
    { id: 'A', name: 'Actor', copies: { parameter: 'endowments' }, resources: { money: { parameter: 'endowments' } } },
  ],
  parameters: {
    endowments: { value: [40, 20, 10], describe: 'what each has', min: 0, max: 1000 },
    periods: { value: 3, describe: 'how long', min: 1, max: 100, whole: true },
    plain: 7,
    ...parameters,
  },
});

const set = (input: unknown, path: string, text: string): unknown => {
  const changed = setPath(input, path, text);
  if ('fault' in changed) throw new Error(faultSentence(changed.fault));
  return changed.input;
};
const drawn = (input: unknown) => {
  const checked = check(input);
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return checked.value;
};

describe('a blueprint', () => {
  it('is drawn out: so many actors, each with its own of a list', () => {
    const { actors, time } = drawn(blueprint());
    expect(actors.map(({ id, name, resources }) => [id, name, resources.money])).toEqual([
      ['A1', 'Actor 1', 40],
      ['A2', 'Actor 2', 20],
      ['A3', 'Actor 3', 10],
    ]);
    expect(time.ticks).toBe(3);
  });

  it.each([
    ['[7,7]', 2],
    ['5,6,7,8', 4],
    ['.5, 6', 2],
    ['5', 1],
  ])('follows what is set: endowments %s', (text, count) => {
    expect(drawn(set(blueprint(), 'parameters.endowments', text)).actors).toHaveLength(count);
  });

  it('keeps the sentence and the range of what is set', () => {
    const { parameters, time } = drawn(set(blueprint(), 'parameters.periods', '9'));
    expect(parameters.periods).toEqual({ value: 9, describe: 'how long', min: 1, max: 100, whole: true });
    expect(time.ticks).toBe(9);
    expect(drawn(set(blueprint(), 'parameters.plain', '8')).parameters.plain).toBe(8);
  });

  it('that is drawn is drawn no further', () => {
    const once = drawn(blueprint());
    expect(drawn(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });

  it.each<[string, unknown, string]>([
    [
      'a value out of range',
      set(blueprint(), 'parameters.periods', '0'),
      'parameters.periods: expected a whole number from 1 to 100, got 0',
    ],
    [
      'half of a whole',
      set(blueprint(), 'parameters.periods', '1.5'),
      'parameters.periods: expected a whole number from 1 to 100, got 1.5',
    ],
    [
      'one of a list',
      set(blueprint(), 'parameters.endowments', '1,-2'),
      'parameters.endowments[1]: expected a number from 0 to 1000, got -2',
    ],
    [
      'an unknown name',
      { ...blueprint(), time: { start: 0, ticks: { parameter: 'period' }, ticksPerYear: 1 } },
      'time.ticks: unknown parameter "period"',
    ],
    [
      'too many actors',
      { ...blueprint(), actors: [{ id: 'A', name: 'A', copies: 1e6, resources: { money: 1 } }] },
      'actors[0].copies: expected a whole number from 1 to 2000, got 1000000',
    ],
    [
      'too many actors in all',
      { ...blueprint(), actors: Array.from({ length: 2_000 }, () => ({ id: 'a', copies: 2_000 })) },
      'actors: they stand for 4000000 actors, more than 2000',
    ],
    [
      'too much in each of many actors',
      {
        ...blueprint(),
        actors: [{ id: 'A', name: 'A', copies: 2_000, resources: { money: 1 }, extra: Array(2_000).fill(0) }],
      },
      'written out it holds 40',
    ],
    [
      'too long a text in each of many actors',
      { ...blueprint(), actors: [{ id: 'A', name: 'x'.repeat(10_000), copies: 2_000, resources: { money: 1 } }] },
      'written out it is larger than 16 MB',
    ],
    [
      'a long list in many places',
      {
        ...(set(blueprint(), 'parameters.endowments', Array(1_000).fill(1).join(',')) as object),
        capabilities: Array(5_000).fill({ resource: 'money', years: { parameter: 'endowments' }, values: {} }),
      },
      'written out it holds 50',
    ],
    ['a list for one number', set(blueprint(), 'parameters.periods', '1,2'), 'time.ticks: expected'],
    ['words', set(blueprint(), 'parameters.periods', 'many'), 'parameters.periods'],
    [
      'an unknown analysis',
      { ...blueprint(), analyses: [{ name: 'astrology' }] },
      'analyses[0].name: unknown analysis "astrology"',
    ],
  ])('with %s is refused at its place', (_, input, sentenceOf) => {
    const checked = check(input);
    expect('faults' in checked ? checked.faults.map(faultSentence).join('\n') : 'none').toContain(sentenceOf);
  });

  it('refuses to have changed in mid-run what was read at its start; a plain number may be', () => {
    const scenario = drawn(blueprint());
    const place = (name: string) =>
      checkPlaced([{ kind: 'set', tick: 1, path: `parameters.${name}`, value: 2 }], scenario);
    const refused = place('periods');
    expect('faults' in refused ? refused.faults.map(faultSentence) : []).toEqual([
      '[0].path: "parameters.periods" is read once, when the run begins: change it in the scenario',
    ]);
    expect(place('plain')).toHaveProperty('value');
  });
});
