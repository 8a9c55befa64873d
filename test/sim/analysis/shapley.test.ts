import { describe, expect, it } from 'vitest';
import { type Game, shapley, shapleyByEnumeration, shapleyBySampling } from '../../../sim/analysis/shapley.ts';
import { start } from '../../../sim/engine/run.ts';
import { stream } from '../../../sim/exact/random.ts';
import { airportShares } from '../../../sim/world/airport-shares.ts';
import { actor, allianceOf, model, treaty } from '../builders.ts';

const dearest =
  (needs: readonly number[]): Game =>
  (inside) =>
    needs.reduce((most, need, i) => (inside[i] ? Math.max(most, need) : most), 0);
const quorum =
  (needed: number, votes: readonly number[]): Game =>
  (inside) =>
    votes.reduce((sum, vote, i) => sum + vote * inside[i]!, 0) >= needed ? 1 : 0;
const gloves: Game = (inside) => Math.min(inside[0]! + inside[1]!, inside[2]!);

describe('the Shapley value', () => {
  it.each<[string, Game, number[]]>([
    ['two left gloves and a right one', gloves, [1 / 6, 1 / 6, 2 / 3]],
    ['a runway for 1, 2 and 3', dearest([1, 2, 3]), [1 / 3, 5 / 6, 11 / 6]],
    ['a council [51; 50, 49, 1]', quorum(51, [50, 49, 1]), [2 / 3, 1 / 6, 1 / 6]],
  ])('of %s is known', (_, game, expected) => {
    const { value } = shapleyByEnumeration(3, game);
    expected.forEach((x, i) => {
      expect(value[i]).toBeCloseTo(x, 12);
    });
  });

  it('of many, sampled, lies within four standard errors of the exact one and adds up to the whole', () => {
    const needs = Array.from({ length: 24 }, (_, i) => 1 + ((i * 7) % 11));
    const { value, error } = shapley(24, dearest(needs), stream('seed', 'shapley', 0), 4_000);
    const exact = airportShares(needs);
    for (let i = 0; i < 24; i++) {
      expect(error[i]).toBeGreaterThan(0);
      expect(Math.abs(value[i]! - exact[i]!)).toBeLessThan(4 * error[i]!);
    }
    expect(value.reduce((sum, x) => sum + x, 0)).toBeCloseTo(11, 9);
  });

  it('sampled from one stream is the same twice', () => {
    const once = () => [...shapleyBySampling(3, gloves, stream('a', 'b', 3), 100).value];
    expect(once()).toEqual(once());
  });

  it('of a runway is that of the enumerated game', () => {
    const needs = [4, 1, 1, 7, 0, 2.5];
    const { value } = shapleyByEnumeration(6, dearest(needs));
    airportShares(needs).forEach((x, i) => {
      expect(x).toBeCloseTo(value[i]!, 12);
    });
  });
});

describe('Shapley quotas', () => {
  const quotas = (publicness: number) => {
    const of = model({
      actors: [1, 2, 3].map((valuation) => actor(`n${valuation}`, { valuation })),
      treaties: [treaty('all', ['n1', 'n2', 'n3'], { burdenSharing: 'shapley', publicness, targetRate: 0.1 })],
    });
    const asked = allianceOf(start(of), 'all')!.members.map(({ quota }) => quota);
    const total = asked.reduce((sum, x) => sum + x, 0);
    return asked.map((x) => x / total);
  };

  it('of a public defence are the runway’s, of a private one in proportion to need', () => {
    [1 / 9, 5 / 18, 11 / 18].forEach((x, k) => {
      expect(quotas(1)[k]).toBeCloseTo(x, 9);
    });
    [1 / 6, 1 / 3, 1 / 2].forEach((x, k) => {
      expect(quotas(0)[k]).toBeCloseTo(x, 9);
    });
  });
});
