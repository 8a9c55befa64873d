import { batch, signal } from '@preact/signals';
import { type PairedFigures, pairedFigures } from '../../sim/experiment/paired-figures.ts';
import { type PairedResults, replicatePairs } from '../../sim/experiment/replicate-pairs.ts';
import { columnOf, type ReplicationResults } from '../../sim/experiment/replication-results.ts';
import type { RunJobs } from '../../sim/experiment/run-job.ts';
import { openBrowserPool } from '../../workers/browser-pool.ts';
import type { Pool } from '../../workers/pool.ts';
import { cancelled, isCancelled } from '../../workers/protocol.ts';
import type { GivenRun } from '../store/run.ts';

/** A run and what it became by a change, whatever the seed. */
export interface ChangedRun {
  original: GivenRun;
  changed: GivenRun;
}

export type PairedStage =
  | { kind: 'running'; done: number; wanted: number }
  | { kind: 'done' }
  | { kind: 'stopped' }
  | { kind: 'failed'; why: string };

/** Enough to tell a drift from luck, few enough to wait for. */
export const SEEDS = 30;

/** Counts the decisions that found nothing to decide. */
const MISSED = 'count:no-occasion';

export interface PairedFindings extends PairedFigures {
  /** In how many seeds a change finds no occasion. */
  missed: number;
}

/** A change over the same seeds with and without it, as far as the runs are made. The last original is kept. */
export function createPairedStudy(open: () => Pool = openBrowserPool) {
  const stage = signal<PairedStage>({ kind: 'running', done: 0, wanted: SEEDS });
  const found = signal<PairedFindings | undefined>(undefined);
  let pool: Pool | undefined;
  let stopper = new AbortController();
  let last: { of: GivenRun; results: ReplicationResults } | undefined;
  let settled: Promise<void> = Promise.resolve();

  async function compare({ original, changed }: ChangedRun, { signal: stop }: AbortController): Promise<void> {
    const opened = (pool ??= open());
    const { figures } = await opened.availableReporters(original.scenario);
    if (stop.aborted) throw cancelled();
    const runJobs: RunJobs = (jobs, onAnswer) => opened.map(jobs, { signal: stop, ...(onAnswer && { onAnswer }) });
    const pair = { original, changed, reporters: [...figures, MISSED] };
    const known = last?.of === original ? last.results : undefined;
    const heard = (soFar: () => PairedResults): void => {
      const { original: before, changed: after } = soFar();
      const done = (before.seeds.length + after.seeds.length) / 2;
      if (!stop.aborted) stage.value = { kind: 'running', done: Math.floor(done), wanted: SEEDS };
    };
    const results = await replicatePairs(runJobs, pair, SEEDS, heard, known);
    last = { of: original, results: results.original };
    if (stop.aborted) throw cancelled();
    batch(() => {
      found.value = findingsOf(results);
      stage.value = { kind: 'done' };
    });
  }

  return {
    stage,
    found,
    /** A newer change ends the one before it. */
    run(change: ChangedRun): Promise<void> {
      stopper.abort();
      const mine = (stopper = new AbortController());
      stage.value = { kind: 'running', done: 0, wanted: SEEDS };
      const attempt = async (): Promise<void> => {
        if (mine === stopper) await compare(change, mine);
      };
      // One that is ended closes the workers, so the next one waits until it has.
      settled = settled.then(attempt).catch((error: unknown) => {
        if (mine !== stopper) return;
        stage.value = isCancelled(error)
          ? { kind: 'stopped' }
          : { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      });
      return settled;
    },
    stop: (): void => stopper.abort(),
    close(): void {
      stopper.abort();
      pool?.close();
      pool = undefined;
    },
  };
}

export type PairedStudy = ReturnType<typeof createPairedStudy>;

function findingsOf({ original, changed }: PairedResults): PairedFindings {
  const place = original.names.indexOf(MISSED);
  const [before, after] = [columnOf(original, place), columnOf(changed, place)];
  const isFigure = (name: string): boolean => name !== MISSED;
  const { seeds, figures, constant } = pairedFigures(original, changed);
  return {
    seeds,
    figures: figures.filter(({ name }) => isFigure(name)),
    constant: constant.filter(isFigure),
    missed: after.filter((count, k) => count > before[k]!).length,
  };
}
