import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { eventsOf } from '../../builders.ts';
import { at, world } from './storm.ts';

describe('a random shock', () => {
  it('without a date comes by its hazard, about as often a year whatever a tick is', () => {
    const counts = [1, 12].map((ticksPerYear) => {
      const of = world(
        [{ ...at, field: 'autonomy', operation: 'set', amount: 1, duration: 0 }],
        { at: undefined, hazard: 0.2 },
        ticksPerYear,
      );
      const history = play(of, '1', [], { ticks: 2_000 * ticksPerYear });
      for (const { chance } of eventsOf(history, 'shock')) expect(chance!.draw).toBeLessThan(chance!.probability);
      // Years with at least one: a hazard of 0.2 a year.
      return new Set(eventsOf(history, 'shock').map(({ tick }) => Math.floor(tick / ticksPerYear))).size / 2_000;
    });
    for (const share of counts) expect(Math.abs(share - 0.2)).toBeLessThan(0.045);
  });
});
