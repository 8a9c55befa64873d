import type { World } from './state.ts';

/** Recomputes affinity f_ij = 1 − Σ_d w_id |x_id − x_jd|, cultural distance and κ, which all follow from the state alone. */
export function updateAffinity(world: World): void {
  const { actors: n, axes } = world.shape;
  const { position, salience, culture } = world.columns;
  const { affinity, culturalDistance, kappa } = world.derived;
  for (let i = 0; i < n; i++) {
    // Collectivist, high-context actors rely on relations (Hall 1976; Hofstede 2001).
    kappa[i] = 0.5 + 0.25 * (culture[i * 5 + 3]! - culture[i * 5 + 1]!);
    for (let j = 0; j < n; j++) {
      let apart = 0;
      for (let d = 0; d < axes; d++)
        apart += salience[i * axes + d]! * Math.abs(position[i * axes + d]! - position[j * axes + d]!);
      affinity[i * n + j] = 1 - apart;
      let foreign = 0;
      for (let c = 0; c < 5; c++) foreign += Math.abs(culture[i * 5 + c]! - culture[j * 5 + c]!);
      culturalDistance[i * n + j] = Math.round(51 * foreign);
    }
  }
  world.derived.stale = false;
}
