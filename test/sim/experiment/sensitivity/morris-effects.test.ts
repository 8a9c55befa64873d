import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designDraws } from '../../../../sim/exact/design-draws.ts';
import { morrisDesign } from '../../../../sim/experiment/designs/morris.ts';
import { morrisEffects } from '../../../../sim/experiment/sensitivity/morris-effects.ts';
import { always } from '../../arbitrary.ts';
import { ishigami, outputsOf } from './outputs.ts';

const design = (size: number, dimensions: number, levels = 4, seed = 1) =>
  morrisDesign(size, dimensions, levels, designDraws(String(seed), 'morris'));

describe('elementary effects', () => {
  // By enumeration of the 64 points of the grid: μ* to 6 places, σ to 4.
  it.each([1, 2, 3, 4, 5])('of the Ishigami function on four levels are the exact ones (seed %i)', (seed) => {
    const trajectories = design(1_000, 3, 4, seed);
    const { effects } = morrisEffects(outputsOf(trajectories.points, 3, ishigami), trajectories, ['x', 'y', 'z']);
    for (const [input, muStar, sigma] of [
      ['x', 7.704054, 6.2488],
      ['y', 7.875, 7.875],
      ['z', 6.248796, 8.8371],
    ] as const) {
      expect(effects[input]!.muStar).toBeCloseTo(muStar, 5);
      expect(Math.abs(effects[input]!.sigma / sigma - 1)).toBeLessThan(0.01);
    }
    expect(effects.x!.mu).toBeCloseTo(7.704054, 5);
    expect(Math.abs(effects.y!.mu)).toBeLessThan(1e-9);
    expect(Math.abs(effects.z!.mu)).toBeLessThan(1);
  });

  it('of the Ishigami function on two levels come near the exact ones without pairs', () => {
    // Of x none, for sin π = sin −π; nor of y; nor of z, for z⁴ is the same at both.
    const trajectories = design(50, 3, 2);
    const { effects } = morrisEffects(outputsOf(trajectories.points, 3, ishigami), trajectories, ['x', 'y', 'z']);
    for (const { muStar } of Object.values(effects)) expect(muStar).toBeLessThan(1e-10);
  });

  it('of a linear model are its coefficients, without spread', () => {
    const coefficients = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
    always(fc.tuple(coefficients, fc.constantFrom(2, 4, 6, 8), fc.nat()), ([slopes, levels, seed]) => {
      const trajectories = design(6, slopes.length, levels, seed);
      const linear = (point: Float64Array) => point.reduce((sum, x, k) => sum + slopes[k]! * x, 5);
      const names = slopes.map((_, k) => `x${k}`);
      const { effects } = morrisEffects(outputsOf(trajectories.points, slopes.length, linear), trajectories, names);
      slopes.forEach((slope, k) => {
        expect(effects[`x${k}`]!.mu).toBeCloseTo(slope, 10);
        expect(effects[`x${k}`]!.muStar).toBeCloseTo(Math.abs(slope), 10);
        expect(effects[`x${k}`]!.sigma).toBeCloseTo(0, 10);
      });
    });
  });

  it('of a product cancel in the mean and not in the mean of their sizes', () => {
    // d/dx of (x − ½)(y − ½) is y − ½: ±1/6 and ±1/2, equally often.
    const trajectories = design(4_000, 2);
    const product = ([x, y]: Float64Array) => (x! - 0.5) * (y! - 0.5);
    const { mu, muStar, sigma } = morrisEffects(outputsOf(trajectories.points, 2, product), trajectories, ['x', 'y'])
      .effects.x!;
    expect(mu).toBeCloseTo(0, 1);
    expect(muStar).toBeCloseTo(1 / 3, 2);
    expect(sigma).toBeCloseTo(Math.sqrt(5 / 36), 2);
  });

  it('leave out the two steps beside a run without a value, and say so', () => {
    const trajectories = design(10, 3);
    const outputs = outputsOf(trajectories.points, 3, ishigami);
    outputs[5] = Number.NaN; // the second point of the second trajectory
    const found = morrisEffects(outputs, trajectories, ['x', 'y', 'z']);
    expect(found.dropped).toBe(2);
    for (const { mu, muStar, sigma } of Object.values(found.effects))
      expect([mu, muStar, sigma].every(Number.isFinite)).toBe(true);
  });

  it('are nothing where no run has a value, and one alone has no spread', () => {
    const trajectories = design(1, 1);
    const none = morrisEffects(new Float64Array(2).fill(Number.NaN), trajectories, ['x']);
    expect(none).toEqual({ effects: { x: { mu: Number.NaN, muStar: Number.NaN, sigma: Number.NaN } }, dropped: 1 });
    expect(morrisEffects(Float64Array.of(0, 1), trajectories, ['x']).effects.x!.sigma).toBeNaN();
  });
});
