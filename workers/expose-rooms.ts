import type { Endpoint } from 'comlink';
import { callSession } from './call-session.ts';
import type { ProgressNews, Session } from './protocol.ts';
import { createSession } from './session.ts';

/** Sessions of several rooms in one worker. */
export interface ExposedRooms {
  /** Calls the session of a room, which begins with its first call. @param of as for the worker's own session. */
  callRoom(room: string, of: number, name: keyof Session, args: readonly unknown[]): Promise<unknown>;
  closeRoom(room: string): void;
}

export function exposedRooms(endpoint: Pick<Endpoint, 'postMessage'>): ExposedRooms {
  const sessions = new Map<string, Session>();
  return {
    callRoom(room, of, name, args) {
      const session = sessions.get(room) ?? createSession();
      sessions.set(room, session);
      return callSession(session, name, args, (progress) =>
        endpoint.postMessage({ progress, of } satisfies ProgressNews),
      );
    },
    closeRoom(room) {
      sessions.get(room)?.cancel();
      sessions.delete(room);
    },
  };
}
