import { describe, expect, it } from 'vitest';
import type { World } from '../../../../sim/world/state.ts';
import { allianceOf, dyadValue } from '../../builders.ts';
import { type Actor, play, pool, TWO } from './one-pool.ts';

/** By how much an actor’s stocks grew over those of the stranger. */
function growth(world: World, i: number, before: number): number {
  const n = world.shape.actors - 1;
  const stock = (k: number) => world.columns.resources[2 * k]! + world.columns.resources[2 * k + 1]!;
  return stock(i) / before - stock(n) / 100;
}

describe('what the members of a pool have of it', () => {
  const GREAT_AND_SMALL: Actor[] = [{ resources: { grain: 400, iron: 400 } }, { resources: { grain: 20, iron: 20 } }];

  it('of a market goes by the rule: one that gives to need makes the small one grow faster', () => {
    const by = (benefitSharing: 'need' | 'contribution') => play(pool('economic', { benefitSharing }, GREAT_AND_SMALL));
    expect(growth(by('need'), 1, 40)).toBeGreaterThan(2 * growth(by('contribution'), 1, 40));
    expect(growth(by('contribution'), 1, 40)).toBeCloseTo(growth(by('contribution'), 0, 800), 9);
  });

  it('of knowledge is the same for all of them, whatever the rule', () => {
    for (const benefitSharing of ['need', 'contribution', 'resources', 'equal'] as const) {
      const world = play(pool('knowledge', { benefitSharing }, GREAT_AND_SMALL));
      expect(growth(world, 1, 40)).toBeCloseTo(growth(world, 0, 800), 12);
      expect(growth(world, 1, 40)).toBeCloseTo(0.15 * 0.1, 3);
    }
  });

  it('of regard is that outsiders trust and like them more, and they the outsiders no more than before', () => {
    const of = pool('political', {}, TWO);
    const world = play(of);
    expect(dyadValue(of, world, 'hostility', 'stranger', 'm0')).toBeLessThan(0.4);
    expect(dyadValue(of, world, 'calculative', 'stranger', 'm0')).toBeGreaterThan(0.4);
    expect(dyadValue(of, world, 'hostility', 'm0', 'stranger')).toBeCloseTo(0.4, 6);
    expect(dyadValue(of, world, 'calculative', 'm0', 'stranger')).toBeCloseTo(0.4, 6);
    expect(dyadValue(of, world, 'hostility', 'm0', 'm1')).toBeCloseTo(0.4, 6);
  });

  it('of fellowship is relational trust, less of it among the foreign than among the kindred but more than half', () => {
    const far: Actor[] = [0, 1].map((x) => ({
      culture: { powerDistance: x, individualism: x, uncertaintyAvoidance: x, context: x, timeOrientation: x },
    }));
    const warmth = (members: Actor[]) => {
      const of = pool('social', { communication: 1 }, members);
      return dyadValue(of, play(of), 'relational', 'm0', 'm1') - 0.4;
    };
    expect(warmth(far)).toBeLessThan(warmth(TWO));
    expect(warmth(far)).toBeGreaterThan(0.5 * warmth(TWO));
  });

  it('is the whole pool and no more, under every rule and aggregator', () => {
    const members: Actor[] = [{}, { resources: { grain: 300, iron: 1 } }, { resources: { grain: 0, iron: 7 } }];
    for (const benefitSharing of ['need', 'contribution', 'resources', 'equal'] as const)
      for (const aggregator of ['summation', 'weakest-link', 'best-shot', 'ces'] as const)
        for (const purpose of ['economic', 'knowledge', 'crisis-response'] as const) {
          const { pool: whole, members: all } = allianceOf(
            play(pool(purpose, { benefitSharing, aggregator }, members)),
            'pool',
          )!;
          expect(whole).toBeGreaterThan(0);
          expect(Math.abs(all.reduce((sum, { benefit }) => sum + benefit, 0) - whole)).toBeLessThan(1e-9);
        }
  });
});
