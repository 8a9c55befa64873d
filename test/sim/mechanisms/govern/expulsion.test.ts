import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, allianceOf, eventsOf, model, only, treaty } from '../../builders.ts';

describe('one whom nobody trusts any more', () => {
  it('is put out by the others, unless the alliance is of two', () => {
    const distrusted = (members: string[]) =>
      model({
        ticks: 20,
        actors: ['a', 'b', 'c'].map((id) => actor(id, { resources: { arms: id === 'c' ? 1 : 100 } })),
        dyads: ['a', 'b'].map((from) => ({ from, to: 'c', mutual: false, calculative: 0, relational: 0 })),
        treaties: [treaty('abc', members, { governance: 'consensus' })],
        mechanisms: only({ govern: [{ name: 'expulsion' }] }),
      });
    const history = play(distrusted(['a', 'b', 'c']), '1');
    expect(eventsOf(history, 'expelled')).toMatchObject([{ alliance: 'abc', who: ['c'] }]);
    expect(allianceOf(seek(history, 20), 'abc')!.members.map(({ actor: k }) => k)).toEqual([0, 1]);
    expect(play(distrusted(['a', 'c']), '1').events).toEqual([]);
  });
});
