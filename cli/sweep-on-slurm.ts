import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ShardJobs } from '../formats/jobs/shard-jobs.ts';
import { shellWords, TRIES } from '../formats/jobs/shell.ts';
import { rangesText } from '../formats/sweep/number-ranges.ts';
import { TRY_AGAIN } from './ending.ts';
import { isInputError, throwInputError } from './input-error.ts';
import { shardsProgressOf } from './progress.ts';
import { announceJobs } from './queued-jobs.ts';
import { maxArraySize, slurmTasks } from './slurm-commands.ts';
import {
  lastLine,
  progressOnSlurm,
  type SlurmJobs,
  type SlurmProgress,
  slurmJobs,
  stampOf,
  surelyMissing,
} from './slurm-shards.ts';
import { submitMerge, submitShards } from './slurm-submit.ts';
import { complain, print } from './terminal.ts';

/** How long a sweep is waited for, and what to say when that is over. */
export interface Waiting {
  minutes: number;
  goOn: string;
}

/**
 * Has the shards made and merged by Slurm. Which shards are there is the only truth: what Slurm says decides when to look, and what not to
 * submit twice. A shard that is missing though its task has ended is submitted again, a few times. One that is there and shall be made
 * again counts as missing until another file stands in its place.
 * @returns whether all is done
 * @throws {InputError} one sentence, with the jobs that stay in the queue.
 */
export async function sweepOnSlurm(jobs: ShardJobs, waiting: Waiting): Promise<boolean> {
  let queued: readonly string[] = [];
  try {
    return await makeRounds(slurmJobs(jobs), waiting, (active) => {
      queued = [...active];
      announceJobs(queued);
    });
  } catch (error) {
    if (!isInputError(error) || queued.length === 0) throw error;
    return throwInputError(`${error.message}; these jobs stay in the queue: ${stayText(queued, waiting)}`);
  }
}

async function makeRounds(
  jobs: SlurmJobs,
  waiting: Waiting,
  onQueued: (active: Iterable<string>) => void,
): Promise<boolean> {
  const until = performance.now() + 60_000 * waiting.minutes;
  const limit = await maxArraySize();
  if ((jobs.first ?? 0) >= limit) throwInputError(`--first: indices stay below ${limit} here (MaxArraySize)`);
  const times = new Map<number, number>();
  const known = new Set<string>();
  const earlier = stampOf(jobs.merged);
  let merge: string | undefined;
  for (;;) {
    const progress = await surelyMissing(jobs);
    const active = activeJobs(progress);
    for (const job of active) known.add(job);
    onQueued(active);
    refuseRefused(jobs, progress, known);
    const left = progress.idle.filter((shard) => isLeft(shard, progress, known, times));
    const again = progress.idle.filter((shard) => !left.includes(shard));
    for await (const job of submitShards(jobs, again, limit, known)) {
      known.add(job);
      onQueued(active.add(job));
    }
    for (const shard of again) times.set(shard, (times.get(shard) ?? 0) + 1);
    if (active.size === 0 && left.length > 0) return giveUp(jobs, left, waiting);
    if (again.length > 0 || merge === undefined) {
      merge = await submitMerge(jobs, [...active], known);
      known.add(merge);
    }
    onQueued([...active, merge]);
    if (waiting.minutes === 0) return leave(jobs, waiting);
    if (progress.missing.length === 0) return mergeEnded(jobs, { merge, earlier }, until, waiting);
    if (!(await untilIdle(jobs, left, until))) return stopWaiting([...active, merge], waiting);
  }
}

const activeJobs = ({ tasks }: SlurmProgress): Set<string> =>
  new Set([...tasks.values()].filter(({ isActive }) => isActive).map(({ job }) => job));

