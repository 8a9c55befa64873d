import { describe, expect, it } from 'vitest';
import { type Job, runJob } from '../../sim/experiment/run-job.ts';
import { runJobsHereFirst } from '../../workers/jobs-here-first.ts';
import { openNodeWorker } from '../../workers/node.ts';
import type { PoolProgress } from '../../workers/pool.ts';
import { powers } from '../sim/powers.ts';

const wanted = (): never => {
  throw new Error('a thread is wanted');
};

const jobOf = (actors: number, ticks: number): Job => ({
  scenario: powers(actors, ticks),
  seeds: ['1', '2', '3'],
  reporters: ['end:alliances', 'trust:P0:P1:0:10'],
});
const small = [4, 6, 5].map((actors) => jobOf(actors, 40));
const large = Array.from({ length: 20 }, () => jobOf(40, 20_000));

describe('jobs that run in this thread first', () => {
  it('have the answers that they have elsewhere, and want no thread where they are small', async () => {
    const heard: PoolProgress[] = [];
    const given: number[] = [];
    const runJobs = runJobsHereFirst(wanted, 4, (progress) => heard.push(progress));
    expect(await runJobs(small, (_, job) => given.push(job))).toEqual(small.map(runJob));
    expect(heard).toEqual([1, 2, 3].map((done) => ({ done, jobs: 3 })));
    expect(given).toEqual([0, 1, 2]);
  });

  it('want threads where much work is left', async () => {
    await expect(runJobsHereFirst(wanted, 2)(large)).rejects.toThrow('a thread is wanted');
  });

  it('want none where there may be one thread alone', async () => {
    expect(await runJobsHereFirst(wanted, 1)(small)).toEqual(small.map(runJob));
  });

  it('end with the first fault', async () => {
    const faulty = [...small, { ...small[0]!, reporters: ['mood'] }, ...small];
    const given: number[] = [];
    await expect(runJobsHereFirst(openNodeWorker, 2)(faulty, (_, job) => given.push(job))).rejects.toThrow(
      'reporters: unknown metric "mood"',
    );
    expect(given).toEqual([0, 1, 2]);
  });

  it('let others be heard meanwhile', async () => {
    let heard = 0;
    const timer = setInterval(() => heard++, 0);
    await runJobsHereFirst(wanted, 1)([jobOf(10, 1_000)]);
    clearInterval(timer);
    expect(heard).toBeGreaterThan(0);
  });
});
