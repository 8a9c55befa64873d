import type { World } from './world.ts';

/** Recomputes affinity f_ij = 1 − Σ_d w_id |x_id − x_jd| and cultural distance; both follow from the state alone. */
export function compare(world: World): void {
  const { actors: n, axes } = world.shape;
  const { position, salience, culture } = world.columns;
  const { affinity, culturalDistance } = world.derived;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let apart = 0;
      for (let d = 0; d < axes; d++)
        apart += salience[i * axes + d]! * Math.abs(position[i * axes + d]! - position[j * axes + d]!);
      affinity[i * n + j] = 1 - apart;
      let foreign = 0;
      for (let c = 0; c < 5; c++) foreign += Math.abs(culture[i * 5 + c]! - culture[j * 5 + c]!);
      culturalDistance[i * n + j] = foreign / 5;
    }
  }
  world.derived.stale = false;
}
