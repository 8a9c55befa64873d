import type { AllianceRecord } from '../../sim/history/chronicle.ts';
import { type AllianceNamer, matchAlliances, sharedNames } from '../../sim/results/match-alliances.ts';
import type { Replay } from '../../sim/results/replay.ts';
import type { Summary } from '../../sim/results/summary.ts';
import type { Event } from '../../sim/world/event.ts';

export interface MetricDifference {
  name: string;
  original: number;
  branch: number;
  /** branch − original. */
  difference: number;
  /** The difference as a share of the larger of the two, −1 … 1 for figures of one sign. */
  share: number;
}

/** The figures at the end that are not the same, in the order of the summary; then those of the analyses. */
export function metricDifferences(original: Summary, branch: Summary): MetricDifference[] {
  const [before, after] = [figuresOf(original), figuresOf(branch)];
  return [...before.keys()]
    .map((name) => ({ name, original: before.get(name)!, branch: after.get(name) ?? Number.NaN }))
    .filter((one) => !Object.is(one.original, one.branch) && one.original !== one.branch)
    .map((one) => {
      const difference = one.branch - one.original;
      const size = Math.max(Math.abs(one.original), Math.abs(one.branch));
      return {
        ...one,
        difference,
        share: Number.isFinite(difference) ? Math.max(-1, Math.min(1, difference / size)) : 0,
      };
    });
}

function figuresOf({ metrics, analysis }: Summary): Map<string, number> {
  const figures = new Map(Object.entries(metrics));
  for (const [name, value] of Object.entries(analysis ?? {}))
    if (typeof value === 'number' && !figures.has(name)) figures.set(name, value);
  return figures;
}

/** An alliance in one of the runs: its tick of ending, null if it lasts, and its last members in order of their ids. */
export interface AllianceFate {
  id: string;
  founded: number;
  ended: number | null;
  members: string[];
}

export interface OtherEnding {
  name: string;
  /** Undefined where that run never had it. */
  original: AllianceFate | undefined;
  branch: AllianceFate | undefined;
}

/** Alliances that began or ended at another tick, or ended with other members, or that only one of the two runs has. */
export function otherEndings(original: Pick<Replay, 'alliances'>, branch: Pick<Replay, 'alliances'>): OtherEnding[] {
  const [before, after] = [original.alliances, branch.alliances];
  const found = matchAlliances(before, after);
  const pairs = before.map((record, place) => ({ name: record.name, a: record, b: after[found.indexOf(place)] }));
  const others = after.flatMap((record, k) => (found[k]! < 0 ? [{ name: record.name, a: undefined, b: record }] : []));
  return [...pairs, ...others]
    .map(({ name, a, b }) => ({ name, original: a && fateOf(a), branch: b && fateOf(b) }))
    .filter(({ original: a, branch: b }) => !a || !b || !isSameFate(a, b));
}

const fateOf = ({ id, founded, ended, spans }: AllianceRecord): AllianceFate => ({
  id,
  founded,
  ended,
  members: [...new Set(spans.filter(({ to }) => to === ended).map(({ actor }) => actor))].sort(),
});

const isSameFate = (a: AllianceFate, b: AllianceFate): boolean =>
  a.founded === b.founded && a.ended === b.ended && a.members.join(' ') === b.members.join(' ');

/** Where an event names alliances. */
const TREATIES = ['alliance', 'into', 'from'];

/** What happened, without why: the same deed for another reason is the same to who watches, and so is a founding that the other proposed. */
function deedOf(event: Event, nameOf: AllianceNamer): string {
  const { because: _, score: _score, chance: _chance, runnerUp: _other, by: _by, ...deed } = event;
  const shared = Object.entries(deed).map(([field, value]) => [
    field,
    TREATIES.includes(field) ? nameOf(String(value), event.tick) : value,
  ]);
  const told = event.kind === 'founded' ? [...shared, ['name', ''], ['who', [...event.who].sort()]] : shared;
  return JSON.stringify(Object.fromEntries(told));
}

export interface RunDifferences {
  tick: number;
  /** The first event of that tick that only this run has. */
  original: Event | undefined;
  branch: Event | undefined;
}

/**
 * The first tick in which something happens in one of two runs that does not happen in the other; undefined where all that is told
 * is the same. That people placed something is no event of the world.
 */
export function runDifferencesOf(original: Told, branch: Told): RunDifferences | undefined {
  const [nameOf, nameThere] = sharedNames(original.alliances, branch.alliances);
  const [before, after] = [byTick(original.events), byTick(branch.events)];
  for (const tick of [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)) {
    const ours = toldOf(before.get(tick), nameOf);
    const theirs = toldOf(after.get(tick), nameThere);
    const gone = ours.find(({ deed }) => !theirs.some((other) => other.deed === deed));
    const come = theirs.find(({ deed }) => !ours.some((other) => other.deed === deed));
    if (gone || come) return { tick, original: gone?.event, branch: come?.event };
  }
  return undefined;
}

type Told = Pick<Replay, 'alliances'> & { events: readonly Event[] };

const toldOf = (events: readonly Event[] = [], nameOf: AllianceNamer): { event: Event; deed: string }[] =>
  events.map((event) => ({ event, deed: deedOf(event, nameOf) }));

function byTick(events: readonly Event[]): Map<number, Event[]> {
  const ticks = new Map<number, Event[]>();
  for (const event of events) {
    if (event.kind === 'intervention' || event.kind === 'no-occasion') continue;
    const at = ticks.get(event.tick);
    if (at) at.push(event);
    else ticks.set(event.tick, [event]);
  }
  return ticks;
}

/** A measure of the world, branch − original, one value a sample. */
export interface DifferenceCurve {
  name: string;
  /** Tick of each sample; sample 0 is the state before the first. */
  ticks: readonly number[];
  values: readonly number[];
  /** The largest difference to either side. */
  most: number;
  /** The same as a share of all the measure’s range in the two runs, [0, 1]. */
  size: number;
}

type Series = Pick<Replay['series'], 'world' | 'worldNames' | 'samples' | 'stride'>;

/** The measures that differ at some time, the most first. */
export function differenceCurves(original: Series, branch: Series): DifferenceCurve[] {
  // A long run keeps fewer samples, every so many of a shorter one’s.
  const stride = Math.max(original.stride, branch.stride);
  const samples = Math.min(
    ...[original, branch].map((one) => Math.floor(((one.samples - 1) * one.stride) / stride) + 1),
  );
  const ticks = Array.from({ length: Math.max(0, samples) }, (_, s) => s * stride);
  return original.worldNames
    .map((name) => {
      const [before, after] = [original, branch].map((one) => {
        const k = one.worldNames.indexOf(name);
        return ticks.map((tick) => one.world[(tick / one.stride) * one.worldNames.length + k] ?? Number.NaN);
      }) as [number[], number[]];
      const values = after.map((value, s) => value - before[s]!);
      const finite = (list: readonly number[]): number[] => list.filter(Number.isFinite);
      const most = Math.max(0, ...finite(values).map(Math.abs));
      const all = finite([...before, ...after]);
      const range = Math.max(...all) - Math.min(...all);
      return { name, ticks, values, most, size: range > 0 ? Math.min(1, most / range) : 0 };
    })
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.size - a.size);
}
