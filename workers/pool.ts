import type { AvailableReporters } from '../sim/experiment/available-reporters.ts';
import type { Job } from '../sim/experiment/replications.ts';
import { cancelled } from './protocol.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

export interface PoolProgress {
  /** Jobs done, of so many. */
  done: number;
  jobs: number;
}

export interface PoolOptions {
  onProgress?: (progress: PoolProgress) => void;
  /** Is given each answer as it comes, for whoever does not wait for the last, or stops before it. */
  onAnswer?: (answer: Float64Array, job: number) => void;
  signal?: AbortSignal;
}

/** Workers that share out jobs among themselves. */
export interface Pool {
  /**
   * Runs every job; answers stand in the order of the jobs, whoever ran which when. The first error ends them all; so does the
   * signal, with an error that isCancelled. A worker that dies of a job is replaced and the job run again, once.
   */
  map(jobs: readonly Job[], options?: PoolOptions): Promise<Float64Array[]>;
  /** What runs of the scenario can be asked for; rejects with the first thing wrong with it. */
  availableReporters(scenario: unknown): Promise<AvailableReporters>;
  close(): void;
}

/** @param open hosts one more worker; they are opened as they are needed. */
export function openPool(open: () => HostedWorker, workers: number): Pool {
  const supervisors = Array.from({ length: Math.max(1, workers) }, () =>
    superviseWorker(
      open,
      () => [],
      () => {},
    ),
  );
  const close = (): void => {
    for (const { clear } of supervisors) clear();
  };

  return {
    availableReporters: (scenario) => supervisors[0]!.ask((worker) => worker.availableReporters(scenario)),
    async map(jobs, { onProgress, onAnswer, signal } = {}) {
      if (signal?.aborted) throw cancelled();
      const answers = new Array<Float64Array>(jobs.length);
      let next = 0;
      let done = 0;
      let over = false;
      const work = async ({ ask }: (typeof supervisors)[number]): Promise<void> => {
        while (!over && next < jobs.length) {
          const mine = next++;
          const answer = await ask((worker) => worker.runJob(jobs[mine]!));
          answers[mine] = answer;
          if (over) return;
          onAnswer?.(answer, mine);
          onProgress?.({ done: ++done, jobs: jobs.length });
        }
      };
      const stop = (): void => {
        over = true;
        close();
      };
      signal?.addEventListener('abort', stop, { once: true });
      try {
        await Promise.all(supervisors.map(work));
        if (signal?.aborted) throw cancelled();
        return answers;
      } catch (error) {
        stop();
        throw signal?.aborted ? cancelled() : error;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    close,
  };
}
