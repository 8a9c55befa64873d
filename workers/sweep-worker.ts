import { type Endpoint, expose } from 'comlink';
import { type ExposedSweep, exposedSweep } from './expose-sweep.ts';
import { type SweepQuestions, sweepQuestions } from './sweep-questions.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

/** A worker that makes the runs of a sweep, or answers questions about one. */
export type SweepWorker = ExposedSweep & SweepQuestions;

export const exposeSweepWorker = (endpoint: Endpoint): void =>
  expose({ ...exposedSweep(), ...sweepQuestions() } satisfies SweepWorker, endpoint);

/** All its calls give promises already, so a distant one looks as one here. */
export type AskSweepWorker = <T>(question: (worker: SweepWorker) => Promise<T>) => Promise<T>;

/**
 * Asks one worker, which is started with the first question. One that is still at an earlier question, and does not answer at all, is
 * replaced: what a stranger wrote can make a check last for ever. The earlier question then fails as cancelled.
 */
export function askSweepWorker(open: () => HostedWorker): AskSweepWorker {
  const supervisor = superviseWorker<SweepWorker>(
    open,
    () => [],
    () => {},
  );
  let pending = 0;
  return async (question) => {
    if (pending > 0 && !(await supervisor.hears((worker) => worker.checkPlans([])))) supervisor.clear();
    pending++;
    try {
      return await supervisor.ask((worker) => question(worker as unknown as SweepWorker));
    } finally {
      pending--;
    }
  };
}
