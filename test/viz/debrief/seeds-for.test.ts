import { expect, it } from 'vitest';
import { FIRST_SEEDS, seedsFor } from '../../../viz/debrief/seeds-for.ts';

it('as many games are played as were asked for, fewer where a computer is slow, and never fewer than tell something', () => {
  expect(seedsFor(1_000, 10)).toBe(1_000);
  expect(seedsFor(1_000, 100)).toBe(450);
  expect(seedsFor(1_000, 60_000)).toBe(FIRST_SEEDS);
  expect(seedsFor(100, 0)).toBe(100);
});
