import { type Endpoint, expose, transfer } from 'comlink';
import type { Frame, Replay } from '../sim/replay.ts';
import type { News, Progress, RunRequest, Session } from './protocol.ts';
import { createSession } from './session.ts';
import { type Job, trials } from './trials.ts';

/** The session as it is called from outside: progress does not come back through the call but as news beside it. */
export interface Offered extends Omit<Session, 'run' | 'fork'> {
  run(of: number, request: RunRequest): Promise<Replay>;
  fork(of: number, tick: number, interventions: unknown): Promise<Replay>;
  /** Many runs for a few figures of each; the session knows nothing of them. */
  trials(job: Job): Promise<Float64Array>;
}

// Handed over, not copied: the worker has its own in the history.
const giveReplay = (replay: Replay): Replay =>
  transfer(replay, [replay.digests.buffer, replay.series.world.buffer, replay.series.actors.buffer]);
const giveFrame = (frame: Frame): Frame =>
  transfer(frame, [frame.trust.buffer, frame.hostility.buffer, frame.affinity.buffer]);

const giveBytes = (bytes: Uint8Array): Uint8Array => transfer(bytes, [bytes.buffer as ArrayBuffer]);
const giveFigures = (figures: Float64Array): Float64Array => transfer(figures, [figures.buffer as ArrayBuffer]);

/** Holds a session in this worker and answers whoever calls at the endpoint. */
export function offer(endpoint: Endpoint): void {
  const session = createSession();
  const tellOf =
    (of: number) =>
    (progress: Progress): void =>
      endpoint.postMessage({ progress, of } satisfies News);
  const offered: Offered = {
    ...session,
    run: async (of, request) => giveReplay(await session.run(request, tellOf(of))),
    fork: async (of, tick, interventions) => giveReplay(await session.fork(tick, interventions, tellOf(of))),
    frame: async (tick, back) => giveFrame(await session.frame(tick, back)),
    save: async (ending, back) => giveBytes(await session.save(ending, back)),
    trials: async (job) => giveFigures(trials(job)),
  };
  expose(offered, endpoint);
}
