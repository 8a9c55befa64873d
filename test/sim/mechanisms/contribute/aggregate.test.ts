import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { ces } from '../../../../sim/mechanisms/contribute/effort/aggregate.ts';
import type { ScenarioDraft } from '../../../../sim/schema/scenario.ts';
import { AGGREGATORS } from '../../../../sim/schema/treaty.ts';
import { always } from '../../arbitrary.ts';
import { actor, model, only, treaty } from '../../builders.ts';

type Clauses = Partial<NonNullable<ScenarioDraft['treaties']>[number]>;

/** Efforts of all allied under one aggregator, β = 1/2. */
function settled(incomes: readonly number[], clauses: Clauses, ticks = 1_500): { effort: number[]; defence: number[] } {
  const ids = incomes.map((_, k) => `n${k}`);
  const plain = { formality: 0, monitoring: 0, sanction: 0, targetRate: 0, publicness: 1 };
  const taste = { peace: 1, alarm: 0, unaided: 0, word: 0, reciprocity: 0, pace: 0.5 };
  const of = model({
    resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
    actors: ids.map((id, k) => actor(id, { resources: { arms: incomes[k]! } })),
    treaties: ids.length > 1 ? [treaty('all', ids, { ...plain, obligations: ['defence'], ...clauses })] : [],
    mechanisms: only({ contribute: [{ name: 'pledges', parameters: taste }] }),
  });
  const world = start(of);
  const course = begin(of, '1', [], () => {});
  for (let t = 0; t < ticks; t++) tick(course, world);
  const effort = [...world.columns.effort];
  return { effort, defence: effort.map((g, k) => g + world.columns.spillIn[k]!) };
}

describe('a defence that is not the sum of efforts', () => {
  it('as strong as its weakest link nobody pays for beyond the weakest', () => {
    const { effort, defence } = settled([40, 20, 10], { aggregator: 'weakest-link', publicness: 0.99 });
    // Every common effort up to the poorest's βB is an equilibrium (Hirshleifer 1983): which one, history decides.
    const [a, b, c] = effort as [number, number, number];
    expect(c).toBeGreaterThan(1);
    expect(c).toBeLessThanOrEqual(5);
    expect(a).toBeCloseTo(c, 6);
    expect(b).toBeCloseTo(c, 6);
    for (const D of defence) expect(D).toBeCloseTo(0.01 * c + 0.99 * 3 * c, 5);
  });

  it('as strong as its best shot one pays for and the others let it', () => {
    const { effort } = settled([40, 20, 10], { aggregator: 'best-shot' });
    expect(effort[0]).toBeCloseTo(20, 6);
    expect(effort[1]).toBeLessThan(1e-6);
    expect(effort[2]).toBeLessThan(1e-6);
  });

  it('with perfect substitutes is the sum', () => {
    const one = settled([40, 30, 20, 10], { aggregator: 'ces', substitution: 1, publicness: 0.4 });
    const sum = settled([40, 30, 20, 10], { aggregator: 'summation', publicness: 0.4 });
    one.effort.forEach((g, k) => {
      expect(g).toBeCloseTo(sum.effort[k]!, 5);
      expect(one.defence[k]).toBeCloseTo(sum.defence[k]!, 5);
    });
  });

  it.each([-20, -1, 0, 0.5, 1, 3, 20])('of equal efforts is n·G at ρ = %d', (rho) => {
    expect(ces([3, 3, 3, 3], rho)).toBeCloseTo(12, 9);
  });

  it('by CES lies between its weakest link and its best shot, and fails with one who pays nothing unless ρ > 0', () => {
    expect(ces([1, 4], 0)).toBeCloseTo(4, 9);
    expect(ces([1, 4], -1)).toBeCloseTo(3.2, 9);
    expect([ces([0, 4], 0), ces([0, 4], -2), ces([0, 0], 1)]).toEqual([0, 0, 0]);
    expect(ces([0, 4], 0.5)).toBeCloseTo(2, 9);
  });

  const rhos = [-20, -1, -1e-9, -1e-300, 0, Number.MIN_VALUE, 1e-12, 0.01, 0.5, 1, 3, 20];

  it.each(rhos)('with a partner of nothing leaves one as it would be alone, at ρ = %d', (substitution) => {
    const [rich, alone] = [
      settled([40, 0], { aggregator: 'ces', substitution, publicness: 0.6 }, 40),
      settled([40], {}, 40),
    ];
    if (substitution < 0.01) expect(rich.defence[0]).toBeCloseTo(rich.effort[0]!, 9);
    expect(rich.defence[0]).toBeGreaterThanOrEqual(rich.effort[0]!);
    if (substitution < 0.01) expect(rich.effort[0]).toBeCloseTo(alone.effort[0]!, 6);
  });

  it('has finite spill-ins, none below 0, whatever the technology and the means', () => {
    const means = fc.oneof(fc.constantFrom(0, 5e-324, 1e-300, 1e-12, 1, 1e12, 1e30), fc.double({ min: 0, max: 100 }));
    const technology = fc.record({
      aggregator: fc.constantFrom(...AGGREGATORS),
      substitution: fc.oneof(fc.constantFrom(...rhos), fc.double({ min: -20, max: 20, noNaN: true })),
      publicness: fc.constantFrom(0, 0.3, 0.99, 1),
    });
    always(
      fc.tuple(fc.array(means.filter(Number.isFinite), { minLength: 2, maxLength: 5 }), technology),
      ([incomes, clauses]) => {
        const { effort, defence } = settled(incomes, clauses, 6);
        defence.forEach((protection, k) => {
          expect(Number.isFinite(protection)).toBe(true);
          expect(protection).toBeGreaterThanOrEqual(effort[k]!);
        });
      },
      300,
    );
  });

  it('reaches its limit without a leap, as a partner comes to nothing', () => {
    for (const substitution of [-3, 0, 0.5]) {
      const spill = (means: number): number => {
        const { effort, defence } = settled([40, means], { aggregator: 'ces', substitution, publicness: 0.6 }, 40);
        return defence[0]! - effort[0]!;
      };
      expect(spill(1e-9)).toBeCloseTo(spill(0), 3);
    }
  });
});
