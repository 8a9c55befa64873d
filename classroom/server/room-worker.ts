import { parentPort } from 'node:worker_threads';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { exposeRooms } from '../../workers/expose-rooms.ts';
import { nodeEndpoint } from '../../workers/node-endpoint.ts';
import { type RoomEngine, roomEngine } from './room-engine.ts';

// A thread that runs the games of several rooms, so that the thread that answers the phones never waits for one.

if (!parentPort) throw new Error('this file is run as a worker');

exposeRooms(nodeEndpoint(parentPort), () => {
  let engine: RoomEngine | undefined;
  const begun = (): RoomEngine => {
    if (!engine) throw new Error('no run has been begun yet');
    return engine;
  };
  return {
    begin(scenario: unknown, seed: string) {
      engine = roomEngine(load(accepted(check(scenario))), seed);
    },
    advance: (...args: Parameters<RoomEngine['advance']>) => begun().advance(...args),
    report: (...args: Parameters<RoomEngine['report']>) => begun().report(...args),
    price: (...args: Parameters<RoomEngine['price']>) => begun().price(...args),
    aftermath: (...args: Parameters<RoomEngine['aftermath']>) => begun().aftermath(...args),
  };
});
