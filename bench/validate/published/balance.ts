import { findAnalysis } from '../../../sim/analysis/index.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import { type Estimate, sampleMean } from '../statistics.ts';
import { analysisNumber, classic, type Row } from './row.ts';

// Structural balance: triads that become balanced, the continuous flow of ties, and the six powers of 1907.

const SEEDS = 200;
const ANTAL = 'Antal, Krapivsky & Redner 2005';

/** The answers of one analysis over so many runs. */
function runsOf(
  id: string,
  settings: Record<string, number>,
  name: string,
  seeds: number = SEEDS,
): Record<string, unknown>[] {
  const model = classic(id, settings);
  const rule = findAnalysis(name)!;
  const of = (history: History) => rule.of(history, rule.params.parse({}));
  return Array.from({ length: seeds }, (_, seed) => of(play(model, String(seed))));
}

const stationary = (p: number): Row => ({
  classic: 'classics/triads',
  quantity: `stationary density of friendly ties, p = ${p}`,
  expected: 1 / (Math.sqrt(3 * (1 - 2 * p)) + 1),
  source: 'published',
  from: `${ANTAL}: ρ∞ = 1/(√(3(1 − 2p)) + 1); ours: 64 actors, ${SEEDS} seeds, from ρ₀ = 0.5, ticks 13 to 24`,
  ours: () =>
    sampleMean(
      runsOf('classics/triads', { p, ticks: 24, rho0: 0.5 }, 'triad-dynamics').map((run) =>
        Number(run.stationaryDensity),
      ),
    ),
});

const PARADISE: Row = {
  classic: 'classics/triads',
  quantity: 'share of runs that end as friends all, p = 0.6',
  expected: 1,
  source: 'published',
  from: `${ANTAL}: beyond p = ½ every world ends in paradise; ours: 64 actors, ${SEEDS} seeds`,
  ours() {
    const runs = runsOf('classics/triads', { p: 0.6, ticks: 60, rho0: 0.5 }, 'triad-dynamics');
    return runs.filter(({ density }) => (density as number[]).at(-1) === 1).length / runs.length;
  },
};

const known = new Map<number, Estimate>();

/** δ² over the runs that ended in balance; two rows use the same runs. */
function settled(rho0: number): Estimate {
  const found =
    known.get(rho0) ??
    sampleMean(
      runsOf('classics/triads-constrained', { rho0, ticks: 24 }, 'structural-balance', 2 * SEEDS)
        .filter(({ balanced }) => balanced === 1)
        .map(({ deltaSquared }) => Number(deltaSquared)),
    );
  known.set(rho0, found);
  return found;
}

const camps = (rho0: number, published: number, range: readonly [number, number]): Row => ({
  classic: 'classics/triads-constrained',
  quantity: `δ² at the end, ρ₀ = ${rho0} (about ${published})`,
  expected: range,
  source: 'recomputed',
  from: `${ANTAL}, 64 actors: ${published} is itself the mean of a sample of runs; the range is what that and our ${2 * SEEDS} runs allow`,
  ours: () => settled(rho0).value,
});

const EVEN_ODDS: Row = {
  classic: 'classics/triads-constrained',
  quantity: 'δ² at the end, ρ₀ = 0.5: 1/N',
  expected: 1 / 64,
  source: 'exact',
  from: 'By symmetry: from even odds every division into two camps is as likely, and the square of a sum of N signs is N on average',
  ours: () => settled(0.5),
};

const flow = (quantity: string, expected: number, ours: (found: Record<string, unknown>) => number): Row => ({
  classic: 'classics/balance-flow',
  quantity,
  expected,
  source: 'exact',
  from: 'Marvel et al. 2011: X(t) = X₀(I − X₀t)⁻¹, t* = 1/λ₁, factions by the signs of v₁',
  tolerance: 1e-9,
  ours: () => ours(analysisNumber('classics/balance-flow')),
});

const powers = (quantity: string, expected: number, ours: (found: Record<string, unknown>) => number): Row => ({
  classic: 'classics/powers-1907',
  quantity,
  expected,
  source: 'exact',
  from: 'Triple Entente and Triple Alliance: friends within, foes between (Antal, Krapivsky & Redner 2006)',
  ours: () => ours(analysisNumber('classics/powers-1907')),
});

const alike = (found: unknown, expected: readonly number[]): number =>
  expected.filter((side, k) => (found as number[])[k] === side).length;

export const balanceRows: readonly Row[] = [
  stationary(0),
  stationary(0.1),
  stationary(0.25),
  PARADISE,
  camps(0, 0.007, [0.0045, 0.0095]),
  camps(0.5, 0.015, [0.011, 0.019]),
  EVEN_ODDS,
  camps(0.7, 0.985, [0.9725, 0.9975]),
  camps(0.8, 1, [0.9975, 1]),
  flow('λ₁', 1.3717107346, ({ eigenvalues }) => (eigenvalues as number[])[0]!),
  flow('t*, time of the blow-up', 0.7290166759, ({ blowUpTime }) => Number(blowUpTime)),
  flow('actors in their faction, {1, 2} | {3, 4}', 4, ({ factions }) => alike(factions, [1, 1, 2, 2])),
  powers('unbalanced triads of 20', 0, ({ unbalancedTriads }) => Number(unbalancedTriads)),
  powers('ties that frustrate the best division', 0, ({ frustratedTies }) => Number(frustratedTies)),
  powers('powers in their camp', 6, ({ camps: sides }) => alike(sides, [1, 1, 1, 2, 2, 2])),
];
