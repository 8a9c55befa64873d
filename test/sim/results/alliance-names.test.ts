import { describe, expect, it } from 'vitest';
import type { AllianceRecord } from '../../../sim/history/chronicle.ts';
import { distinctNames, type NamesInUse, titlesOf } from '../../../sim/results/alliance-names.ts';
import type { Obligation } from '../../../sim/schema/treaty.ts';

const actors = [
  { id: 'GER', name: 'German Empire' },
  { id: 'AUH', name: 'Austria–Hungary' },
  { id: 'RUS', name: 'Russian Empire' },
];
const names: NamesInUse = {
  actors: { GER: 'Germany', RUS: 'Russia' },
  treaties: [
    { name: 'Reinsurance Treaty', founders: ['GER', 'RUS'], obligation: 'neutrality', from: 1887, to: 1890 },
    { name: 'Second Treaty', founders: ['RUS', 'GER'], obligation: 'neutrality', from: 1891, to: 1899 },
    { name: 'Three Emperors’ League', founders: ['GER', 'AUH', 'RUS'], obligation: 'neutrality', from: 1881, to: 1887 },
  ],
};

function founded(year: number, ids: string, name: string, obligations: Obligation[] = ['neutrality']): AllianceRecord {
  const largest = ids.split(' ');
  const at = year - 1879;
  const spans = largest.map((actor) => ({ actor, from: at, to: null }));
  return { id: `${ids}-${year}`, name, purpose: 'political', obligations, founded: at, ended: null, largest, spans };
}
const dual: AllianceRecord = { ...founded(1879, 'GER AUH', 'Dual Alliance', ['defence']), id: 'dual', ended: 5 };
const yearOf = (tick: number): number => 1879 + tick;
const nameOf = (record: AllianceRecord): string =>
  titlesOf([dual, record], { actors, treaties: [{ id: 'dual' }] }, yearOf, names)[1]!.name;

describe('an alliance', () => {
  it.each<[string, AllianceRecord, string]>([
    [
      'is called as history calls it',
      founded(1888, 'RUS GER', 'Russian Empire–German Empire neutrality treaty'),
      'Reinsurance Treaty',
    ],
    [
      'a few years before',
      founded(1884, 'GER RUS', 'German Empire–Russian Empire neutrality treaty'),
      'Reinsurance Treaty',
    ],
    [
      'not long before',
      founded(1883, 'RUS GER', 'Russian Empire–German Empire neutrality treaty'),
      'Germany–Russia neutrality treaty',
    ],
    [
      'not long after',
      founded(1903, 'RUS GER', 'Russian Empire–German Empire neutrality treaty'),
      'Germany–Russia neutrality treaty',
    ],
    [
      'by the nearest of two',
      founded(1890, 'RUS GER', 'Russian Empire–German Empire neutrality treaty'),
      'Second Treaty',
    ],
    [
      'if it is of that kind',
      founded(1888, 'RUS GER', 'Russian Empire–German Empire alliance', ['defence']),
      'Germany–Russia alliance',
    ],
    [
      'if all its founders are',
      founded(1882, 'AUH GER RUS', 'Austria–Hungary–German Empire neutrality treaty'),
      'Three Emperors’ League',
    ],
    [
      'else by founders and kind',
      founded(1888, 'RUS AUH', 'Russian Empire–Austria–Hungary entente', ['consultation']),
      'Austria–Hungary–Russia entente',
    ],
    [
      'anew as it was called before',
      founded(1886, 'AUH GER', 'Austria–Hungary–German Empire offensive alliance', ['defence', 'offence']),
      'Dual Alliance',
    ],
    [
      'but not for ever',
      founded(1890, 'AUH GER', 'Austria–Hungary–German Empire alliance', ['defence']),
      'Germany–Austria–Hungary alliance',
    ],
    ['as whoever founded it called it', founded(1888, 'GER RUS', 'Western camp'), 'Western camp'],
  ])('%s', (_, record, name) => {
    expect(nameOf(record)).toBe(name);
  });

  it('of the scenario keeps its name, whatever that looks like', () => {
    const own = { ...founded(1879, 'RUS GER', 'Russian Empire–German Empire pact'), id: 'own' };
    expect(titlesOf([own], { actors, treaties: [own] }, yearOf, names)).toEqual([{ name: own.name, isMadeUp: false }]);
  });
});

describe('two alliances of one time', () => {
  const life = (name: string, from: number, ended: number | null) => ({ name, founded: from, ended });
  it.each([
    [
      ['A', 'B'],
      [life('A', 0, 9), life('B', 0, 9)],
    ],
    [
      ['A', 'A'],
      [life('A', 0, 9), life('A', 9, 12)],
    ],
    [
      ['A', 'A (t5)'],
      [life('A', 0, 9), life('A', 5, null)],
    ],
    [
      ['A', 'A (t5)', 'A (t5, 2)', 'A (t6)'],
      [life('A', 0, null), life('A', 5, null), life('A', 5, 8), life('A', 6, 7)],
    ],
    [
      ['A (t5)', 'A', 'A (t5, 2)'],
      [life('A (t5)', 0, null), life('A', 0, null), life('A', 5, null)],
    ],
  ])('have names that differ: %j', (distinct, lives) => {
    expect(distinctNames(lives, (tick) => `t${tick}`)).toEqual(distinct);
  });
});
