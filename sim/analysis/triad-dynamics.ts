import { z } from 'zod';
import type { History } from '../history/history.ts';
import { ACTOR_SERIES, type ActorSeries } from '../history/series.ts';
import { analysis } from './analysis.ts';

const params = z.strictObject({
  friendliness: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta({ description: 'p of local triad dynamics, from which the density of a large world is foretold' }),
});

/** The share of friendly ties over time, for the models that write it to their actors’ `standing` (signed-ties.ts). */
export const triadDynamics = analysis({
  name: 'triad-dynamics',
  cites: ['Antal, Krapivsky & Redner 2005'],
  params,
  keys: {
    density: 'ρ: share of ties that are friendly, after each tick from the first on, which draws them',
    unbalancedShare: 'share of triads that are unbalanced, after each tick from the first on',
    stationaryDensity: 'mean of the density over the last half of the run',
    expectedDensity: 'ρ∞ of an infinite world: 1/(√(3(1 − 2p)) + 1) for p up to ½, and 1 beyond',
  },
  of(history, { friendliness: p }) {
    const n = history.model.shape.actors;
    const density = meansOf(history, 'standing', Math.max(1, n - 1));
    const late = density.slice(Math.floor(density.length / 2));
    return {
      density,
      unbalancedShare: meansOf(history, 'threat', Math.max(1, ((n - 1) * (n - 2)) / 2)),
      stationaryDensity: late.reduce((sum, x) => sum + x, 0) / Math.max(1, late.length),
      ...(p !== undefined && { expectedDensity: expectedDensity(p) }),
    };
  },
});

/** Stationary density of friendly ties ρ∞ (Antal, Krapivsky & Redner 2005), for p in [0, 1]. */
export const expectedDensity = (p: number): number => (p <= 0.5 ? 1 / (Math.sqrt(3 * (1 - 2 * p)) + 1) : 1);

/**
 * Mean over the actors of one of their figures, for every sample after the start. Each value is a multiple of 1/`parts`, which
 * the series keeps only to single precision.
 */
function meansOf({ series, model }: History, figure: ActorSeries, parts: number): number[] {
  const n = model.shape.actors;
  const place = ACTOR_SERIES.indexOf(figure);
  return Array.from({ length: Math.max(0, series.samples - 1) }, (_, s) => {
    const from = ((s + 1) * ACTOR_SERIES.length + place) * n;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.round(series.actors[from + i]! * parts);
    return sum / (n * parts);
  });
}
