import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { actor, model, only, treaty } from '../../builders.ts';

/** Efforts in U = (1−a−b) ln c + b ln g + a ln G, all allied and every effort shared wholly. */
function settled(incomes: readonly number[], a: number, b: number): number[] {
  const ids = incomes.map((_, k) => `n${k}`);
  const clauses = { publicness: 1, formality: 0, monitoring: 0, sanction: 0, targetRate: 0 };
  const taste = { peace: (a + b) / (1 - a - b), alarm: 0, unaided: 0, word: 0, reciprocity: 0, pace: 1 };
  const of = model({
    resources: [{ id: 'arms', name: 'Arms', unit: 'points', yield: 1 }],
    actors: ids.map((id, k) => actor(id, { resources: { arms: incomes[k]! } })),
    treaties: [treaty('all', ids, { ...clauses, obligations: ['defence'] })],
    mechanisms: only({ contribute: [{ name: 'joint-products', parameters: { ...taste, own: b / (a + b) } }] }),
  });
  const world = start(of);
  const course = begin(of, '1', [], () => {});
  for (let t = 0; t < 2_000; t++) tick(course, world);
  return [...world.columns.effort];
}

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
const near = (list: readonly number[], expected: readonly number[]): void => {
  expect(list).toHaveLength(expected.length);
  list.forEach((x, k) => {
    expect(Math.abs(x - expected[k]!)).toBeLessThan(1e-6);
  });
};

/** The share of each at a known G, in the form that does not cancel for small a. */
const shareAt = (G: number, w: number, a: number, b: number): number => {
  const B = a * w - (1 - a) * G;
  return (2 * b * w * G) / (-B + Math.sqrt(B * B + 4 * a * b * w * G));
};

describe('joint products', () => {
  it('of 40, 20 and 10 are paid for as the closed form says', () => {
    const found = settled([40, 20, 10], 0.3, 0.2);
    near(found, [17.495057, 7.127986, 3.191973]);
    expect(Math.abs(total(found) - 27.815016)).toBeLessThan(1e-6);
  });

  it.each([
    [0.3, 0.2],
    [0.6, 0.05],
    [0.05, 0.4],
    [1e-7, 0.3],
  ])('at a = %d and b = %d agree with each other through G', (a, b) => {
    const incomes = [70, 30, 30, 5, 1];
    const found = settled(incomes, a, b);
    near(
      found,
      incomes.map((w) => shareAt(total(found), w, a, b)),
    );
  });

  it('that nearly nobody shares burden all alike', () => {
    const incomes = [40, 20, 10];
    const rates = settled(incomes, 1e-9, 0.3).map((g, k) => g / incomes[k]!);
    for (const rate of rates) expect(rate).toBeCloseTo(0.3, 6);
  });

  it('with nothing of one’s own are the pure public good', () => {
    near(settled([40, 30, 20, 10], 0.8, 0), [27.1428571, 17.1428571, 7.1428571, 0]);
  });
});
