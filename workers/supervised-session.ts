import { type EarlierCall, withCall } from './earlier-calls.ts';
import { createProgressWatches } from './progress-watches.ts';
import { cancelled, type OnProgress, type RemoteSession, SESSION_CALLS, type Session } from './protocol.ts';
import type { Ask, HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

/**
 * A session in a worker that is replaced when it dies. The new worker replays the runs that made the session's state, and then
 * repeats the failed call, once. If that fails too, the caller receives the error.
 */
export function superviseSession(open: () => HostedWorker): RemoteSession {
  /** The calls that made the state, oldest first. A new worker replays them, under a number without a callback. */
  let earlier: readonly EarlierCall[] = [];
  const watches = createProgressWatches();
  /** Calls that are not answered yet. */
  let waiting = 0;
  /** Number of the latest run or fork. */
  let newest = 0;
  const here = superviseWorker(open, () => earlier.map((call) => call.ask), watches.hear);

  async function call(name: keyof Session, args: readonly unknown[]): Promise<unknown> {
    const { effect, progressAt } = SESSION_CALLS[name];
    // A function cannot cross to the worker: its calls arrive as progress messages instead.
    const plain = args.map((value, k) => (k === progressAt ? undefined : value));
    const ask =
      (of: number): Ask<unknown> =>
      (worker) =>
        worker.call(of, name, plain);
    if (effect === 'cancel') {
      if (waiting > 0) await interrupt();
      return undefined;
    }
    if (effect === 'run' || effect === 'fork') await takeOver();
    waiting++;
    try {
      return await (effect === 'query' ? here.ask(ask(0)) : work(name, args, ask));
    } finally {
      waiting--;
    }
  }

  /** A run or a fork ends what is under way, also in a worker that hears nothing any more. */
  async function takeOver(): Promise<void> {
    const mine = ++newest;
    if (waiting > 0) await interrupt();
    if (mine !== newest) throw cancelled();
  }

  /** Ends what is under way; a worker that does not hear of it is replaced with the next call. */
  async function interrupt(): Promise<void> {
    if (!(await here.hears((worker) => worker.call(0, 'cancel', [])))) here.clear();
  }

  async function work(
    name: keyof Session,
    args: readonly unknown[],
    ask: (of: number) => Ask<unknown>,
  ): Promise<unknown> {
    const { effect, progressAt } = SESSION_CALLS[name];
    const of = watches.open(progressAt === undefined ? undefined : (args[progressAt] as OnProgress | undefined));
    try {
      const answer = await here.ask(ask(of));
      earlier = withCall(earlier, { effect, ask: ask(0) });
      return answer;
    } finally {
      watches.close(of);
    }
  }

  const calls = Object.fromEntries(
    Object.keys(SESSION_CALLS).map((name) => [name, (...args: unknown[]) => call(name as keyof Session, args)]),
  );
  return { ...(calls as unknown as Session), prepare: here.prepare, close: here.clear };
}
