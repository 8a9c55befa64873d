import { begin, start, tick } from '../engine/run.ts';
import type { Model } from '../model/model.ts';
import type { Occasion } from '../model/occasion.ts';
import type { Intervention } from '../schema/intervention.ts';
import { bytesOf } from '../world/columns.ts';
import type { Event } from '../world/event.ts';
import { demandFinite } from '../world/finite.ts';
import type { Snapshot, World } from '../world/state.ts';
import { digest } from '../world/state-digest.ts';
import { bytesOfSnapshot, snapshot } from '../world/world.ts';
import { openChronicle, recordEvent } from './chronicle.ts';
import type { History } from './history.ts';
import { createSeries, sampleSeries } from './series.ts';

/** How much of a run is kept in memory. */
export interface Caps {
  /** Limit on the events kept; later ones go to the sink, or are only counted. */
  events: number;
  keyframes: number;
  keyframeBytes: number;
}
export const CAPS: Caps = { events: 200_000, keyframes: 128, keyframeBytes: 64 * 1024 * 1024 };

/** Least number of ticks between keyframes: few enough to re-run while a person drags the time bar. */
const KEYFRAME_EVERY = 24;

/** A run that advances tick by tick and records its history. */
export interface Recorder {
  readonly history: History;
  readonly world: World;
  /** Runs up to `count` more ticks, not past the end; returns whether any are left. */
  advance(count: number): boolean;
}

export interface RecordOptions {
  ticks?: number;
  caps?: Partial<Caps>;
  /** Receives the events past the cap. */
  sink?: (event: Event) => void;
  /** Hears of each decision that is due, such as the call upon an actor that is held; the run does not depend on it. */
  onOccasion?: (occasion: Occasion) => void;
  /** Whether every state is digested (default true). Without it the history's digests are zeros without meaning. */
  digests?: boolean;
}

/**
 * Starts to record the run (model, seed, interventions) of `options.ticks` ticks, by default the scenario's own number. No tick is
 * run yet; call `advance`. The same three give the same bits, in whatever steps the run advances.
 * @param interventions already checked, at ticks of this run.
 */
export function record(
  model: Model,
  seed: string,
  interventions: readonly Intervention[] = [],
  options: RecordOptions = {},
): Recorder {
  const ticks = options.ticks ?? model.scenario.time.ticks;
  const world = start(model);
  return recorder(world, ticks, options, openHistory(model, seed, interventions, world, ticks));
}

/** The history of a run of which no tick is run yet; `world` is its start. */
export function openHistory(
  model: Model,
  seed: string,
  interventions: readonly Intervention[],
  world: World,
  ticks: number,
): History {
  const series = createSeries(model.shape.actors, ticks);
  sampleSeries(series, world, model);
  return {
    model,
    seed,
    interventions,
    from: 0,
    parent: undefined,
    ticks: 0,
    digests: new Uint32Array(2 * ticks),
    events: [],
    happened: 0,
    series,
    chronicle: openChronicle(model),
    keyframes: [model.start],
    keyframeEvery: 0,
  };
}

/** Continues to record `history` from the state `world`. */
export function recorder(world: World, ticks: number, options: RecordOptions, history: History): Recorder {
  const { model } = history;
  const { enterEvent, enterTick } = historyKeeper(history, ticks, options);
  const run = begin(model, history.seed, history.interventions, enterEvent, options.onOccasion);
  return {
    history,
    world,
    advance(count) {
      const end = Math.min(ticks, world.tick + count);
      while (world.tick < end) {
        tick(run, world);
        enterTick(world);
      }
      return world.tick < ticks;
    },
  };
}

/** Enters into a history what happens in a tick, and then the tick that the world has just finished. */
export function historyKeeper(
  history: History,
  ticks: number,
  options: RecordOptions,
): { enterEvent(event: Event): void; enterTick(world: World): void } {
  const { model } = history;
  const caps = { ...CAPS, ...options.caps };
  const keyframes = Math.max(2, Math.min(caps.keyframes, Math.floor(caps.keyframeBytes / bytesOf(model.shape))));
  const keep = keeper(history, { ...caps, keyframes });
  // The start takes one place: were it not counted, the last keyframe would find no room and thin all others.
  history.keyframeEvery ||= Math.max(KEYFRAME_EVERY, Math.ceil(ticks / (keyframes - 1)));
  const { digests: digested = true } = options;
  return {
    enterEvent(event) {
      history.happened++;
      recordEvent(history.chronicle, event);
      if (history.events.length < caps.events) history.events.push(event);
      else options.sink?.(event);
    },
    enterTick(world) {
      history.ticks = world.tick;
      if (world.tick === ticks) demandFinite(world, model.ids, true);
      if (digested) enterDigest(history.digests, world);
      sampleSeries(history.series, world, model);
      if (world.tick % history.keyframeEvery === 0) keep(world);
    },
  };
}

function enterDigest(digests: Uint32Array, world: World): void {
  const [high, low] = digest(world);
  digests[2 * world.tick - 2] = high;
  digests[2 * world.tick - 1] = low;
}

/**
 * Keeps states as keyframes. At the cap every other keyframe is dropped and the interval doubles. What a state takes beside its
 * columns, treaties with their members and temporary changes of shocks, is known only when it is there.
 */
function keeper(history: History, { keyframes: most, keyframeBytes }: Caps): (world: World) => void {
  const weights = new WeakMap<Snapshot, number>();
  const weigh = (keyframe: Snapshot): number => {
    const weight = weights.get(keyframe) ?? bytesOfSnapshot(keyframe);
    weights.set(keyframe, weight);
    return weight;
  };
  return (world) => {
    const added = bytesOfSnapshot(world);
    const isFull = (): boolean =>
      history.keyframes.length >= most ||
      history.keyframes.reduce((sum, keyframe) => sum + weigh(keyframe), added) > keyframeBytes;
    while (history.keyframes.length > 1 && isFull()) {
      history.keyframeEvery *= 2;
      const { keyframeEvery } = history;
      history.keyframes = history.keyframes.filter(({ tick: at }, k) => k === 0 || at % keyframeEvery === 0);
      if (world.tick % keyframeEvery !== 0) return;
    }
    history.keyframes.push(snapshot(world));
  };
}

/** Runs (model, seed, interventions) to the end: `record`, then all ticks at once. @returns the recorded history. */
export function play(
  model: Model,
  seed: string,
  interventions: readonly Intervention[] = [],
  options: RecordOptions = {},
): History {
  const run = record(model, seed, interventions, options);
  run.advance(Infinity);
  return run.history;
}
