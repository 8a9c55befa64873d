import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import { runNumber, runsOfShard } from '../sim/experiment/sweep/numbering.ts';
import { planText, type SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { openRowRunner, type RowResult, type RowRunner } from '../sim/experiment/sweep/run-row.ts';
import type { ExposedSweep } from './expose-sweep.ts';
import { shareTasks } from './share-tasks.ts';
import { type HostedWorker, isWorkerDeath } from './worker-connection.ts';
import { superviseWorker, type WorkerSupervisor } from './worker-supervisor.ts';

// The runs of a sweep, in workers of a process or a page. Which worker makes which run changes nothing: a row follows from the plan.

/** A shard whose runs are all made, in the order of their numbers. */
export interface FinishedShard {
  shard: number;
  rows: readonly SweepRow[];
  /** Lines of the per-tick series: run, tick, values. */
  series: readonly (readonly number[])[];
}

export interface SweepRuns {
  plan: SweepPlan;
  /** The shards to make, in order. */
  shards: readonly number[];
  onShard(finished: FinishedShard): void;
  /** Called with rows as they are made, in any order, before their shard is whole. */
  onRows?(rows: readonly SweepRow[]): void;
  /** Called with the number of runs done. */
  onProgress?(done: number): void;
  signal?: AbortSignal;
}

/** Runs in one message: few enough that progress is seen and no worker waits long for the last one, enough to justify a message. */
const BATCH = 25;

/** Milliseconds beyond limits.seconds after which a worker is taken to be within one long tick. */
const GRACE = 2_000;

interface Batch {
  shard: number;
  runs: number[];
}

/** The runs of a shard such that runs of one point stand together: they share its check and its load. */
function ordered(plan: SweepPlan, shard: number): number[] {
  const [from, to] = runsOfShard(plan.numbering, shard);
  const numbers = Array.from({ length: to - from }, (_, k) => runNumber(plan.numbering, from + k));
  return numbers.sort((a, b) => a.point - b.point || a.variant - b.variant || a.run - b.run).map(({ run }) => run);
}

function* batchesOf({ plan, shards }: SweepRuns): Generator<Batch> {
  // With a limit each run is watched by itself.
  const size = plan.spec.limits.seconds === undefined ? BATCH : 1;
  for (const shard of shards) {
    const runs = ordered(plan, shard);
    for (let at = 0; at < runs.length; at += size) yield { shard, runs: runs.slice(at, at + size) };
  }
}

/**
 * Makes the runs of some shards of a plan.
 * @param open starts one more worker. @param workers how many at most.
 * @throws {Error} that isCancelled recognises, once the signal is given; what `onShard` throws.
 */
export async function runSweep(open: () => HostedWorker, workers: number, work: SweepRuns): Promise<void> {
  const { plan, signal } = work;
  const text = planText(plan);
  const keep = gathering(work);
  const supervisors = Array.from({ length: Math.max(1, workers) }, () =>
    superviseWorker<ExposedSweep>(
      open,
      () => [(worker) => worker.openSweep(text)],
      () => {},
    ),
  );
  const close = (): void => {
    for (const { clear } of supervisors) clear();
  };
  const runner = openRowRunner(plan);
  const { seconds } = plan.spec.limits;
  const performers = supervisors.map((supervisor) => ({
    perform: ({ runs }: Batch) => resultsOf(supervisor, runs, seconds, runner),
  }));
  await shareTasks({
    tasks: batchesOf(work),
    performers,
    keep: (results: readonly RowResult[], batch) => keep(batch, results),
    stop: close,
    signal,
  }).finally(close);
}

/** Puts results together to shards, and gives each away as soon as it is whole. */
function gathering({
  plan,
  onShard,
  onRows,
  onProgress,
}: SweepRuns): (batch: Batch, results: readonly RowResult[]) => void {
  const open = new Map<number, Map<number, RowResult>>();
  let done = 0;
  return ({ shard, runs }, results) => {
    const found = open.get(shard) ?? new Map<number, RowResult>();
    open.set(shard, found);
    runs.forEach((run, k) => {
      found.set(run, results[k]!);
    });
    onRows?.(results.map(({ row }) => row));
    done += runs.length;
    onProgress?.(done);
    const [from, to] = runsOfShard(plan.numbering, shard);
    if (found.size < to - from) return;
    open.delete(shard);
    const whole = Array.from({ length: to - from }, (_, k) => found.get(from + k)!);
    onShard({
      shard,
      rows: whole.map(({ row }) => row),
      series: whole.flatMap(({ series = [] }, k) => series.map((line) => [from + k, ...line])),
    });
  };
}

/** The results of some runs. A run that ends its worker even alone, or never answers, is a row that says so. */
async function resultsOf(
  supervisor: WorkerSupervisor<ExposedSweep>,
  runs: readonly number[],
  seconds: number | undefined,
  runner: RowRunner,
): Promise<readonly RowResult[]> {
  // The start of a worker does not count: a busy machine must not end a run that takes no time.
  if (seconds !== undefined) await supervisor.ask(async () => {}).catch(() => {});
  const answer = supervisor.ask((worker) => worker.runRows(runs));
  if (seconds !== undefined && runs.length === 1) {
    const late = await isLate(answer, 1_000 * seconds + GRACE);
    if (late) {
      answer.catch(() => {});
      supervisor.clear();
      return [{ row: runner.rowWithout(runs[0]!, 'timeout', 'it took longer than limits.seconds') }];
    }
  }
  try {
    return await answer;
  } catch (error) {
    if (!isWorkerDeath(error)) throw error;
    if (runs.length === 1) return [{ row: runner.rowWithout(runs[0]!, 'failed', (error as Error).message) }];
    const single: RowResult[] = [];
    for (const run of runs) single.push(...(await resultsOf(supervisor, [run], seconds, runner)));
    return single;
  }
}

async function isLate(answer: Promise<unknown>, wait: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled = answer.then(
    () => false,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, wait, true);
  });
  const first = await Promise.race([settled, late]);
  clearTimeout(timer);
  return first;
}
