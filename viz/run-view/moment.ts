import type { Event } from '../../sim/world/event.ts';
import type { AllianceView, RunView } from './run-view.ts';

/** Alliances in force at a tick, with the members they then have, in the order they came. */
export function alliancesAt(run: RunView, tick: number): Present[] {
  const last = presents.get(run);
  if (last?.tick === tick) return last.present;
  const present: Present[] = [];
  for (const alliance of run.alliances) {
    if (tick < alliance.from || tick >= alliance.to) continue;
    const members = membersAt(alliance, tick);
    if (members.length > 0) present.push({ alliance, members });
  }
  presents.set(run, { tick, present });
  return present;
}

/** An alliance in force, with the actors that are then in it. */
export interface Present {
  alliance: AllianceView;
  members: readonly number[];
}

/** All views of a tick ask the same. */
const presents = new WeakMap<RunView, { tick: number; present: Present[] }>();

interface Stretch {
  from: number;
  to: number;
  members: readonly number[];
}

/** The stretch last asked for: through it the members are the very same list, so that no view need draw them again. */
const stretches = new WeakMap<AllianceView, Stretch>();

function membersAt(alliance: AllianceView, tick: number): readonly number[] {
  const last = stretches.get(alliance);
  if (last && last.from <= tick && tick < last.to) return last.members;
  const members = new Set<number>();
  let [since, until] = [-Infinity, Infinity];
  for (const { actor, from, to } of alliance.spans) {
    if (from <= tick && tick < to) members.add(actor);
    for (const edge of [from, to]) {
      if (edge <= tick) since = Math.max(since, edge);
      else until = Math.min(until, edge);
    }
  }
  const found = { from: since, to: until, members: [...members] };
  stretches.set(alliance, found);
  return found.members;
}

/** What the actors' figure of that name was at the end of a tick, by actor; empty where the run does not keep it. */
export function figuresAt(run: RunView, name: string, tick: number): Float32Array {
  const { actors, actorNames, samples } = run.replay.series;
  const k = actorNames.indexOf(name);
  const n = run.actors.length;
  if (k < 0 || samples === 0) return new Float32Array(0);
  const s = sampleAt(run, tick);
  return actors.subarray((s * actorNames.length + k) * n, (s * actorNames.length + k + 1) * n);
}

/** Sample 0 is the state before the first tick; the end of tick t is state t + 1. */
export function sampleAt(run: RunView, tick: number): number {
  const { stride, samples } = run.replay.series;
  return Math.max(0, Math.min(samples - 1, Math.floor((tick + 1) / stride)));
}

/** Index of the first of what stands in the order of time at or after a tick. */
export function firstAt(events: readonly { tick: number }[], tick: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.tick < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function eventsAt(events: readonly Event[], tick: number): Event[] {
  const at = [];
  for (let k = firstAt(events, tick); k < events.length && events[k]!.tick === tick; k++) at.push(events[k]!);
  return at;
}

/** The next tick with something worth a line; the last one where there is no more to tell. */
export const nextTickWithEvents = ({ news, ticks }: RunView, tick: number): number =>
  Math.min(ticks - 1, news[firstAt(news, tick + 1)]?.tick ?? ticks - 1);

/** The nearest turn of history after (or before) a tick; undefined past the last. */
export function nextTurningPoint(run: RunView, tick: number, direction: 1 | -1): number | undefined {
  const { turningPoints } = run;
  if (direction > 0) return turningPoints.find((turn) => turn > tick);
  for (let k = turningPoints.length - 1; k >= 0; k--) if (turningPoints[k]! < tick) return turningPoints[k];
  return undefined;
}
