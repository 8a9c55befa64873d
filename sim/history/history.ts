import type { Event } from '../engine/event.ts';
import type { Model } from '../engine/model.ts';
import { begin, type RunContext, start, tick } from '../engine/run.ts';
import { hex } from '../exact/hash.ts';
import type { Intervention } from '../schema/intervention.ts';
import { digest } from '../world/state-digest.ts';
import { restore, type Snapshot, snapshot, type World } from '../world/world.ts';
import { type Chronicle, copyChronicle, openChronicle, recordEvent } from './chronicle.ts';
import { CAPS, type Recorder, type RecordOptions, recorder } from './record.ts';
import { copyPast, createSeries, type Series } from './series.ts';

/** What a run leaves. Read it through seek, fork and divergence. */
export interface History {
  readonly model: Model;
  readonly seed: string;
  readonly interventions: readonly Intervention[];
  /** Tick at which this history begins to differ from its parent, 0 for one without. */
  readonly from: number;
  readonly parent: History | undefined;
  /** Ticks done. */
  ticks: number;
  /** Two words a tick, high and low: those of tick t, at 2t, hash the state that tick t left. */
  digests: Uint32Array;
  events: Event[];
  /** Events that happened, kept or not. */
  happened: number;
  series: Series;
  chronicle: Chronicle;
  /** States to start from, by rising tick; the first is the state at `from`. */
  keyframes: Snapshot[];
  keyframeEvery: number;
}

/**
 * The state after `t` ticks, re-run from the nearest keyframe before it: the same bits as the straight run's.
 * @throws {RangeError} outside 0 … history.ticks.
 */
export function seek(history: History, t: number): World {
  if (!Number.isInteger(t) || t < 0 || t > history.ticks)
    throw new RangeError(`tick ${t} is outside this history (0 to ${history.ticks})`);
  if (t < history.from && history.parent) return seek(history.parent, t);
  let nearest = history.keyframes[0]!;
  for (const keyframe of history.keyframes) if (keyframe.tick <= t) nearest = keyframe;
  const world = start(history.model);
  restore(world, nearest);
  const course = silent(history);
  while (world.tick < t) tick(course, world);
  return world;
}

const silent = (history: History): RunContext => begin(history.model, history.seed, history.interventions);

export interface ForkOptions extends RecordOptions {
  /** Places in the parent's interventions of those that the fork does not have. */
  without?: readonly number[];
  /** Other luck from the fork on. Such a run is no triple of its own: it can be counted, but not saved. */
  continuationSeed?: string;
}

/**
 * A run that is its parent up to tick `t` and has `interventions` besides the parent's from there on. It begins at the fork:
 * before it the parent is the only teller.
 * @throws {RangeError} for an intervention before `t`, placed or left out.
 */
export function fork(
  parent: History,
  t: number,
  interventions: readonly Intervention[],
  options: ForkOptions = {},
): Recorder {
  const { without = [], continuationSeed = parent.seed } = options;
  for (const { tick: at } of [...interventions, ...without.map((k) => parent.interventions[k]!)])
    if (at < t) throw new RangeError(`an intervention at tick ${at} lies before the fork at ${t}`);
  const { model } = parent;
  const ticks = options.ticks ?? parent.digests.length / 2;
  const world = seek(parent, t);
  const series = createSeries(model.shape.actors, ticks);
  copyPast(parent.series, t, series, model.shape.actors);
  const caps = { ...CAPS, ...options.caps };
  const chronicle = openChronicle(model);
  const events: Event[] = [];
  let happened = 0;
  retell(parent, t, (event) => {
    happened++;
    recordEvent(chronicle, event);
    if (events.length < caps.events) events.push(event);
  });
  const digests = new Uint32Array(2 * ticks);
  digests.set(parent.digests.subarray(0, 2 * t));
  return recorder(world, ticks, options, {
    model,
    seed: continuationSeed,
    interventions: [...parent.interventions.filter((_, k) => !without.includes(k)), ...interventions],
    from: t,
    parent,
    ticks: t,
    digests,
    events,
    happened,
    series,
    chronicle: copyChronicle(chronicle),
    keyframes: [snapshot(world)],
    keyframeEvery: parent.keyframeEvery,
  });
}

/** Every event before tick `t`, in order. Those that went to the sink are made to happen again. */
function retell(history: History, t: number, report: (event: Event) => void): void {
  const { events, happened, model, seed, interventions } = history;
  // Of the last tick that is kept perhaps only a part is.
  const whole = happened === events.length ? t : Math.min(t, events.at(-1)?.tick ?? 0);
  for (const event of events) if (event.tick < whole) report(event);
  if (whole >= t) return;
  const world = seek(history, whole);
  const course = begin(model, seed, interventions, report);
  while (world.tick < t) tick(course, world);
}

/** First tick whose digests differ, or null: two runs of the same length are the same iff it is null. */
export function divergence(a: History, b: History): number | null {
  const shared = Math.min(a.ticks, b.ticks);
  for (let t = 0; t < shared; t++)
    if (a.digests[2 * t] !== b.digests[2 * t] || a.digests[2 * t + 1] !== b.digests[2 * t + 1]) return t;
  return a.ticks === b.ticks ? null : shared;
}

/** Digest after each tick, as hex. */
export function digestsOf(history: History): string[] {
  return Array.from({ length: history.ticks }, (_, t) => hex(history.digests[2 * t]!, history.digests[2 * t + 1]!));
}

/** Digest of the state the run ended in; the start's where no tick was run. */
export function finalDigest(history: History): string {
  const t = history.ticks;
  return t > 0 ? hex(history.digests[2 * t - 2]!, history.digests[2 * t - 1]!) : hex(...digest(seek(history, 0)));
}
