import { readSeries } from '../formats/sweep/series-parquet.ts';
import { writeShardFiles } from '../formats/sweep/shard-files.ts';
import { readShard } from '../formats/sweep/shard-parquet.ts';
import { ENGINE } from '../sim/engine/version.ts';
import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import { type HashedPlan, originOf, shardNumbers } from '../sim/experiment/sweep/hashed-plan.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { planOfRun } from '../sim/experiment/sweep/run-of-sweep.ts';
import type { RowStatus } from '../sim/experiment/sweep/run-row.ts';
import { isCancelled } from './protocol.ts';
import { openRunTable, type RunTable } from './run-table.ts';
import { type SweepFault, sweepError, sweepFaultOf } from './sweep-fault.ts';
import { type FinishedShard, runSweep } from './sweep-runs.ts';
import type { ShardSize, SweepStorage } from './sweep-storage.ts';
import type { HostedWorker } from './worker-connection.ts';

export type SweepStage = 'idle' | 'running' | 'stopping' | 'stopped' | 'done' | 'failed';

export interface SweepProgress {
  stage: SweepStage;
  /** Runs that are made, those of unfinished shards too; and how many there are to be. */
  done: number;
  total: number;
  /** Finished shards, which are kept; an unfinished one is lost with the tab. */
  shardsDone: number;
  shards: number;
  /** Runs by how they ended. */
  counts: Readonly<Record<RowStatus, number>>;
  /** Runs a second since the start; undefined until it can be told. */
  rate: number | undefined;
  secondsLeft: number | undefined;
  /** Workers that run it. */
  workers: number;
  /** Why it failed, or what else a person must know; a sweep with the fault `unkept` runs on. */
  fault: SweepFault | undefined;
}

/** What a sweep needs of the place where it runs. */
export interface SweepHost {
  storage: SweepStorage;
  /** Starts one more worker that makes runs. */
  openWorker(): HostedWorker;
  /**
   * Does some work while no other tab does the same.
   * @returns false where another one does.
   */
  alone(key: string, work: () => Promise<void>): Promise<boolean>;
  /** Hears of progress, a few times a second. */
  heard(key: string, progress: SweepProgress): void;
  /** Why nothing is kept beyond this tab. */
  fault: SweepFault | undefined;
  /** A clock, ms. */
  now(): number;
}

/** One sweep in this worker: its runs so far, and what makes them. */
export interface RunningSweep {
  readonly plans: readonly HashedPlan[];
  readonly table: RunTable;
  progress(): SweepProgress;
  /** Makes what is missing. Resolves when it is over, however it ended. */
  start(workers: number): Promise<void>;
  /** Ends all workers at once; finished shards stay. */
  stop(): Promise<void>;
  /** Takes up shards that were kept meanwhile. */
  refresh(): Promise<void>;
  sizes(): readonly ShardSize[];
  seriesOf(run: number): Promise<SweepRow[]>;
}

/** Progress is told so often, ms. */
const HEARD_EVERY = 100;

/** Milliseconds after which a rate means something. */
const RATE_AFTER = 500;

/** A plan that was kept by an earlier version of the page is shown, and makes no runs. @throws {Error} one sentence. */
export function demandEngine({ engine }: SweepPlan): void {
  if (engine !== ENGINE) throw new Error(`the plan is of ${engine}, this is ${ENGINE}: its runs would be others`);
}

