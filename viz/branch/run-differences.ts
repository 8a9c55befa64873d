import type { AllianceRecord } from '../../sim/history/chronicle.ts';
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

/** How an alliance stood at the end: its tick of ending, null if it lasts, and its last members in order of their ids. */
export interface AllianceFate {
  ended: number | null;
  members: string[];
}

export interface OtherEnding {
  id: string;
  founded: number;
  name: string;
  /** Undefined where that run never had it. */
  original: AllianceFate | undefined;
  branch: AllianceFate | undefined;
}

/** Alliances that ended at another tick, or with other members, or that only one of the two runs has. */
export function otherEndings(original: Pick<Replay, 'alliances'>, branch: Pick<Replay, 'alliances'>): OtherEnding[] {
  const [before, after] = [fatesOf(original.alliances), fatesOf(branch.alliances)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key), after: after.get(key) }))
    .filter(({ before: a, after: b }) => !a || !b || a.ended !== b.ended || a.members.join(' ') !== b.members.join(' '))
    .map(({ before: a, after: b }) => {
      const { id, founded, name } = (a ?? b)!;
      return { id, founded, name, original: fateOf(a), branch: fateOf(b) };
    });
}

type Named = AllianceFate & Pick<OtherEnding, 'id' | 'founded' | 'name'>;
const fateOf = (found: Named | undefined): AllianceFate | undefined =>
  found && { ended: found.ended, members: found.members };

/** An id may be used again once its alliance is over; the tick of founding tells them apart. */
function fatesOf(alliances: readonly AllianceRecord[]): Map<string, Named> {
  return new Map(
    alliances.map(({ id, name, founded, ended, spans }) => [
      `${id} ${founded}`,
      {
        id,
        founded,
        name,
        ended,
        members: [...new Set(spans.filter(({ to }) => to === ended).map(({ actor }) => actor))].sort(),
      },
    ]),
  );
}

/** What happened, without why: the same deed for another reason is the same to who watches. */
const deedOf = ({ because: _, score: _score, chance: _chance, runnerUp: _other, by: _by, ...deed }: Event): string =>
  JSON.stringify(deed);

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
export function runDifferencesOf(original: readonly Event[], branch: readonly Event[]): RunDifferences | undefined {
  const [before, after] = [byTick(original), byTick(branch)];
  for (const tick of [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)) {
    const [theirs, ours] = [before.get(tick) ?? [], after.get(tick) ?? []];
    const [gone, come] = [only(theirs, ours), only(ours, theirs)];
    if (gone || come) return { tick, original: gone, branch: come };
  }
  return undefined;
}

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

/** The first of the events that is not among the others. */
function only(events: readonly Event[], others: readonly Event[]): Event | undefined {
  const known = new Set(others.map(deedOf));
  return events.find((event) => !known.has(deedOf(event)));
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
