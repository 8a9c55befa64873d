import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import type { AllianceRecord } from '../../../sim/history/chronicle.ts';
import { fork } from '../../../sim/history/fork.ts';
import { play } from '../../../sim/history/record.ts';
import { foundersOf } from '../../../sim/results/founders.ts';
import { matchAlliances, sharedNames } from '../../../sim/results/match-alliances.ts';
import type { Obligation } from '../../../sim/schema/treaty.ts';

/** "A B" founded it; "C:7" came later. */
function pact(
  id: string,
  members: string,
  founded = 0,
  ended: number | null = null,
  obligations: Obligation[] = ['defence'],
): AllianceRecord {
  const spans = members.split(' ').map((member) => {
    const [actor = '', from = founded] = member.split(':');
    return { actor, from: Number(from), to: ended };
  });
  const largest = spans.map(({ actor }) => actor);
  return { id, name: id, purpose: 'defensive', obligations, founded, ended, largest, spans };
}

describe('an alliance of two runs', () => {
  it.each<[string, AllianceRecord[], AllianceRecord[], number[]]>([
    ['is the same under another id and at another time', [pact('a', 'A B', 5)], [pact('b', 'B A', 9)], [0]],
    ['is not of another kind', [pact('a', 'A B')], [pact('a', 'A B', 0, null, ['neutrality'])], [-1]],
    ['is not of other founders', [pact('a', 'A B')], [pact('a', 'A C')], [-1]],
    [
      'is one to one: the nearest in time',
      [pact('a', 'A B', 0, 10), pact('b', 'A B', 40, 50)],
      [pact('c', 'A B', 38, 60), pact('d', 'A B', 70, 80), pact('e', 'A B', 2, 9)],
      [1, -1, 0],
    ],
    [
      'is that with most members in common',
      [pact('a', 'A B', 0), pact('b', 'A B C:9 D:9', 8)],
      [pact('x', 'A B C:3 D:4', 1), pact('y', 'A B', 7)],
      [1, 0],
    ],
    [
      'is first of all what was founded in the same tick under the same id',
      [pact('a', 'A B', 5), pact('b', 'A B C:9', 30)],
      [pact('a', 'A B C:9 D:9', 5), pact('z', 'A B', 31)],
      [0, 1],
    ],
    [
      'may have been founded by others of its members',
      [pact('a', 'A B C:4', 0)],
      [pact('x', 'A C B:6', 2), pact('y', 'B D C:9', 2)],
      [0, -1],
    ],
    ['is of one time where its founders differ', [pact('a', 'A B C:4', 0, 10)], [pact('x', 'A C B:20', 12)], [-1]],
  ])('%s', (_, one, other, found) => {
    expect(matchAlliances(one, other)).toEqual(found);
  });

  it('is found in either direction', () => {
    const [one, other] = [
      [pact('a', 'A B', 0, 10), pact('b', 'A B', 40, 50), pact('c', 'C D')],
      [pact('x', 'C D', 8), pact('y', 'B A', 41), pact('z', 'D E')],
    ];
    const there = matchAlliances(one, other);
    const back = matchAlliances(other, one);
    there.forEach((place, k) => {
      if (place >= 0) expect(back[place]).toBe(k);
    });
  });

  it('has one name in the events of both', () => {
    const one = [pact('a', 'A B', 0, 5), pact('a', 'A B', 9)];
    const other = [pact('x', 'A B', 1, 5), pact('a', 'A C', 7), pact('y', 'A B', 9)];
    const [nameOf, nameThere] = sharedNames(one, other);
    expect(nameOf('a', 3)).toBe(nameThere('x', 3));
    expect(nameOf('a', 12)).toBe(nameThere('y', 12));
    expect(nameThere('a', 8)).not.toBe(nameOf('a', 8));
  });
});

describe.each(Object.entries(histories))('a branch of %s', (_, raw) => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error('a bundled scenario is at fault');
  const of = load(checked.value);

  it.each(['1', '2', '7'])('has one match for an alliance at most, and its own past whole, seed %s', (seed) => {
    const original = play(of, seed);
    const at = Math.floor(original.ticks / 3);
    const actor = checked.value.actors[1]!.id;
    const recorder = fork(original, at, [{ kind: 'set', tick: at, path: `actors.${actor}.autonomy`, value: 1 }]);
    recorder.advance(Infinity);
    const [one, other] = [original.chronicle.alliances, recorder.history.chronicle.alliances];
    const found = matchAlliances(one, other);
    const matched = found.filter((place) => place >= 0);
    expect(new Set(matched).size).toBe(matched.length);
    other.forEach((record, k) => {
      const same = one[found[k]!];
      if (record.founded < at) expect(same).toMatchObject({ id: record.id, founded: record.founded });
      if (same) expect(same.obligations).toEqual(record.obligations);
      // What both founded is never left out on both sides.
      const origin = (one: AllianceRecord) => [...foundersOf(one)].sort().join(' ') + one.purpose + one.obligations;
      if (!same) expect(one.filter((_, place) => !matched.includes(place)).map(origin)).not.toContain(origin(record));
    });
    expect(matchAlliances(one, one)).toEqual(one.map((_, k) => k));
  });
});
