import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];

describe('two alliances of one purpose', () => {
  const near = { calculative: 0.9, relational: 0.9 };
  /** a–b and b–c under one menace, or c far from any danger and trusted by nobody. */
  const chain = (more: TreatyMore, dyads: NonNullable<Parameters<typeof model>[0]['dyads']> = [], mechanism = {}) =>
    model({
      ticks: 12,
      actors: ['a', 'b', 'c'].map((id) => actor(id)),
      dyadDefaults: near,
      dyads,
      threats: [
        {
          id: 't',
          name: 'T',
          strength: 400,
          hostility: { a: 1, b: 1, c: 1 },
          proximity: { a: 1, b: 1, c: 1 },
        },
      ],
      treaties: [treaty('ab', ['a', 'b'], { age: 3, ...more }), treaty('bc', ['b', 'c'], more)],
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [{ name: 'mergers', parameters: { every: 1, ...mechanism } }],
      }),
    });

  it('that share a member become one where all gain by it, the younger in the older', () => {
    const history = play(chain({}), '1');
    const [event] = eventsOf(history, 'merged');
    expect(event).toMatchObject({ alliance: 'bc', into: 'ab' });
    expect(event!.because.length).toBeGreaterThan(1);
    expect(seek(history, 12).alliances.map(({ id, members }) => [id, members.length])).toEqual([['ab', 3]]);
  });

  it('stay two where a member has cause to fear the other’s, or they ask different things', () => {
    const foes = [{ from: 'a', to: 'c', calculative: 0, relational: 0, hostility: 1 }];
    expect(eventsOf(play(chain({}, foes), '1'), 'merged')).toEqual([]);
    const of = chain({});
    const [ab, bc] = of.scenario.treaties;
    const unlike = model({
      ...of.scenario,
      treaties: [ab!, { ...bc!, obligations: ['consultation'] }],
    } as Parameters<typeof model>[0]);
    expect(eventsOf(play(unlike, '1'), 'merged')).toEqual([]);
  });

  it('stay two where the union would have to be exclusive and one is bound elsewhere', () => {
    const of = model({
      ticks: 12,
      actors: ['a', 'b', 'c', 'd', 'e'].map((id) => actor(id)),
      dyadDefaults: near,
      treaties: [
        treaty('ab', ['a', 'b'], { exclusive: true, leader: 'a' }),
        treaty('cd', ['c', 'd'], { leader: 'c' }),
        treaty('de', ['d', 'e']),
      ],
      mechanisms: only({ realign: [{ name: 'mergers', parameters: { every: 1, threshold: 0 } }] }),
    });
    for (const history of replications(5, of))
      expect(eventsOf(history, 'merged').filter((event) => event.kind === 'merged' && event.into === 'ab')).toEqual([]);
  });
});
