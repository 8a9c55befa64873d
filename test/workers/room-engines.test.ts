import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { finalDigest } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { createRoomEngines, hostNodeWorker } from '../../workers/node.ts';
import { isCancelled } from '../../workers/protocol.ts';
import { openRoomEngines, type RoomEngines, type RoomSession } from '../../workers/room-engines.ts';
import { powers } from '../sim/powers.ts';

const built = new URL('../../dist/cli/node-worker.js', import.meta.url);
const scenario = powers(6, 48);
const checked = check(scenario);
if ('faults' in checked) throw new Error('a faulty fixture');
const model = load(checked.value);

const opened: RoomEngines[] = [];
const keep = (engines: RoomEngines): RoomEngines => {
  opened.push(engines);
  return engines;
};
afterEach(() => {
  for (const engines of opened.splice(0)) engines.close();
});

/** One worker whose threads the test can end. */
function mortal(): { engines: RoomEngines; workers: Worker[] } {
  const workers: Worker[] = [];
  const engines = openRoomEngines(() => {
    const worker = new Worker(built);
    workers.push(worker);
    return hostNodeWorker(worker);
  }, 1);
  return { engines: keep(engines), workers };
}

const orderOf = (room: number, tick: number): Intervention => ({
  kind: 'decide',
  tick,
  actor: `P${room % 6}`,
  choice: { act: 'contribute', rate: (room + 1) / 10, ticks: 12 },
});
const seedOf = (room: number): string => `room ${room}`;
const ROUNDS = [0, 12, 24, 36];

/** What a room must come to. */
const ending = (room: number): string =>
  finalDigest(
    play(
      model,
      seedOf(room),
      ROUNDS.map((tick) => orderOf(room, tick)),
    ),
  );

/** Plays a round in every room, all at once. */
const playRound = (rooms: readonly RoomSession[], tick: number) =>
  Promise.all(rooms.map((room, k) => room.advance(tick + 12, [orderOf(k, tick)])));

const begin = (rooms: readonly RoomSession[]) =>
  Promise.all(rooms.map((room, k) => room.begin({ scenario, seed: seedOf(k) })));

describe('rooms that share workers', () => {
  it('each come to what they would come to alone, however many workers there are', async () => {
    for (const size of [1, 3]) {
      const engines = keep(createRoomEngines(size));
      const rooms = Array.from({ length: 5 }, () => engines.open());
      await begin(rooms);
      for (const tick of ROUNDS) await playRound(rooms, tick);
      const ends = await Promise.all(rooms.map((room) => room.record()));
      expect(ends.map(({ digest }) => digest)).toEqual(rooms.map((_, k) => ending(k)));
    }
  });

  it('survive the death of their worker, between rounds and in the middle of one', async () => {
    const { engines, workers } = mortal();
    const rooms = Array.from({ length: 3 }, () => engines.open());
    await begin(rooms);
    await playRound(rooms, 0);
    await workers.at(-1)!.terminate();
    await playRound(rooms, 12);
    // One tick is undone before the next death, and is undone after it.
    await rooms[0]!.advance(25);
    await rooms[0]!.rewind();
    const underWay = playRound(rooms, 24);
    await workers.at(-1)!.terminate();
    await underWay;
    await playRound(rooms, 36);
    expect(workers.length).toBe(3);
    const ends = await Promise.all(rooms.map((room) => room.record()));
    expect(ends.map(({ digest }) => digest)).toEqual(rooms.map((_, k) => ending(k)));
  });

  it('keep their other calls, progress too', async () => {
    const { engines, workers } = mortal();
    const room = engines.open();
    const ticks: number[] = [];
    const { digest } = await room.run({ scenario, seed: 'x' }, ({ tick }) => ticks.push(tick));
    expect(ticks.at(-1)).toBe(48);
    await workers[0]!.terminate();
    expect((await room.summary()).digest).toBe(digest);
  });

  it('do not fail by what another is refused', async () => {
    const { engines, workers } = mortal();
    const [one, other] = [engines.open(), engines.open()];
    await one.begin({ scenario, seed: 'x' });
    const outcomes = await Promise.allSettled([other.advance(3), one.advance(3), other.begin({ scenario, seed: '' })]);
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
    const engines = keep(openRoomEngines(() => hostNodeWorker(new Worker(file, { workerData: data })), 1));
    const calls = [engines.open(), engines.open()].map((room) => room.begin({ scenario, seed: 'x' }));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('go to the worker with the fewest, and leave it when they are closed', async () => {
    let begun = 0;
    const engines = keep(
      openRoomEngines(() => {
        begun++;
        return hostNodeWorker(new Worker(built));
      }, 2),
    );
    const rooms = [engines.open(), engines.open(), engines.open()];
    await begin(rooms);
    expect(begun).toBe(2);
    rooms[1]!.close();
    await expect(rooms[1]!.advance(3)).rejects.toSatisfy(isCancelled);
    const late = engines.open();
    await late.begin({ scenario, seed: 'late' });
    // The second worker had no room left and was ended; it is started anew.
    expect(begun).toBe(3);
    rooms[0]!.close();
    expect((await rooms[2]!.advance(5)).tick).toBe(5);
    expect(begun).toBe(3);
  });
});
