import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';

/** Runs before any are timed: the first twenty pay for what is compiled, and take several times as long. */
const WARM = 100;
/** Milliseconds that they may take. */
const MOST_WARM = 5_000;
/** Milliseconds of timing, and runs that are looked at, at most. */
const TIMED = 1_000;
const MOST_TIMED = 50;

/** What a few runs of a plan tell of all. */
export interface RunTimes {
  /** Of a run, once many were made: a sweep of a few runs takes longer. */
  seconds: number;
  /** Those that were made, each once. */
  rows: readonly SweepRow[];
}

/**
 * Makes and times some runs: the first one, the last one, and others spread between them. That takes two seconds, up to six where a
 * machine is slow, and two runs at least.
 * @param make makes one run.
 * @param now ms
 */
export async function timeRuns(
  plan: SweepPlan,
  make: (run: number) => SweepRow | Promise<SweepRow>,
  now: () => number,
): Promise<RunTimes> {
  const runs = spreadRuns(plan);
  const rows = new Map<number, SweepRow>();
  const timed = async (run: number): Promise<number> => {
    const begun = now();
    rows.set(run, await make(run));
    return now() - begun;
  };
  let next = 0;
  let alone = 0;
  const begun = now();
  while (next === 0 || (next < WARM && now() - begun < MOST_WARM)) alone = await timed(runs[next++ % runs.length]!);
  if (plan.runs === 1 && alone >= TIMED) return { seconds: alone / 1_000, rows: [...rows.values()] };

  const start = now();
  const isOver = (): boolean => now() - start >= TIMED;
  const first: number[] = [];
  const again: number[] = [];
  while (first.length === 0 || (first.length < runs.length && !isOver())) {
    const run = runs[next++ % runs.length]!;
    first.push(await timed(run));
    // The same once more needs no check and no load of its point.
    if (!isOver()) again.push(await timed(run));
  }
  const [whole, bare] = [meanOf(first), meanOf(again.length > 0 ? again : first)];
  return { seconds: (bare + shareLoaded(plan) * Math.max(0, whole - bare)) / 1_000, rows: [...rows.values()] };
}

/**
 * Some runs, spread over points and replicates: steps of the golden section have no part in common with the number of the points. The
 * last run comes second: what is wrong with it shall be seen however slow the rest.
 */
function spreadRuns({ runs, numbering }: SweepPlan): number[] {
  let step = Math.max(1, Math.round(runs * GOLDEN));
  while (commonDivisor(step, runs) > 1) step++;
  const places = new Set([0, runs - 1]);
  for (let k = 1; places.size < Math.min(runs, MOST_TIMED); k++) places.add((k * step) % runs);
  return [...places].map((place) => numbering.firstRun + place);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** The share of runs that check and load their point: within a shard those of one point follow each other. */
function shareLoaded({ runs, numbering: { points, variants, runsPerShard } }: SweepPlan): number {
  const rows = Math.min(runs, runsPerShard);
  return Math.min(points * variants, rows) / rows;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
