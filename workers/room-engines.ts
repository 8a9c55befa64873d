import { type EarlierCall, withCall } from './earlier-calls.ts';
import type { ExposedRooms } from './expose-rooms.ts';
import type { ExposedSession } from './expose-session.ts';
import { createProgressWatches } from './progress-watches.ts';
import { cancelled, type OnProgress, SESSION_CALLS, type Session } from './protocol.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

/** The session of a room, in a worker that it may share with other rooms. */
export interface RoomSession extends Session {
  /** Ends it; what is under way in it fails as cancelled. */
  close(): void;
}

/** Workers that rooms share. */
export interface RoomEngines {
  /** A session for one more room, in the worker that has the fewest. */
  open(): RoomSession;
  /** Ends all workers and rooms. */
  close(): void;
}

type RoomWorker = ExposedSession & ExposedRooms;
type RoomCall = EarlierCall<RoomWorker>;

/** Long work, which lets others in between. Whatever is shorter takes its turn. */
const LONG: ReadonlySet<string> = new Set(['run', 'fork', 'work', 'cancel']);

/** @param open starts one more worker; workers are started when they are needed. */
export function openRoomEngines(open: () => HostedWorker, workers: number): RoomEngines {
  const shared = Array.from({ length: Math.max(1, workers) }, () => shareWorker(open));
  return {
    open: () => shared.reduce((best, other) => (other.count() < best.count() ? other : best)).openRoom(),
    close() {
      for (const worker of shared) worker.close();
    },
  };
}

/**
 * One worker and its rooms. When it dies, a new one makes the sessions of all of them again, each from its own earlier calls. Short calls
 * go one at a time: a call at which a worker dies twice then fails alone.
 */
function shareWorker(open: () => HostedWorker) {
  const rooms = new Map<string, { earlier: readonly RoomCall[] }>();
  const watches = createProgressWatches();
  const earlier = () => [...rooms.values()].flatMap((room) => room.earlier.map(({ ask }) => ask));
  const host = superviseWorker<RoomWorker>(open, earlier, watches.hear);
  let turn: Promise<unknown> = Promise.resolve();
  let last = 0;

  function inTurn<T>(perform: () => Promise<T>): Promise<T> {
    const mine = turn.then(perform);
    turn = mine.catch(() => {});
    return mine;
  }

  async function call(id: string, name: keyof Session, args: readonly unknown[]): Promise<unknown> {
    const { effect, progressAt } = SESSION_CALLS[name];
    // A function cannot cross to the worker: its calls arrive as progress messages instead.
    const plain = args.map((value, k) => (k === progressAt ? undefined : value));
    const of = watches.open(progressAt === undefined ? undefined : (args[progressAt] as OnProgress | undefined));
    const perform = async (): Promise<unknown> => {
      if (!rooms.has(id)) throw cancelled();
      const answer = await host.ask((worker) => worker.callRoom(id, of, name, plain));
      const room = rooms.get(id);
      if (!room) throw cancelled();
      room.earlier = withCall(room.earlier, { effect, ask: (worker) => worker.callRoom(id, 0, name, plain) });
      return answer;
    };
    try {
      return await (LONG.has(effect) ? perform() : inTurn(perform));
    } finally {
      watches.close(of);
    }
  }

  function closeRoom(id: string): void {
    if (!rooms.delete(id)) return;
    if (rooms.size === 0) host.clear();
    else inTurn(() => host.ask(async (worker) => worker.closeRoom(id))).catch(() => {});
  }

  return {
    count: () => rooms.size,
    openRoom(): RoomSession {
      const id = String(++last);
      rooms.set(id, { earlier: [] });
      const calls = Object.fromEntries(
        Object.keys(SESSION_CALLS).map((name) => [name, (...args: unknown[]) => call(id, name as keyof Session, args)]),
      );
      return { ...(calls as unknown as Session), close: () => closeRoom(id) };
    },
    close() {
      rooms.clear();
      host.clear();
    },
  };
}
