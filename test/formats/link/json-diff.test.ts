import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, type JsonChange, patched } from '../../../formats/link/json-diff.ts';
import { always } from '../../sim/arbitrary.ts';

const before = {
  title: 'Two powers',
  actors: [
    { id: 'a', loyalty: 0.1, resources: { gdp: 3 } },
    { id: 'b', loyalty: 0.2, resources: { gdp: 5 } },
  ],
  weights: [1, 2, 3],
  caveats: ['one', 'two'],
};

describe('what differs between two scenarios', () => {
  it.each<[string, unknown, JsonChange[]]>([
    ['nothing', before, []],
    ['a word', { ...before, title: 'Others' }, [[['title'], 'Others']]],
    [
      'an actor, by its id',
      { ...before, actors: [before.actors[0], { ...before.actors[1], loyalty: 1 }] },
      [[['actors', 'b', 'loyalty'], 1]],
    ],
    ['an actor that is gone', { ...before, actors: [before.actors[1]] }, [[['actors', 'a']]]],
    ['an actor that came', { ...before, actors: [...before.actors, { id: 'c' }] }, [[['actors', 'c'], { id: 'c' }]]],
    ['a key that is gone', { ...before, caveats: undefined }, [[['caveats']]]],
    ['a place in a list', { ...before, weights: [1, 9, 3] }, [[['weights', 1], 9]]],
    ['a list of another length', { ...before, weights: [1] }, [[['weights'], [1]]]],
    [
      'another order, told whole',
      { ...before, actors: [...before.actors].reverse() },
      [[['actors'], [...before.actors].reverse()]],
    ],
  ])('is told as briefly as it can be: %s', (_, after, changes) => {
    const plain = JSON.parse(JSON.stringify(after));
    expect(differences(before, plain)).toEqual(changes);
    expect(patched(before, changes)).toEqual(plain);
  });

  it('makes the one of the other, whatever they are', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 0, 1.5, 'word'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.uniqueArray(fc.record({ id, held: tie('value') }), { selector: (entry) => entry.id, maxLength: 4 }),
        fc.dictionary(fc.constantFrom('id', 'x', 'y', '0'), tie('value'), { noNullPrototype: true }),
      ),
    }));
    always(
      fc.tuple(value, value),
      ([one, other]) => {
        expect(patched(one, JSON.parse(JSON.stringify(differences(one, other))))).toEqual(other);
      },
      600,
    );
  });

  it('leaves what it is put into as it was', () => {
    const kept = structuredClone(before);
    patched(before, [[['actors', 'a', 'loyalty'], 9], [['title']]]);
    expect(before).toEqual(kept);
  });
});
