import { describe, expect, it } from 'vitest';
import { membershipIn, pairIn, recordedTreaties } from '../../../sim/facts/recorded-treaties.ts';
import type { Fact } from '../../../sim/schema/history.ts';
import { treaty } from '../builders.ts';
import { type Draft, fact, runOf } from './scripted-run.ts';

/** What the record says of two actors, year by year: + allied, - not, . nothing. */
function pairs(who: string, history: Fact[], draft: Draft = {}): string {
  const { model } = runOf({}, { ...draft, history: history.map((one, k) => ({ ...one, id: `f${k}` })) });
  const [a = '', b = ''] = who.split(' ');
  const treaties = recordedTreaties(model);
  const signs = { in: '+', out: '-', silent: '.' };
  return Array.from({ length: 20 }, (_, tick) => signs[pairIn(treaties, a, b, tick)]).join('');
}

const old = (more: Parameters<typeof treaty>[2] = {}): Draft => ({ treaties: [treaty('old', ['A', 'B', 'C'], more)] });
const left = (who: string, from: number, to: number): Fact => fact('left', who, from, to, { alliance: 'old' });
const member = (who: string, from: number, to: number): Fact => fact('member', who, from, to, { alliance: 'old' });
const metric = (name: string, from: number, value: number): Fact =>
  fact('metric', 'A B', from, from + 1, { metric: name, alliance: 'old', value });

describe('by the record two actors are allied', () => {
  it.each<[string, string, Fact[], Draft, string]>([
    ['never, where it has nothing', 'A B', [], {}, '--------------------'],
    ['as long as a fact says', 'A B', [fact('allied', 'A B C', 5, 15)], {}, '-----++++++++++-----'],
    ['in parts of a year too', 'A B', [fact('allied', 'A B', 5.5, 7.2)], {}, '-----+++------------'],
    ['but not with others', 'A D', [fact('allied', 'A B C', 5, 15)], {}, '--------------------'],
    ['in a treaty of the start to the end of its term', 'A B', [], old({ term: 4 }), '++++................'],
    ['less its age', 'A B', [], old({ term: 4, age: 1 }), '+++.................'],
    ['or not even so long, where it has no term', 'A B', [], old(), '....................'],
    ['as long as a fact speaks of it', 'A B', [metric('membersLeft', 11, 0)], old(), '++++++++++++........'],
    ['to its collapse', 'A B', [metric('collapse', 11, 1)], old(), '+++++++++++---------'],
    ['beyond a year without collapse', 'A B', [metric('collapse', 11, 0)], old(), '++++++++++++........'],
    [
      'until one leaves, who may come back',
      'A B',
      [left('B', 3, 5), metric('collapse', 18, 1)],
      old(),
      '+++--.............--',
    ],
    ['while another leaves', 'A C', [left('B', 3, 5), metric('collapse', 18, 1)], old(), '++++++++++++++++++--'],
    [
      'not after two of three are out at once',
      'A C',
      [left('B', 3, 5), left('C', 4, 5), metric('membersLeft', 15, 2)],
      old(),
      '++++----------------',
    ],
    [
      'not after all but one have left',
      'A B',
      [fact('left', 'A', 3, 4, { alliance: 'two' })],
      { treaties: [treaty('two', ['A', 'B'])] },
      '+++-----------------',
    ],
    ['from when one comes', 'A D', [member('D', 6, 9), metric('collapse', 18, 1)], old(), '------+++-----------'],
    [
      'under a treaty that outlasts a silence',
      'A B',
      [fact('allied', 'A B', 9, 12)],
      old({ term: 4 }),
      '++++.....+++........',
    ],
    [
      'but not by consultation',
      'A B',
      [metric('membersLeft', 19, 0)],
      old({ obligations: ['consultation'] }),
      '--------------------',
    ],
    [
      'nor as spokes of a hub',
      'A B',
      [metric('membersLeft', 19, 0)],
      old({ structure: 'hub', leader: 'C' }),
      '--------------------',
    ],
    [
      'though with the hub',
      'A C',
      [metric('membersLeft', 19, 0)],
      old({ structure: 'hub', leader: 'C' }),
      '++++++++++++++++++++',
    ],
    [
      'perhaps, as members of a treaty that is not named',
      'A B',
      [fact('member', 'A B', 5, 9)],
      {},
      '-----....-----------',
    ],
  ])('%s', (_, who, history, draft, expected) => {
    expect(pairs(who, history, draft)).toBe(expected);
    expect(pairs(who.split(' ').reverse().join(' '), history, draft)).toBe(expected);
  });

  it('and a treaty that began before the run has its members then', () => {
    const { model } = runOf({}, old({ age: 3, term: 5 }));
    const [one] = recordedTreaties(model);
    expect(one).toMatchObject({ id: 'old', from: -3, to: 2, ends: false });
    expect(['A', 'D'].map((id) => membershipIn(one!, id, -1))).toEqual(['in', 'out']);
  });
});
