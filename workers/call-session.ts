import { transfer } from 'comlink';
import type { Frame, Replay } from '../sim/results/replay.ts';
import { type LiveStep, type OnProgress, SESSION_CALLS, type Session } from './protocol.ts';

const replayBuffers = ({ digests, series }: Replay) => [digests.buffer, series.world.buffer, series.actors.buffer];
const frameBuffers = ({ trust, hostility, affinity }: Frame) => [trust.buffer, hostility.buffer, affinity.buffer];
const liveBuffers = ({ frame }: LiveStep) => frameBuffers(frame);

/** Buffers of large answers that are transferred instead of copied: the worker has its own data in the history. */
const BUFFERS: { [Name in keyof Session]?: (answer: Awaited<ReturnType<Session[Name]>>) => ArrayBufferLike[] } = {
  run: replayBuffers,
  fork: replayBuffers,
  frame: frameBuffers,
  phases: ({ steps }) => steps.flatMap(({ frame, actors }) => [...frameBuffers(frame), actors.buffer]),
  save: ({ buffer }) => [buffer],
  begin: liveBuffers,
  advance: liveBuffers,
  rewind: liveBuffers,
  record: replayBuffers,
};

/** Calls a session by name, for somebody outside the worker. */
export async function callSession(
  session: Session,
  name: keyof Session,
  args: readonly unknown[],
  onProgress: OnProgress,
): Promise<unknown> {
  const { progressAt } = SESSION_CALLS[name];
  const given = [...args];
  if (progressAt !== undefined) given[progressAt] = onProgress;
  const answer = await (session[name] as (...args: unknown[]) => Promise<unknown>)(...given);
  const buffersOf = BUFFERS[name] as ((answer: unknown) => ArrayBuffer[]) | undefined;
  return buffersOf ? transfer(answer, buffersOf(answer)) : answer;
}
