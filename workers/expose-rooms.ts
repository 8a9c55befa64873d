import { type Endpoint, expose } from 'comlink';

/** What a room's engine answers, by name. */
export type RoomCalls = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The engines of several rooms in one worker. */
export interface ExposedRooms {
  /** Calls the engine of a room, which is made for its first call. */
  callRoom(room: string, name: string, args: readonly unknown[]): Promise<unknown>;
  closeRoom(room: string): void;
}

/** Holds engines of rooms in this worker and answers calls at the endpoint. */
export function exposeRooms(endpoint: Endpoint, open: () => RoomCalls): void {
  const rooms = new Map<string, RoomCalls>();
  const exposed: ExposedRooms = {
    async callRoom(id, name, args) {
      const room = rooms.get(id) ?? open();
      rooms.set(id, room);
      return room[name]!(...(args as never[]));
    },
    closeRoom(id) {
      rooms.delete(id);
    },
  };
  expose(exposed, endpoint);
}
