import { type Endpoint, expose, transfer } from 'comlink';
import { type AvailableReporters, availableReporters } from '../sim/experiment/available-reporters.ts';
import { type Job, runJob } from '../sim/experiment/run-job.ts';
import type { Frame, Replay } from '../sim/results/replay.ts';
import type { ExposedSweep } from './expose-sweep.ts';
import { type Progress, type ProgressNews, SESSION_CALLS, type Session } from './protocol.ts';
import { createSession } from './session.ts';

/**
 * What a worker offers: any call of a session by its name, and many runs at once, which do not touch the session. Workers of the command
 * offer the runs of a sweep too; the page has workers of their own for them.
 */
export interface ExposedSession {
  /** @param of the number under which progress messages are sent besides the answer. */
  call(of: number, name: keyof Session, args: readonly unknown[]): Promise<unknown>;
  runJob(job: Job): Promise<Float64Array>;
  availableReporters(scenario: unknown): Promise<AvailableReporters>;
}

const replayBuffers = ({ digests, series }: Replay) => [digests.buffer, series.world.buffer, series.actors.buffer];
const frameBuffers = ({ trust, hostility, affinity }: Frame) => [trust.buffer, hostility.buffer, affinity.buffer];

/** Buffers of large answers that are transferred instead of copied: the worker has its own data in the history. */
const BUFFERS: { [Name in keyof Session]?: (answer: Awaited<ReturnType<Session[Name]>>) => ArrayBufferLike[] } = {
  run: replayBuffers,
  fork: replayBuffers,
  frame: frameBuffers,
  phases: ({ steps }) => steps.flatMap(({ frame, actors }) => [...frameBuffers(frame), actors.buffer]),
  save: ({ buffer }) => [buffer],
};

/** The first message of a worker; comlink ignores messages without an id. */
const LOADED = { loaded: true };

/** Holds a session in this worker and answers calls at the endpoint. */
export function exposeSession(endpoint: Endpoint, sweep: Partial<ExposedSweep> = {}): void {
  const session = createSession();
  const exposed: ExposedSession & Partial<ExposedSweep> = {
    async call(of, name, args) {
      const { progressAt } = SESSION_CALLS[name];
      const given = [...args];
      if (progressAt !== undefined)
        given[progressAt] = (progress: Progress) => endpoint.postMessage({ progress, of } satisfies ProgressNews);
      const answer = await (session[name] as (...args: unknown[]) => Promise<unknown>)(...given);
      const buffersOf = BUFFERS[name] as ((answer: unknown) => ArrayBuffer[]) | undefined;
      return buffersOf ? transfer(answer, buffersOf(answer)) : answer;
    },
    async runJob(job) {
      const figures = runJob(job);
      return transfer(figures, [figures.buffer as ArrayBuffer]);
    },
    availableReporters: async (scenario) => availableReporters(scenario),
    ...sweep,
  };
  expose(exposed, endpoint);
  endpoint.postMessage(LOADED);
}
