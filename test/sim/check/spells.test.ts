import { describe, expect, it } from 'vitest';
import { check, checkRun, faultSentence } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { play } from '../../../sim/history/record.ts';
import { runFile, verification } from '../../../sim/results/run-file.ts';
import { scenarioHash } from '../../../sim/schema/canonical.ts';
import { draft, faultsWith, scenario } from './three-powers.ts';

const note = { source: 'a book', confidence: 'published' };
const tie = (who: string, from: number, to: number | null, over: object = {}) => ({
  who: who.split(' '),
  kind: 'defence',
  from,
  to,
  ...note,
  ...over,
});
const complete = { from: 1900, to: 1902 };
const faultsOf = (spells: object) => faultsWith('history', { spells: { complete, ties: [], ...spells } });

describe('the spells of the record', () => {
  it('may be written, with or without facts', () => {
    const omit = [{ who: ['us', 'them'], from: 1901, to: 1901, why: 'never ratified' }];
    const spells = { complete, ties: [tie('us you', 1890, 1900), tie('us you them', 1902, null)], omit };
    expect(faultsOf(spells)).toEqual([]);
    const checked = check({ ...draft(), history: { facts: draft().history, spells } });
    expect(checked).toMatchObject({ value: { history: { facts: draft().history, spells } } });
    expect(check({ ...draft(), history: { spells } })).toMatchObject({ value: { history: { facts: [], spells } } });
  });

  it.each<[string, object, string]>([
    [
      'a stranger',
      { ties: [tie('us yuo', 1900, 1901)] },
      'history.spells.ties[0].who[1]: unknown actor "yuo" (known: us, you, them)',
    ],
    [
      'a threat, which has no treaties',
      { ties: [tie('us storm', 1900, 1901)] },
      'history.spells.ties[0].who[1]: unknown actor "storm" (known: us, you, them)',
    ],
    ['a name twice', { ties: [tie('us us', 1900, 1901)] }, 'history.spells.ties[0].who[1]: "us" is named twice'],
    [
      'years reversed',
      { ties: [tie('us you', 1901, 1900)] },
      'history.spells.ties[0].to: expected a year from 1901 on, got 1900',
    ],
    [
      'complete years reversed',
      { complete: { from: 1902, to: 1900 }, ties: [tie('us you', 1901, 1901)] },
      'history.spells.complete.to: expected a year from 1902 on, got 1900',
    ],
    [
      'a tie after the complete years',
      { ties: [tie('us you', 1903, null)] },
      'history.spells.ties[0].from: begins after the complete years 1900 to 1902: 1903',
    ],
    [
      'a tie before the complete years',
      { ties: [tie('us you', 1890, 1899)] },
      'history.spells.ties[0].to: ends before the complete years 1900 to 1902: 1899',
    ],
    [
      'a pair in the same kind of tie twice in a year',
      { ties: [tie('us you', 1900, 1901), tie('them you us', 1901, null)] },
      'history.spells.ties[1]: us and you have a tie of defence in some of these years already, ties[0]',
    ],
    [
      'years left out of another time',
      { omit: [{ who: ['us', 'you'], from: 1910, to: 1911, why: 'unknown' }] },
      'history.spells.omit[0].from: begins after the complete years 1900 to 1902: 1910',
    ],
    [
      'a pair of three',
      { omit: [{ who: ['us', 'you', 'them'], from: 1901, to: 1901, why: 'unknown' }] },
      'history.spells.omit[0].who: expected a list of 2, got a list of 3',
    ],
    [
      'a part of a year',
      { ties: [tie('us you', 1900.5, 1901)] },
      'history.spells.ties[0].from: expected a whole number, got 1900.5',
    ],
    [
      'an unknown kind',
      { ties: [tie('us you', 1900, 1901, { kind: 'defense' })] },
      'history.spells.ties[0].kind: expected one of "defence", "offence", "collective-security", "neutrality", "nonaggression", "consultation", "other", got "defense" (did you mean "defence"?)',
    ],
  ])('%s is a fault, in one sentence', (_, spells, sentence) => {
    expect(faultsOf(spells)).toEqual([sentence]);
  });

  it('of more pairs than can be compared are refused at once', () => {
    const actors = Array.from({ length: 1_100 }, (_, k) => ({ id: `a${k}`, name: 'A', resources: { navy: 1 } }));
    const ties = [tie('us them', 1900, null, { who: actors.map(({ id }) => id) })];
    const checked = check({
      ...draft(),
      actors: [...draft().actors, ...actors],
      history: { spells: { complete, ties } },
    });
    expect('faults' in checked && checked.faults.map(faultSentence)).toEqual([
      'history.spells.ties: they are between 604450 pairs, more than 500000',
    ]);
  });

  it('two kinds of tie, or one after the other, are no fault', () => {
    const ties = [
      tie('us you', 1900, 1900),
      tie('us you', 1901, null),
      tie('us you', 1900, null, { kind: 'consultation' }),
    ];
    expect(faultsOf({ ties })).toEqual([]);
  });

  it('know no year 0', () => {
    const year = { ...draft(), kind: 'history', time: { start: -2, ticks: 12, ticksPerYear: 4 }, shocks: [] };
    const spells = { complete: { from: -2, to: 2 }, ties: [tie('us you', 0, 1)] };
    const checked = check({ ...year, capabilities: [], history: { spells } });
    expect('faults' in checked && checked.faults.map(faultSentence)).toEqual([
      'history.spells.ties[0].from: there is no year 0: expected a year from 1 on, or one below 0 (-1 is 1 BCE), got 0',
    ]);
  });
});

describe('a history that is a list', () => {
  it('is one of facts, and its faults are told by the list', () => {
    expect(scenario().history).toEqual({ facts: draft().history });
    const [war] = draft().history;
    expect(faultsWith('history', [{ ...war, to: 1900 }])).toEqual([
      'history[0].to: expected a year from 1901 on, got 1900',
    ]);
    expect(faultsWith('history', { facts: [{ ...war, to: 1900 }] })).toEqual([
      'history.facts[0].to: expected a year from 1901 on, got 1900',
    ]);
    expect(faultsWith('history', 'none')).toEqual(['history: expected a list or an object, got "none"']);
  });

  it('keeps its hash when the facts stand in an object; spells are another scenario', () => {
    const hashOf = (history: unknown): string => {
      const checked = check({ ...draft(), history });
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
      return scenarioHash(checked.value);
    };
    const facts = draft().history;
    // As the engine computed it when a list was all there was.
    expect(hashOf(facts)).toBe('be292d330c54cacc');
    expect(hashOf({ facts })).toBe('be292d330c54cacc');
    expect(hashOf({ facts, spells: { complete, ties: [] } })).not.toBe('be292d330c54cacc');
  });

  it('is read in a run file that was written with it', () => {
    const history = play(load(scenario()), '1');
    const file = JSON.parse(JSON.stringify(runFile(history)));
    const former = { ...file, scenario: { ...file.scenario, history: file.scenario.history.facts } };
    const read = checkRun(former);
    if ('faults' in read) throw new Error(read.faults.map(faultSentence).join('\n'));
    expect(verification(read.value, history)).toMatchObject({ identical: true, notice: null });
    const faulty = { ...former, scenario: { ...former.scenario, history: [{ ...draft().history[0], to: 1900 }] } };
    const refused = checkRun(faulty);
    expect('faults' in refused && refused.faults.map(faultSentence)).toEqual([
      'scenario.history[0].to: expected a year from 1901 on, got 1900',
    ]);
  });
});
