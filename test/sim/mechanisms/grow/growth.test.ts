import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { actor, model, only } from '../../builders.ts';

describe('what is recorded of the world', () => {
  it('moves its stocks by the recorded ratio, not by the level', () => {
    const of = model({
      ticks: 24,
      ticksPerYear: 4,
      resources: [{ id: 'arms', name: 'Arms', unit: 'points', growth: 0 }],
      actors: [actor('a', { resources: { arms: 50 } }), actor('b', { resources: { arms: 10 } })],
      capabilities: [{ resource: 'arms', years: [0, 1, 2, 3], values: { a: [100, 110, 55, 55], b: [0, 7, 7, 14] } }],
      mechanisms: only({ grow: [{ name: 'growth' }] }),
    });
    const stocks = [0, 3, 4, 7, 8, 11, 12, 24].map((t) => [...seek(play(of, '1'), t).columns.resources]);
    const expected = [50, 50, 55, 55, 27.5, 27.5, 27.5, 27.5].map((a, k) => [a, k < 6 ? 10 : 20]);
    stocks.forEach((pair, k) => {
      expect(pair[0]).toBeCloseTo(expected[k]![0]!, 9);
      expect(pair[1]).toBeCloseTo(expected[k]![1]!, 9);
    });
  });

  it('goes on moving them in a run that is longer than its scenario', () => {
    const of = model({
      ticks: 2,
      actors: [actor('a', { resources: { arms: 50 } }), actor('b')],
      capabilities: [{ resource: 'arms', years: [0, 1, 2, 3, 4], values: { a: [1, 2, 4, 8, 16] } }],
      mechanisms: only({ grow: [{ name: 'growth' }] }),
    });
    expect(seek(play(of, '1', [], { ticks: 10 }), 10).columns.resources[0]).toBeCloseTo(800, 9);
  });
});
