import type { ExposedRooms } from './expose-rooms.ts';
import { cancelled } from './protocol.ts';
import type { HostedWorker } from './worker-connection.ts';
import { superviseWorker } from './worker-supervisor.ts';

/** A call of a room's engine. */
export interface RoomCall {
  name: string;
  args: readonly unknown[];
}

/** The engine of a room, in a worker that it may share with other rooms. */
export interface RoomHandle {
  call(name: string, ...args: unknown[]): Promise<unknown>;
  /** Ends it; what is under way in it fails as cancelled. */
  close(): void;
}

/** Workers that rooms share. */
export interface RoomEngines {
  /** An engine for one more room, in the worker that has the fewest. */
  open(): RoomHandle;
  /** Ends all workers and rooms. */
  close(): void;
}

/** The calls, oldest first, that make the state of a room after one more of them. */
export type KeepCalls = (earlier: readonly RoomCall[], call: RoomCall) => readonly RoomCall[];

/** @param open starts one more worker; workers are started when they are needed. */
export function openRoomEngines(open: () => HostedWorker, workers: number, keep: KeepCalls): RoomEngines {
  const shared = Array.from({ length: Math.max(1, workers) }, () => shareWorker(open, keep));
  return {
    open: () => shared.reduce((best, other) => (other.count() < best.count() ? other : best)).openRoom(),
    close() {
      for (const worker of shared) worker.close();
    },
  };
}

/**
 * One worker and its rooms. When it dies, a new one makes the engines of all of them again, each from its own earlier calls. Calls go one
 * at a time: a call at which a worker dies twice then fails alone, and a room that is begun to be run is ready before the next.
 */
function shareWorker(open: () => HostedWorker, keep: KeepCalls) {
  const rooms = new Map<string, readonly RoomCall[]>();
  const host = superviseWorker<ExposedRooms>(open, earlier, () => {});
  let turn: Promise<unknown> = Promise.resolve();
  let last = 0;

  const asking =
    (id: string, { name, args }: RoomCall) =>
    (worker: ExposedRooms) =>
      worker.callRoom(id, name, args);
  function earlier() {
    return [...rooms].flatMap(([id, calls]) => calls.map((call) => asking(id, call)));
  }

  function inTurn<T>(perform: () => Promise<T>): Promise<T> {
    const mine = turn.then(perform);
    turn = mine.catch(() => {});
    return mine;
  }

  const call = (id: string, asked: RoomCall): Promise<unknown> =>
    inTurn(async () => {
      if (!rooms.has(id)) throw cancelled();
      const answer = await host.ask(asking(id, asked));
      const known = rooms.get(id);
      if (!known) throw cancelled();
      rooms.set(id, keep(known, asked));
      return answer;
    });

  function closeRoom(id: string): void {
    if (!rooms.delete(id)) return;
    if (rooms.size === 0) host.clear();
    else inTurn(() => host.ask(async (worker) => worker.closeRoom(id))).catch(() => {});
  }

  return {
    count: () => rooms.size,
    openRoom(): RoomHandle {
      const id = String(++last);
      rooms.set(id, []);
      return { call: (name, ...args) => call(id, { name, args }), close: () => closeRoom(id) };
    },
    close() {
      rooms.clear();
      host.clear();
    },
  };
}
