import { type Endpoint, expose, transfer } from 'comlink';
import type { Autopsy, AutopsyRequest } from '../sim/counterfactual/attribution.ts';
import { type Outline, outline } from '../sim/experiment/available-reporters.ts';
import { type Job, trials } from '../sim/experiment/replications.ts';
import type { RunRequest } from '../sim/experiment/run-request.ts';
import type { Phases } from '../sim/history/phases.ts';
import type { Frame, Replay } from '../sim/history/replay.ts';
import type { News, Progress, Session } from './protocol.ts';
import { createSession } from './session.ts';

/** The session as it is called from outside: progress does not come back through the call but as news beside it. */
export interface Offered extends Omit<Session, 'run' | 'fork' | 'autopsy'> {
  run(of: number, request: RunRequest): Promise<Replay>;
  fork(of: number, tick: number, interventions: unknown, without?: readonly number[]): Promise<Replay>;
  autopsy(of: number, request: AutopsyRequest): Promise<Autopsy>;
  /** Many runs for a few figures of each; the session knows nothing of them. */
  trials(job: Job): Promise<Float64Array>;
  outline(scenario: unknown): Promise<Outline>;
}

// Handed over, not copied: the worker has its own in the history.
const giveReplay = (replay: Replay): Replay =>
  transfer(replay, [replay.digests.buffer, replay.series.world.buffer, replay.series.actors.buffer]);
const buffersOf = ({ trust, hostility, affinity }: Frame) => [trust.buffer, hostility.buffer, affinity.buffer];
const giveFrame = (frame: Frame): Frame => transfer(frame, buffersOf(frame));
const givePhases = (phases: Phases): Phases =>
  transfer(
    phases,
    phases.steps.flatMap(({ frame, actors }) => [...buffersOf(frame), actors.buffer]),
  );

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
    fork: async (of, tick, interventions, without) =>
      giveReplay(await session.fork(tick, interventions, tellOf(of), without)),
    autopsy: (of, request) => session.autopsy(request, tellOf(of)),
    frame: async (tick, back) => giveFrame(await session.frame(tick, back)),
    phases: async (tick, back) => givePhases(await session.phases(tick, back)),
    save: async (ending, back) => giveBytes(await session.save(ending, back)),
    trials: async (job) => giveFigures(trials(job)),
    outline: async (scenario) => outline(scenario),
  };
  expose(offered, endpoint);
}
