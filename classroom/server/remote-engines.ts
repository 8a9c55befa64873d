import type { Model } from '../../sim/model/model.ts';
import { openNodeRooms } from '../../workers/node.ts';
import type { KeepCalls } from '../../workers/room-engines.ts';
import { type RoomEngine, roomEngine } from './room-engine.ts';

/** Where the games of rooms are run. */
export interface EngineHost {
  open(model: Model, seed: string): RoomEngine;
  close(): void;
}

/** In this thread: for few rooms. */
export const enginesHere: EngineHost = { open: roomEngine, close() {} };

/** `advance` is told all interventions and all calls so far, so that the last one makes the state again. */
const keep: KeepCalls = (earlier, call) => {
  if (call.name === 'begin') return [call];
  return call.name === 'advance' ? [...earlier.filter(({ name }) => name === 'begin'), call] : earlier;
};

/** In so many threads, which the rooms share. @param worker the built file of such a thread. */
export function enginesInThreads(worker: URL, threads: number): EngineHost {
  const rooms = openNodeRooms(worker, threads, keep);
  return {
    open({ scenario }, seed) {
      const room = rooms.open();
      const begun = room.call('begin', scenario, seed);
      // Whoever asks something hears of it.
      begun.catch(() => {});
      const call =
        (name: string) =>
        async (...args: unknown[]): Promise<unknown> => {
          await begun;
          return room.call(name, ...args);
        };
      return {
        advance: call('advance') as RoomEngine['advance'],
        report: call('report') as RoomEngine['report'],
        price: call('price') as RoomEngine['price'],
        aftermath: call('aftermath') as RoomEngine['aftermath'],
        close: room.close,
      };
    },
    close: rooms.close,
  };
}
