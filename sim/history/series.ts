import { MEASURES } from '../measures/index.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';

/** The figures kept of every actor at every sampled tick. */
export const ACTOR_SERIES = ['strength', 'effortRate', 'threat', 'welfare', 'standing'] as const;
export type ActorSeries = (typeof ACTOR_SERIES)[number];

/**
 * Figures over time, sampled at ticks 0, stride, 2·stride …; tick t means "after t ticks", so 0 is the start. At the cap every
 * other sample is dropped and the stride doubles, so memory stays bounded however long the run.
 */
export interface Series {
  stride: number;
  /** Samples taken; sample s stands for tick s · stride. */
  samples: number;
  /** Measure-major within a sample: world[s · MEASURES.length + k]. */
  world: Float64Array;
  /** actors[(s · ACTOR_SERIES.length + k) · actors + i]. */
  actors: Float32Array;
}

/** Limit on the samples: a thousand years of quarters, or fewer where there are many actors. */
export const sampleCap = (actors: number): number =>
  Math.max(64, Math.min(4_096, Math.floor(8_000_000 / (ACTOR_SERIES.length * actors))));

export function createSeries(actors: number, ticks: number): Series {
  const room = Math.min(sampleCap(actors), ticks + 1);
  return {
    stride: 1,
    samples: 0,
    world: new Float64Array(room * MEASURES.length),
    actors: new Float32Array(room * ACTOR_SERIES.length * actors),
  };
}

/** Samples the world if its tick is a multiple of the stride. */
export function sampleSeries(series: Series, world: World, model: Model): void {
  const n = model.shape.actors;
  const wide = MEASURES.length;
  const width = ACTOR_SERIES.length * n;
  if (world.tick % series.stride !== 0) return;
  if ((series.samples + 1) * wide > series.world.length) {
    thin(series, wide, width);
    if (world.tick % series.stride !== 0) return;
  }
  const { columns } = world;
  series.world.set(columns.metrics, series.samples * wide);
  const { strength, rate, threat, welfare, standing } = columns;
  const out = series.actors;
  // One loop: a typed array's `set` from another type takes longer for a few numbers than to write them.
  for (let i = 0, at = series.samples * width; i < n; i++, at++) {
    out[at] = strength[i]!;
    out[at + n] = rate[i]!;
    out[at + 2 * n] = threat[i]!;
    out[at + 3 * n] = welfare[i]!;
    out[at + 4 * n] = standing[i]!;
  }
  series.samples++;
}

function thin(series: Series, wide: number, width: number): void {
  const kept = Math.ceil(series.samples / 2);
  for (let s = 1; s < kept; s++) {
    series.world.copyWithin(s * wide, 2 * s * wide, (2 * s + 1) * wide);
    series.actors.copyWithin(s * width, 2 * s * width, (2 * s + 1) * width);
  }
  series.samples = kept;
  series.stride *= 2;
}

/** Copies the samples up to tick `t` of a run of the same scenario, which a fork shares with its parent. */
export function copyPast(from: Series, t: number, into: Series, actors: number): void {
  const room = into.world.length / MEASURES.length;
  const count = Math.min(from.samples, Math.floor(t / from.stride) + 1, room);
  into.stride = from.stride;
  into.samples = count;
  into.world.set(from.world.subarray(0, count * MEASURES.length));
  into.actors.set(from.actors.subarray(0, count * ACTOR_SERIES.length * actors));
}
