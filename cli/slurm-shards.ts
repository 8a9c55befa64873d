import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ShardJobs } from '../formats/jobs/shard-jobs.ts';
import { slurmShard } from '../formats/jobs/slurm-script.ts';
import { type SlurmTask, slurmTasks } from './slurm-commands.ts';
import { finalShards, lookAgain, shardPath } from './sweep-folder.ts';

/** A task of Slurm that makes, or made, a shard of the sweep. */
export interface ShardTask extends SlurmTask {
  shard: number;
}

/** Shards for Slurm, some of which are there and shall be made again. */
export interface SlurmJobs extends ShardJobs {
  /** By their numbers, what tells the files that stand in their places from those to come. */
  earlier: ReadonlyMap<number, string>;
}

/** Those that are there before anything is submitted are to be made again. */
export function slurmJobs(jobs: ShardJobs): SlurmJobs {
  const shards = finalAmong(jobs);
  return { ...jobs, earlier: new Map(shards.map((shard) => [shard, stampOf(shardPath(jobs.dir, shard)) ?? ''])) };
}

/** Tells a file from one that takes its place. */
export function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.ino} ${stat.mtimeMs}`;
}

/** How far a sweep is. */
export interface SlurmProgress {
  /** Of every shard the task that waits or runs, else the one that ended last; those that ended long ago are forgotten. */
  tasks: ReadonlyMap<number, ShardTask>;
  /** Shards that are missing, or are still those of before. */
  missing: readonly number[];
  /** Those of them that no task is to make. */
  idle: readonly number[];
}

/** The queue first: a task that has left it has put its shard into its place before. */
export async function progressOnSlurm(jobs: SlurmJobs): Promise<SlurmProgress> {
  const tasks = tasksByShard(jobs, await slurmTasks(`${jobs.name}-`));
  const missing = missingShards(jobs);
  return { tasks, missing, idle: missing.filter((shard) => !tasks.get(shard)?.isActive) };
}

/** Seconds between one look at the folder and the next, where shards are missing that nobody is to make. */
const PAUSES = [0, 1, 2];

/** Likewise, where a network file system may show a new shard late: nothing is called missing at the first look. */
export async function surelyMissing(jobs: SlurmJobs): Promise<SlurmProgress> {
  let progress = await progressOnSlurm(jobs);
  for (const seconds of PAUSES) {
    if (progress.idle.length === 0) break;
    await pause(1_000 * seconds);
    lookAgain(jobs.dir);
    const missing = missingShards(jobs);
    const still = new Set(missing);
    progress = { ...progress, missing, idle: progress.idle.filter((shard) => still.has(shard)) };
  }
  return progress;
}

function finalAmong({ dir, plans }: ShardJobs): number[] {
  const final = new Set(finalShards(dir));
  return plans.flatMap(({ shards }) => shards.filter((shard) => final.has(shard)));
}

function missingShards(jobs: SlurmJobs): number[] {
  const { dir, plans, earlier } = jobs;
  const isNew = (shard: number): boolean => stampOf(shardPath(dir, shard)) !== earlier.get(shard);
  const made = new Set(finalAmong(jobs).filter((shard) => !earlier.has(shard) || isNew(shard)));
  return plans.flatMap(({ shards }) => shards.filter((shard) => !made.has(shard)));
}

function tasksByShard(jobs: ShardJobs, tasks: readonly SlurmTask[]): Map<number, ShardTask> {
  const last = new Map<number, ShardTask>();
  for (const task of tasks) {
    const shard = task.index === undefined ? undefined : slurmShard(jobs, task.name, task.index);
    if (shard === undefined) continue;
    const before = last.get(shard);
    const isLater = !before || task.isActive || (!before.isActive && Number(task.job) > Number(before.job));
    if (isLater) last.set(shard, { ...task, shard });
  }
  return last;
}

/** The last line that a task wrote. */
export function lastLine({ dir }: ShardJobs, { job, index }: SlurmTask): string {
  try {
    const lines = readFileSync(join(dir, 'jobs', `${job}_${index}.log`), 'utf8')
      .trim()
      .split('\n');
    return (lines.at(-1) ?? '').replace(/^foedus: /, '').slice(0, 1_000);
  } catch {
    return '';
  }
}
