import type { AllianceRecord } from '../../sim/chronicle.ts';
import type { Replay } from '../../sim/replay.ts';
import type { Summary } from '../../sim/summary.ts';

/** First tick that left another state, or null: the two runs are the same to the last bit iff it is null. */
export function firstDifference(
  a: Pick<Replay, 'ticks' | 'digests'>,
  b: Pick<Replay, 'ticks' | 'digests'>,
): number | null {
  const shared = Math.min(a.ticks, b.ticks);
  for (let word = 0; word < 2 * shared; word++) if (a.digests[word] !== b.digests[word]) return word >> 1;
  return a.ticks === b.ticks ? null : shared;
}

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
export interface Fate {
  ended: number | null;
  members: string[];
}

export interface OtherEnding {
  name: string;
  /** Undefined where that run never had it. */
  original: Fate | undefined;
  branch: Fate | undefined;
}

/** Alliances that ended at another tick, or with other members, or that only one of the two runs has. */
export function otherEndings(original: Pick<Replay, 'alliances'>, branch: Pick<Replay, 'alliances'>): OtherEnding[] {
  const [before, after] = [fatesOf(original.alliances), fatesOf(branch.alliances)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key), after: after.get(key) }))
    .filter(({ before: a, after: b }) => !a || !b || a.ended !== b.ended || a.members.join(' ') !== b.members.join(' '))
    .map(({ before: a, after: b }) => ({ name: (a ?? b)!.name, original: fateOf(a), branch: fateOf(b) }));
}

const fateOf = (found: (Fate & { name: string }) | undefined): Fate | undefined =>
  found && { ended: found.ended, members: found.members };

/** An id may be used again once its alliance is over; the tick of founding tells them apart. */
function fatesOf(alliances: readonly AllianceRecord[]): Map<string, Fate & { name: string }> {
  return new Map(
    alliances.map(({ id, name, founded, ended, spans }) => [
      `${id} ${founded}`,
      {
        name,
        ended,
        members: [...new Set(spans.filter(({ to }) => to === ended).map(({ actor }) => actor))].sort(),
      },
    ]),
  );
}
