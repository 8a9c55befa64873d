import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, dyadValue, eventsOf, model, treaty } from '../../builders.ts';
import { chronicle, decide, ordered, pair } from './ordered-moves.ts';

describe('who leaves', () => {
  it.each([
    [2, 1, 5],
    [1.5, 4, 9],
    [0.5, 12, 9],
  ])(
    'after %d years of notice at %d ticks a year is gone at tick %d and not before',
    (exitNotice, ticksPerYear, gone) => {
      const of = pair({ exitNotice }, ['a', 'b', 'c'], ticksPerYear);
      const events = chronicle(of, [decide(3, 'b', { act: 'leave', alliance: 'pact' })]);
      expect(events).toEqual(['3 notice b', `${gone} left b`]);
    },
  );

  it('at once where no notice is owed', () => {
    expect(
      chronicle(pair({ exitNotice: 0 }, ['a', 'b', 'c']), [decide(3, 'b', { act: 'leave', alliance: 'pact' })]),
    ).toEqual(['3 notice b', '3 left b']);
  });

  it('leaves nothing behind where there were two', () => {
    const of = pair({ exitNotice: 1 });
    const leaving = [decide(3, 'b', { act: 'leave', alliance: 'pact' })];
    expect(chronicle(of, leaving)).toEqual(['3 notice b', '4 left b', '4 dissolved a']);
    expect(seek(play(of, '1', leaving), 5).alliances).toEqual([]);
    expect(eventsOf(play(of, '1', leaving), 'dissolved')).toMatchObject([{ how: 'deserted' }]);
  });

  it('is remembered by those who stay', () => {
    const of = pair({ exitNotice: 1, formality: 1 }, ['a', 'b', 'c']);
    const after = seek(play(of, '1', [decide(3, 'b', { act: 'leave', alliance: 'pact' })]), 5);
    expect(dyadValue(of, after, 'relational', 'a', 'b')).toBeLessThan(0.5);
    expect(dyadValue(of, after, 'relational', 'a', 'c')).toBe(0.5);
    expect(dyadValue(of, after, 'relational', 'b', 'a')).toBe(0.5);
  });

  it('a hegemon, makes an enemy of it', () => {
    const of = pair({ exitNotice: 1, governance: 'hegemonic', leader: 'a' }, ['a', 'b', 'c']);
    const after = seek(play(of, '1', [decide(3, 'b', { act: 'leave', alliance: 'pact' })]), 5);
    expect(dyadValue(of, after, 'hostility', 'a', 'b')).toBeGreaterThan(0.2);
    expect(dyadValue(of, after, 'hostility', 'c', 'b')).toBe(0);
  });

  it('takes the lead along: the strongest who stays has it next', () => {
    const of = model({
      ticks: 10,
      actors: [
        actor('a', { resources: { arms: 300 } }),
        actor('b'),
        actor('c', { resources: { arms: 200 } }),
        actor('d'),
      ],
      treaties: [treaty('league', ['a', 'b', 'c', 'd'], { governance: 'hegemonic', leader: 'a', exitNotice: 0 })],
      mechanisms: ordered,
    });
    const history = play(of, '1', [decide(2, 'a', { act: 'leave', alliance: 'league' })]);
    expect(seek(history, 2).alliances[0]!.leader).toBe(0);
    expect(seek(history, 3).alliances[0]!.leader).toBe(2);
  });
});
