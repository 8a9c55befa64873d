import { type Endpoint, expose, transfer } from 'comlink';
import { type AvailableReporters, availableReporters } from '../sim/experiment/available-reporters.ts';
import { type Job, runJob } from '../sim/experiment/run-job.ts';
import { callSession } from './call-session.ts';
import type { ExposedSweep } from './expose-sweep.ts';
import type { Progress, ProgressNews, Session } from './protocol.ts';
import { createSession } from './session.ts';

/**
 * What a worker offers: any call of a session by its name, and many runs at once, which do not touch the session. Workers of the command
 * offer the runs of a sweep too; the page has workers of their own for sweeps.
 */
export interface ExposedSession {
  /** @param of the number under which progress messages are sent besides the answer. */
  call(of: number, name: keyof Session, args: readonly unknown[]): Promise<unknown>;
  runJob(job: Job): Promise<Float64Array>;
  availableReporters(scenario: unknown): Promise<AvailableReporters>;
}

/** The first message of a worker; comlink ignores messages without an id. */
const LOADED = { loaded: true };

/** Holds a session in this worker and answers calls at the endpoint. */
export function exposeSession(endpoint: Endpoint, more: Partial<ExposedSweep> = {}): void {
  const session = createSession();
  const exposed: ExposedSession & Partial<ExposedSweep> = {
    call: (of, name, args) =>
      callSession(session, name, args, (progress: Progress) =>
        endpoint.postMessage({ progress, of } satisfies ProgressNews),
      ),
    async runJob(job) {
      const figures = runJob(job);
      return transfer(figures, [figures.buffer as ArrayBuffer]);
    },
    availableReporters: async (scenario) => availableReporters(scenario),
    ...more,
  };
  expose(exposed, endpoint);
  endpoint.postMessage(LOADED);
}