/** An exit code of 2 says that no attempt will do. */
function refuseRefused(jobs: ShardJobs, { idle, tasks }: SlurmProgress, known: ReadonlySet<string>): void {
  for (const shard of idle) {
    const task = tasks.get(shard);
    if (task && known.has(task.job) && task.exitCode === 2)
      throwInputError(`shard ${shard} is refused on the cluster: ${lastLine(jobs, task) || `job ${task.job}`}`);
  }
}

/** Whether a shard is not submitted again: somebody cancelled it, or it was tried often enough. */
function isLeft(
  shard: number,
  { tasks }: SlurmProgress,
  known: ReadonlySet<string>,
  times: ReadonlyMap<number, number>,
): boolean {
  const task = tasks.get(shard);
  return (task?.state === 'CANCELLED' && known.has(task.job)) || (times.get(shard) ?? 0) >= TRIES;
}

/** Milliseconds: a hundredth of what has been waited, so that the controller has little to answer. */
const pauseAfter = (waited: number): number => Math.min(30_000, Math.max(1_000, waited / 100));

/** Waits until there is something to do. @returns whether that came in time */
async function untilIdle(jobs: SlurmJobs, left: readonly number[], until: number): Promise<boolean> {
  const shards = jobs.plans.reduce((sum, plan) => sum + plan.shards.length, 0);
  const onProgress = shardsProgressOf(shards);
  const begun = performance.now();
  try {
    while (performance.now() < until) {
      await pause(Math.min(pauseAfter(performance.now() - begun), until - performance.now()));
      const { tasks, missing, idle } = await progressOnSlurm(jobs);
      const waiting = missing.length - idle.length;
      const running = missing.filter((shard) => tasks.get(shard)?.state === 'RUNNING').length;
      onProgress?.(shards - missing.length, running, waiting - running);
      if (waiting === 0 || idle.length > left.length) return true;
    }
    return false;
  } finally {
    onProgress?.(shards, 0, 0);
  }
}

/** Waits for the merge. @param earlier what stood in the place of the merged file before */
async function mergeEnded(
  jobs: ShardJobs,
  { merge, earlier }: { merge: string; earlier: string | undefined },
  until: number,
  waiting: Waiting,
): Promise<boolean> {
  const begun = performance.now();
  while (performance.now() < until) {
    const job = (await slurmTasks(`${jobs.name}-merge`)).find((one) => one.job === merge);
    if (!job?.isActive) {
      // A network file system shows new files in a folder that was listed.
      readdirSync(dirname(jobs.merged));
      if (job?.state === 'COMPLETED' || (!job && stampOf(jobs.merged) !== earlier)) return true;
      complain(
        `all shards are there, but job ${merge}, which merges them, failed: see ${jobs.dir}/jobs/merge-${merge}.log. To merge: ${shellWords(['foedus', 'sweep', 'merge', jobs.dir, '--out', jobs.merged])}`,
      );
      process.exitCode = 1;
      return false;
    }
    await pause(Math.min(pauseAfter(performance.now() - begun), until - performance.now()));
  }
  return stopWaiting([merge], waiting);
}

const stayText = (active: readonly string[], { goOn }: Waiting): string => `${active.join(' ')}. To go on: ${goOn}`;

function leave({ dir }: ShardJobs, { goOn }: Waiting): boolean {
  print([`to look: ${shellWords(['foedus', 'sweep', 'status', dir])}`, `where shards stay missing: ${goOn}`]);
  return false;
}

function stopWaiting(active: readonly string[], waiting: Waiting): boolean {
  complain(`the time to wait is over; these jobs stay in the queue: ${stayText(active, waiting)}`);
  process.exitCode = TRY_AGAIN;
  return false;
}

function giveUp({ dir }: ShardJobs, left: readonly number[], { goOn }: Waiting): boolean {
  complain(
    `shards are missing that were cancelled or tried ${TRIES} times: ${rangesText(left)}. What their tasks said is in ${dir}/jobs. To go on: ${goOn}`,
  );
  process.exitCode = 1;
  return false;
}
