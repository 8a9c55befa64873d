import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { type EngineHost, enginesInThreads } from '../../classroom/server/remote-engines.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { finalDigest } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { hostNodeWorker } from '../../workers/node.ts';
import { isCancelled } from '../../workers/protocol.ts';
import { type KeepCalls, openRoomEngines, type RoomEngines, type RoomHandle } from '../../workers/room-engines.ts';
import { powers } from '../sim/powers.ts';

const built = new URL('../../dist/cli/room-worker.js', import.meta.url);
const scenario = powers(6, 48);
const checked = check(scenario);
if ('faults' in checked) throw new Error('a faulty fixture');
const model = load(checked.value);

const opened: { close(): void }[] = [];
const keep = <T extends { close(): void }>(engines: T): T => {
  opened.push(engines);
  return engines;
};
afterEach(() => {
  for (const engines of opened.splice(0)) engines.close();
});

const latest: KeepCalls = (earlier, call) =>
  call.name === 'begin' ? [call] : call.name === 'advance' ? [earlier[0]!, call] : earlier;

/** One worker whose threads the test can end. */
function mortal(): { engines: RoomEngines; workers: Worker[] } {
  const workers: Worker[] = [];
  const open = () => {
    const worker = new Worker(built);
    workers.push(worker);
    return hostNodeWorker(worker);
  };
  return { engines: keep(openRoomEngines(open, 1, latest)), workers };
}

const orderOf = (room: number, tick: number): Intervention => ({
  kind: 'decide',
  tick,
  actor: `P${room % 6}`,
  choice: { act: 'contribute', rate: (room + 1) / 10, ticks: 12 },
});
const seedOf = (room: number): string => `room ${room}`;
const ROUNDS = [0, 12, 24, 36];
const placedBy = (room: number, tick: number): Intervention[] =>
  ROUNDS.filter((at) => at <= tick).map((at) => orderOf(room, at));

/** What a room must come to. */
const ending = (room: number): string => finalDigest(play(model, seedOf(room), placedBy(room, 36)));

const begin = (rooms: readonly RoomHandle[]) =>
  Promise.all(rooms.map((room, k) => room.call('begin', checked.value, seedOf(k))));
/** Plays a round in every room, all at once. */
const playRound = (rooms: readonly RoomHandle[], tick: number) =>
  Promise.all(
    rooms.map(
      (room, k) =>
        room.call('advance', placedBy(k, tick), tick + 12, new Set()) as Promise<{ digest: string; tick: number }>,
    ),
  );

describe('rooms that share workers', () => {
  it('each come to what they would come to alone, however many workers there are', async () => {
    for (const size of [1, 3]) {
      const engines: EngineHost = keep(enginesInThreads(built, size));
      const rooms = Array.from({ length: 5 }, (_, k) => engines.open(model, seedOf(k)));
      let ends: string[] = [];
      for (const tick of ROUNDS) {
        const done = await Promise.all(rooms.map((room, k) => room.advance(placedBy(k, tick), tick + 12, new Set())));
        ends = done.map(({ digest }) => digest);
      }
      expect(ends).toEqual(rooms.map((_, k) => ending(k)));
    }
  });

  it('survive the death of their worker, between rounds and in the middle of one', async () => {
    const { engines, workers } = mortal();
    const rooms = Array.from({ length: 3 }, () => engines.open());
    await begin(rooms);
    await playRound(rooms, 0);
    await workers.at(-1)!.terminate();
    await playRound(rooms, 12);
    const underWay = playRound(rooms, 24);
    await workers.at(-1)!.terminate();
    await underWay;
    const ends = await playRound(rooms, 36);
    expect(workers.length).toBe(3);
    expect(ends.map(({ digest }) => digest)).toEqual(rooms.map((_, k) => ending(k)));
  });

  it('do not fail by what another is refused', async () => {
    const { engines, workers } = mortal();
    const [one, other] = [engines.open(), engines.open()];
    await begin([one]);
    const outcomes = await Promise.allSettled([
      other.call('advance', [], 3, new Set()),
      one.call('advance', [], 3, new Set()),
      other.call('begin', { format: 'none' }, 'x'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(workers.length).toBe(1);
  });

  it('do not fail by the call of another at which the worker dies twice', async () => {
    const data = {
      fates: ['fails to load', 'fails to load'],
      flags: new Int32Array(new SharedArrayBuffer(8)),
      worker: built.href,
    };
    const file = new URL('./fixtures/frail.mjs', import.meta.url);
    const engines = keep(openRoomEngines(() => hostNodeWorker(new Worker(file, { workerData: data })), 1, latest));
    const outcomes = await Promise.allSettled(
      [engines.open(), engines.open()].map((room) => room.call('begin', checked.value, 'x')),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('go to the worker with the fewest, and leave it when they are closed', async () => {
    let begun = 0;
    const engines = keep(
      openRoomEngines(
        () => {
          begun++;
          return hostNodeWorker(new Worker(built));
        },
        2,
        latest,
      ),
    );
    const rooms = [engines.open(), engines.open(), engines.open()];
    await begin(rooms);
    expect(begun).toBe(2);
    rooms[1]!.close();
    await expect(rooms[1]!.call('advance', [], 3, new Set())).rejects.toSatisfy(isCancelled);
    const late = engines.open();
    await late.call('begin', checked.value, 'late');
    // The second worker had no room left and was ended; it is started anew.
    expect(begun).toBe(3);
    rooms[0]!.close();
    expect(await rooms[2]!.call('advance', [], 5, new Set())).toMatchObject({ tick: 5 });
    expect(begun).toBe(3);
  });
});
