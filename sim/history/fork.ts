import { begin, tick } from '../engine/run.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import { snapshot } from '../world/world.ts';
import { copyChronicle, openChronicle, recordEvent } from './chronicle.ts';
import type { History } from './history.ts';
import { CAPS, type Recorder, type RecordOptions, recorder } from './record.ts';
import { seek } from './seek.ts';
import { copyPast, createSeries } from './series.ts';

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
  replayEvents(parent, t, (event) => {
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
function replayEvents(history: History, t: number, report: (event: Event) => void): void {
  const { events, happened, model, seed, interventions } = history;
  // Of the last tick that is kept perhaps only a part is.
  const whole = happened === events.length ? t : Math.min(t, events.at(-1)?.tick ?? 0);
  for (const event of events) if (event.tick < whole) report(event);
  if (whole >= t) return;
  const world = seek(history, whole);
  const run = begin(model, seed, interventions, report);
  while (world.tick < t) tick(run, world);
}
