import type { AvailableReporters } from '../sim/experiment/available-reporters.ts';
import type { Job } from '../sim/experiment/run-job.ts';
import { shareTasks } from './share-tasks.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

export interface PoolProgress {
  /** Number of jobs done; `jobs` is their total. */
  done: number;
  jobs: number;
}

export interface PoolOptions {
  onProgress?: (progress: PoolProgress) => void;
  /** Receives each answer as it arrives, for a caller that does not wait for the last one or stops early. */
  onAnswer?: (answer: Float64Array, job: number) => void;
  signal?: AbortSignal;
}

/** Workers that share jobs. */
export interface Pool {
  /**
   * Runs every job; the answers are in the order of the jobs, whichever finished first. The first error ends all jobs. So does the
   * signal, with an error that isCancelled recognises. A worker that dies during a job is replaced, and the job is run again, once.
   */
  map(jobs: readonly Job[], options?: PoolOptions): Promise<Float64Array[]>;
  /** The reporters that runs of the scenario offer; rejects with the first fault of the scenario. */
  availableReporters(scenario: unknown): Promise<AvailableReporters>;
  close(): void;
}

/** @param open starts one more worker; workers are started when they are needed. */
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
      const answers = new Array<Float64Array>(jobs.length);
      let done = 0;
      await shareTasks<number, Float64Array>({
        tasks: jobs.keys(),
        performers: supervisors.map(({ ask }) => ({ perform: (job) => ask((worker) => worker.runJob(jobs[job]!)) })),
        keep(answer, job) {
          answers[job] = answer;
          onAnswer?.(answer, job);
          onProgress?.({ done: ++done, jobs: jobs.length });
        },
        stop: close,
        signal,
      });
      return answers;
    },
    close,
  };
}
