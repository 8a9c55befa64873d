import { describe, expect, it } from 'vitest';
import { load } from '../../../../sim/engine/load.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { frustration } from '../../../../sim/measures/balance.ts';
import { actor, dyadValue, model, only } from '../../builders.ts';

const full = { calculative: 1, relational: 1 };

describe('structural balance', () => {
  const triangle = (between: { ab: 1 | -1; bc: 1 | -1 }, mechanisms = only({ trust: [{ name: 'balance' }] })) =>
    model({
      ticks: 20,
      actors: ['a', 'b', 'c'].map((id) => actor(id)),
      dyads: [
        { from: 'a', to: 'b', ...(between.ab > 0 ? full : { hostility: 1 }) },
        { from: 'b', to: 'c', ...(between.bc > 0 ? full : { hostility: 1 }) },
        { from: 'a', to: 'c', hostility: 0.4, calculative: 0.7, relational: 0.7 },
      ],
      mechanisms,
    });
  const illWill = (of: ReturnType<typeof model>) => dyadValue(of, seek(play(of, '1'), 20), 'hostility', 'a', 'c');

  it('makes a friend’s foe a foe, and a foe’s foe less of one', () => {
    expect(illWill(triangle({ ab: 1, bc: -1 }))).toBeGreaterThan(0.6);
    expect(illWill(triangle({ ab: -1, bc: -1 }))).toBeLessThan(0.2);
  });

  it('is no part of a world that does not ask for it', () => {
    expect(illWill(triangle({ ab: 1, bc: -1 }, only({})))).toBeCloseTo(0.4, 6);
    expect(
      load(model({ actors: [actor('a')] }).scenario).mechanisms.map(({ mechanism }) => mechanism.name),
    ).not.toContain('balance');
  });

  it('lowers frustration as the years pass', () => {
    const quarrel = (balanced: boolean): number => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      const of = model({
        ticks: 60,
        actors: ids.map((id) => actor(id)),
        dyads: ids.flatMap((from, i) =>
          ids.slice(i + 1).map((to, k) => ({ from, to, ...((i * 5 + k * 3) % 4 < 2 ? full : { hostility: 0.9 }) })),
        ),
        mechanisms: only({ trust: balanced ? [{ name: 'balance' }] : [] }),
      });
      return frustration.of(seek(play(of, '1'), 60), of);
    };
    expect(quarrel(false)).toBeGreaterThan(0.2);
    expect(quarrel(true)).toBeLessThan(quarrel(false));
  });
});
