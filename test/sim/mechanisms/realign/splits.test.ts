import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

describe('an alliance of two camps', () => {
  const camps = (across: number, more: TreatyMore = {}) =>
    model({
      ticks: 30,
      actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
      dyadDefaults: { calculative: 0.8, relational: 0.8 },
      dyads: ['a', 'b'].flatMap((from) =>
        ['c', 'd'].map((to) => ({ from, to, calculative: across, relational: across })),
      ),
      treaties: [treaty('league', ['a', 'b', 'c', 'd'], { leader: 'c', ...more })],
      mechanisms: only({ realign: [{ name: 'splits' }] }),
    });

  it('breaks between them, and those without the leader go', () => {
    for (const exclusive of [false, true]) {
      const history = play(camps(0.1, { exclusive }), '1');
      const [event] = eventsOf(history, 'split');
      expect(event).toMatchObject({ from: 'league', who: ['a', 'b'] });
      expect(event!.chance!.draw).toBeLessThan(event!.chance!.probability);
      expect(seek(history, 30).alliances.map(({ members }) => members.map((member) => member.actor))).toEqual([
        [2, 3],
        [0, 1],
      ]);
    }
  });

  it('holds where the camps still trust each other', () => {
    expect(replications(10, camps(0.7)).flatMap((history) => eventsOf(history, 'split'))).toEqual([]);
  });
});
