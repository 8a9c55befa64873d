import { jobSteps, type RunJobs } from '../sim/experiment/run-job.ts';
import { runCooperatively } from './cooperative.ts';
import type { PoolProgress } from './pool.ts';
import { shareTasks } from './share-tasks.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

/** Ticks between two looks at the clock: a look costs as much as a small tick. */
const LOOK_EVERY = 4;

/** Milliseconds between two estimates of the work that is left. */
const LOOK_AFTER = 250;

// In seconds of processor time: on a busy machine work takes longer, but is no more.
/** How long the engine takes to be compiled, about. What is done until then says nothing of the speed afterwards. */
const WARM = 2.5;
/** What must be left for each further thread. */
const WORTH = 6;

function secondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

/** One that begins when it is told to. */
function createThread(open: () => HostedWorker) {
  const supervisor = superviseWorker(
    open,
    () => [],
    () => {},
  );
  let join = (): void => {};
  const joins = new Promise<void>((resolve) => {
    join = resolve;
  });
  return { ...supervisor, joins, join };
}

/**
 * Runs jobs in this thread, and in others too once enough work is left to be worth their start: each loads and compiles the engine for
 * itself, which takes as long as hundreds of small runs. Other events of this thread are handled meanwhile.
 * @param open starts a thread. @param most threads, this one included.
 * @returns what runs them; it rejects with the first error.
 */
export const runJobsHereFirst =
  (open: () => HostedWorker, most: number, onProgress?: (progress: PoolProgress) => void): RunJobs =>
  async (jobs, onAnswer) => {
    const answers = new Array<Float64Array>(jobs.length);
    const threads = Array.from({ length: most - 1 }, () => createThread(open));
    let done = 0;
    /** Of the job under way here. */
    let share = 0;
    const begun = process.cpuUsage();
    let warm: { at: number; seconds: number } | undefined;
    const estimate = setInterval(() => {
      const at = done + share;
      const seconds = secondsSince(begun);
      if (!warm) {
        if (seconds >= WARM) warm = { at, seconds };
        return;
      }
      const left = ((jobs.length - at) * (seconds - warm.seconds)) / (at - warm.at);
      const wanted = Math.floor(left / WORTH);
      if (!(wanted > 0)) return;
      for (const { join } of threads.slice(0, wanted)) join();
      clearInterval(estimate);
    }, LOOK_AFTER);
    let isOver = false;
    const stop = (): void => {
      isOver = true;
      clearInterval(estimate);
      for (const { join, clear } of threads) {
        join();
        clear();
      }
    };
    function* steps(job: number): Generator<void, Float64Array> {
      const work = jobSteps(jobs[job]!, LOOK_EVERY);
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) return step.value;
        share = step.value;
        yield;
      }
    }
    function* tasks(): Generator<number> {
      yield* jobs.keys();
      // Whoever has not begun need not wait any more.
      for (const { join } of threads) join();
    }
    await shareTasks<number, Float64Array>({
      tasks: tasks(),
      performers: [
        { perform: (job) => runCooperatively(steps(job), () => !isOver) },
        ...threads.map(({ ask, joins }) => ({
          perform: (job: number) => ask((worker) => worker.runJob(jobs[job]!)),
          joins,
        })),
      ],
      keep(answer, job) {
        answers[job] = answer;
        done++;
        share = 0;
        onAnswer?.(answer, job);
        onProgress?.({ done, jobs: jobs.length });
      },
      stop,
      signal: undefined,
    }).finally(stop);
    return answers;
  };
