import { describe, expect, it } from 'vitest';
import { start } from '../../../sim/engine/run.ts';
import { frustration } from '../../../sim/measures/balance.ts';
import { actor, model } from '../builders.ts';

const full = { calculative: 1, relational: 1 };

describe('frustration', () => {
  it('is missing where the product of three ties is negative: frustration counts such triads', () => {
    const tied = (ab: 1 | -1, bc: 1 | -1, ac: 1 | -1): number => {
      const of = model({
        actors: ['a', 'b', 'c'].map((id) => actor(id)),
        dyads: [ab, bc, ac].map((sign, k) => ({
          from: 'aba'[k]!,
          to: 'bcc'[k]!,
          ...(sign > 0 ? full : { hostility: 1 }),
        })),
      });
      return frustration.of(start(of), of);
    };
    expect([tied(1, 1, 1), tied(1, -1, -1), tied(-1, 1, -1)]).toEqual([0, 0, 0]);
    expect([tied(-1, -1, -1), tied(1, 1, -1), tied(-1, 1, 1)]).toEqual([1, 1, 1]);
    // Strangers who neither like nor hate each other frustrate nobody.
    const strangers = model({ actors: ['a', 'b', 'c'].map((id) => actor(id)) });
    expect(frustration.of(start(strangers), strangers)).toBe(0);
  });

  it('of many is judged by a sample that does not grow, and comes out as the whole would', () => {
    // Two camps that hate each other are balanced, and everyone against everyone is frustrated throughout.
    const camps = (foes: (i: number, j: number) => boolean) => {
      const ids = Array.from({ length: 40 }, (_, i) => `a${i}`);
      const dyads = ids.flatMap((from, i) =>
        ids.slice(i + 1).map((to, k) => ({ from, to, ...(foes(i, i + 1 + k) ? { hostility: 1 } : full) })),
      );
      const of = model({ actors: ids.map((id) => actor(id)), dyads });
      return frustration.of(start(of), of);
    };
    expect(camps((i, j) => i % 2 !== j % 2)).toBe(0);
    expect(camps(() => true)).toBe(1);
    // Of three camps a third is left in each: triads of three camps are frustrated, 2/9 of all.
    expect(Math.abs(camps((i, j) => i % 3 !== j % 3) - 2 / 9)).toBeLessThan(0.15);
  });
});
