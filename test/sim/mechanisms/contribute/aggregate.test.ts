import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { ces } from '../../../../sim/mechanisms/contribute/effort/aggregate.ts';
import type { ScenarioDraft } from '../../../../sim/schema/scenario.ts';
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
    treaties: [treaty('all', ids, { ...plain, obligations: ['defence'], ...clauses })],
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
});