/** Opens a kept sweep with all its runs. @throws {Error} one sentence, for a shard that is damaged. */
export async function openRunningSweep(
  key: string,
  plans: readonly HashedPlan[],
  host: SweepHost,
): Promise<RunningSweep> {
  const { storage } = host;
  const table = openRunTable(plans.map(({ plan }) => plan));
  const sizes = new Map<number, ShardSize>();
  const shards = plans.reduce((sum, { plan }) => sum + plan.shards, 0);
  let stage: SweepStage = 'idle';
  let fault: SweepFault | undefined;
  let workers = 0;
  let begun = 0;
  let before = 0;
  let stopper = new AbortController();
  let running: Promise<void> | undefined;
  let lastSeries: { shard: number; rows: readonly SweepRow[] } | undefined;

  async function refresh(): Promise<void> {
    for (const size of await storage.shards(key)) {
      if (sizes.has(size.shard)) continue;
      const bytes = await storage.shard(key, size.shard);
      if (!bytes) continue;
      table.put((await readShard(bytes)).rows);
      sizes.set(size.shard, size);
    }
    if (stage === 'idle' && table.count() === table.total) stage = 'done';
  }

  function progress(): SweepProgress {
    const done = table.count();
    const seconds = (host.now() - begun) / 1_000;
    const made = done - before;
    const rate = stage === 'running' && made > 0 && seconds > RATE_AFTER / 1_000 ? made / seconds : undefined;
    return {
      stage,
      done,
      total: table.total,
      shardsDone: sizes.size,
      shards,
      counts: table.counts(),
      rate,
      secondsLeft: rate && (table.total - done) / rate,
      workers: running ? workers : 0,
      fault: fault ?? host.fault,
    };
  }

  let told = 0;
  const tell = (): void => {
    told = host.now();
    host.heard(key, progress());
  };

  async function runMissing(plan: HashedPlan): Promise<void> {
    const missing = shardNumbers(plan).filter((shard) => !sizes.has(shard));
    if (missing.length === 0) return;
    let kept = Promise.resolve();
    let refused: unknown;
    const keep = async (finished: FinishedShard): Promise<void> => {
      if (refused) return;
      const files = writeShardFiles(plan, finished);
      await storage.putShard(key, finished.shard, files, finished.rows.length);
      const { shard } = finished;
      sizes.set(shard, { shard, bytes: files.shard.length, seriesBytes: files.series?.length });
    };
    const ended = runSweep(host.openWorker, workers, {
      plan: plan.plan,
      shards: missing,
      signal: stopper.signal,
      onRows: (rows) => {
        table.put(rows);
        if (host.now() - told > HEARD_EVERY) tell();
      },
      onShard: (finished) => {
        kept = kept
          .then(() => keep(finished))
          .catch((error) => {
            refused ??= error;
            stopper.abort();
          });
      },
    });
    const [outcome] = await Promise.allSettled([ended]);
    await kept;
    // What could not be kept is why its runs were cancelled.
    if (refused) throw refused;
    if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** Runs of shards that are not kept are dropped, so that all tables, files and numbers say the same. */
  function forgetUnfinished(): void {
    for (const plan of plans)
      for (const shard of shardNumbers(plan)) {
        if (sizes.has(shard)) continue;
        const { firstRun, rows } = originOf(plan, shard);
        table.forget(firstRun, firstRun + rows);
      }
  }

  async function run(): Promise<void> {
    demandEngine(plans[0]!.plan);
    const isAlone = await host.alone(key, async () => {
      await refresh();
      before = table.count();
      begun = host.now();
      tell();
      for (const plan of plans) await runMissing(plan);
    });
    if (!isAlone) throw sweepError({ kind: 'elsewhere', sentence: 'another tab runs this sweep' });
  }

  async function whole(): Promise<void> {
    try {
      await run();
      stage = 'done';
    } catch (error) {
      stage = isCancelled(error) ? 'stopped' : 'failed';
      if (stage === 'failed') fault = sweepFaultOf(error);
    }
    running = undefined;
    forgetUnfinished();
    tell();
  }

  await refresh();
  return {
    plans,
    table,
    progress,
    start(wanted) {
      if (running) return running;
      workers = Math.max(1, Math.floor(wanted));
      stopper = new AbortController();
      stage = 'running';
      fault = undefined;
      begun = host.now();
      before = table.count();
      running = whole();
      return running;
    },
    async stop() {
      if (!running) return;
      stage = 'stopping';
      tell();
      stopper.abort();
      await running;
    },
    refresh: async () => {
      if (!running) await refresh();
    },
    sizes: () => [...sizes.values()].sort((a, b) => a.shard - b.shard),
    async seriesOf(of) {
      const plan = planOfRun(plans, of);
      if (!plan?.plan.series) return [];
      const { firstRun, firstShard, runsPerShard } = plan.plan.numbering;
      const shard = firstShard + Math.floor((of - firstRun) / runsPerShard);
      if (lastSeries?.shard !== shard) {
        const bytes = await storage.series(key, shard);
        if (!bytes) return [];
        lastSeries = { shard, rows: (await readSeries(bytes)).rows };
      }
      return lastSeries.rows.filter(([run]) => run === of).map(([, ...line]) => line);
    },
  };
}
