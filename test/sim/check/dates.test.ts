import { describe, expect, it } from 'vitest';
import { check, faultSentence } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { factSpanOf, occasionOf } from '../../../sim/facts/span.ts';
import { play } from '../../../sim/history/record.ts';
import { actor, eventsOf } from '../builders.ts';

/** A history of 30 years from `start` on, with shocks and facts at these dates. */
const history = (start: number, dates: number[] = [], more: object = {}) => ({
  format: 'foedus-scenario/1',
  id: 'ages',
  title: 'Ages',
  kind: 'history',
  summary: 's',
  time: { start, ticks: 30, ticksPerYear: 1 },
  resources: [{ id: 'arms', name: 'Arms', unit: 'u' }],
  actors: [actor('a'), actor('b')],
  shocks: dates.map((at, k) => ({
    id: `s${k}`,
    name: 'S',
    family: 'power',
    at,
    changes: [{ target: { actors: ['a'] }, field: 'autonomy', operation: 'add', amount: 0.01 }],
  })),
  history: dates.map((from, k) => ({
    id: `f${k}`,
    kind: 'war',
    who: ['a', 'b'],
    from,
    to: from < 0 ? from : from + 1,
    tolerance: 2,
    source: 's',
    confidence: 'textbook',
  })),
  ...more,
});

const faults = (input: object): string[] => {
  const checked = check(input);
  return 'faults' in checked ? checked.faults.map(faultSentence) : [];
};

describe('the year 0', () => {
  it.each([0, 0.5, -0])('is no start (%d)', (start) => {
    expect(faults(history(start))).toEqual([
      expect.stringMatching(/^time\.start: there is no year 0: .*, got [\d.]+$/),
    ]);
  });

  it('is no date of a shock, a fact or a record', () => {
    const record = { resource: 'arms', years: [-1, 0, 1], values: { a: [1, 2, 3] } };
    expect(faults(history(-3, [0.25], { capabilities: [record] }))).toEqual([
      expect.stringMatching(/^shocks\[0\]\.at: there is no year 0/),
      expect.stringMatching(/^history\[0\]\.from: there is no year 0/),
      expect.stringMatching(/^capabilities\[0\]\.years\[1\]: there is no year 0/),
    ]);
  });

  it('stands for the first year of a laboratory or a classic, which has no calendar', () => {
    expect(faults(history(0, [0, 4], { kind: 'laboratory' }))).toEqual([]);
    expect(faults(history(0, [0, 4], { kind: 'classic' }))).toEqual([]);
    expect(faults(history(-3, [0], { kind: 'laboratory' }))).toHaveLength(2);
  });
});

describe('a history that begins before the common era', () => {
  const checked = check(history(-3, [-3, -1, 1, 2.5]));
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join());
  const model = load(checked.value);

  it('passes from −1 to 1', () => {
    expect([0, 1, 2, 3, 4].map((tick) => model.yearOf(tick))).toEqual([-3, -2, -1, 1, 2]);
  });

  it('has its shocks and facts in the ticks of their years', () => {
    expect(eventsOf(play(model, '1'), 'shock').map(({ tick }) => tick)).toEqual([0, 2, 3, 4]);
    expect(factSpanOf(model, -1, 1, 30)).toEqual({ first: 2, last: 2 });
    expect(factSpanOf(model, 1, 2, 30)).toEqual({ first: 3, last: 3 });
    const [, , first] = checked.value.history.facts;
    expect(occasionOf(model, first!, 30)).toEqual({ first: 1, last: 5 });
  });

  it('follows a recorded stock through it', () => {
    const record = { resource: 'arms', years: [-2, -1, 1, 2], values: { a: [10, 20, 40, 80] } };
    const recorded = check(history(-2, [], { capabilities: [record] }));
    if ('faults' in recorded) throw new Error('faults');
    expect([...load(recorded.value).capabilities.keys()]).toEqual([0, 1, 2]);
  });
});
