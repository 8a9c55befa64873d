import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLog } from '../../classroom/log/read-log.ts';
import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';
import type { OpenedRooms } from '../../classroom/protocol/message.ts';
import { checkRun } from '../../sim/check/check.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { verify } from '../../sim/results/verify.ts';
import { firstDecision } from '../../viz/classroom/worlds-parting.ts';
import { classOfFive } from '../sim/class-of-five.ts';
import { classServer, instructor, openRoom, person, student, type TestServer } from './class-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await classServer();
});
afterAll(() => server.close());

const settings = { roundSeconds: null, closesWhenReady: false };
type Room = OpenedRooms['rooms'][number];
const entriesOf = async ({ code }: Room) => readLog(await readFile(join(server.folder, `${code}.room.ndjson`))).entries;
const debriefIn = async ({ code, instructor: token }: Room) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await (await fetch(`${server.url}live/${code}/export/debrief.json`, { headers })).json()) as DebriefFile;
};
const runOf = async ({ code, instructor: token }: Room) => {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${server.url}live/${code}/export/run.json`, { headers });
  return answer.ok ? accepted(checkRun(await answer.json())) : undefined;
};

async function playOne(
  teacher: Awaited<ReturnType<typeof instructor>>,
  ana: Awaited<ReturnType<typeof student>>,
): Promise<void> {
  await teacher.must({ do: 'open-round' });
  await ana.when(({ stage, round }) => stage === 'round' && round === 0);
  await ana.must({ do: 'decide', round: 0, slot: 'contribute ', choice: { act: 'contribute', rate: 0.3 } });
  await teacher.must({ do: 'close' });
  await teacher.when(({ stage }) => stage === 'between');
  await teacher.must({ do: 'debrief' });
  await teacher.when(({ stage }) => stage === 'debrief');
}

it('a class plays again in its seats, with another seed, and each run is that of its own triple', async () => {
  const [room] = (await openRoom(server.url, classOfFive(), { settings })) as [Room];
  const teacher = await instructor(server.url, room);
  const ana = await student(server.url, room.code);
  expect(await teacher.ask({ do: 'again', seats: 'kept' })).toMatchObject({ refused: 'not-now' });
  await playOne(teacher, ana);
  const first = (await runOf(room))!;
  expect(await ana.ask({ do: 'again', seats: 'kept' } as never)).toMatchObject({ refused: 'instructor-only' });

  await teacher.must({ do: 'again', seats: 'kept' });
  const lobby = await ana.when(({ stage }) => stage === 'lobby');
  expect(lobby.you).toMatchObject({ player: 'p1', actor: 'Alba' });
  expect(await runOf(room)).toBeUndefined();
  await playOne(teacher, ana);
  const second = (await runOf(room))!;
  expect(second.seed).not.toBe(first.seed);
  expect(verify(second).identical).toBe(true);
  expect(second.interventions).toEqual(first.interventions);
  expect((await entriesOf(room)).filter(({ kind }) => kind === 'again')).toHaveLength(1);
  for (const one of [teacher, ana]) one.leave();
});

it('the next class finds the room empty, and the last one no seat in it', async () => {
  const [room] = (await openRoom(server.url, classOfFive(), { settings })) as [Room];
  const teacher = await instructor(server.url, room);
  const ana = await student(server.url, room.code);
  await playOne(teacher, ana);
  await teacher.must({ do: 'again', seats: 'cleared' });
  const { players, code } = await teacher
    .when(({ stage }) => stage === 'lobby')
    .then((state) => ({ ...state, code: room.code }));
  expect(players).toEqual([]);
  expect(ana.heard.some((message) => message.for === 'cleared')).toBe(true);
  expect((await person(server.url, code, { do: 'return', token: ana.token })).entered).toMatchObject({
    refused: 'not-here',
  });
  expect((await student(server.url, code)).entered).toMatchObject({ ok: true, seat: { player: 'p1' } });
});

it('parallel worlds keep one seed and begin again together', async () => {
  const rooms = (await openRoom(server.url, classOfFive(), { settings, worlds: 3 })) as Room[];
  const teachers = [];
  for (const room of rooms) teachers.push(await instructor(server.url, room));
  const [first] = teachers as [(typeof teachers)[number]];
  expect(first.state().worlds.map(({ code }) => code)).toEqual(rooms.map(({ code }) => code));
  // The same is decided in all worlds but the last.
  const rates = [0.3, 0.3, 0.1];
  for (const [k, teacher] of teachers.entries()) {
    const ana = await student(server.url, rooms[k]!.code);
    await teacher.must({ do: 'open-round' });
    await ana.when(({ stage, round }) => stage === 'round' && round === 0);
    const choice = { act: 'contribute' as const, rate: rates[k]! };
    await ana.must({ do: 'decide', round: 0, slot: 'contribute ', choice });
    await teacher.must({ do: 'close' });
    await teacher.when(({ stage }) => stage === 'between');
    ana.leave();
  }
  await first.must({ do: 'debrief' });
  for (const one of teachers) await one.when(({ stage }) => stage === 'debrief');
  const { worlds } = await debriefIn(rooms[1]!);
  expect(worlds.map(({ code }) => code)).toEqual(rooms.map(({ code }) => code));
  expect(worlds.map(({ rounds }) => rounds.map(({ tick }) => tick))).toEqual(
    worlds.map(() => [worlds[0]!.rounds[0]!.tick]),
  );
  expect(firstDecision(worlds)).toMatchObject({ round: 1, actors: ['Alba'] });
  expect(firstDecision(worlds.slice(0, 2))).toBeUndefined();
  expect(worlds[0]!.events).toEqual(worlds[1]!.events);
  await first.must({ do: 'again', seats: 'kept' });
  for (const one of teachers) await one.when(({ stage }) => stage === 'lobby');
  const seeds = await Promise.all(
    rooms.map(async (room) => (await entriesOf(room)).flatMap((entry) => ('seed' in entry ? [entry.seed] : []))),
  );
  expect(new Set(seeds.map(String)).size).toBe(1);
  expect(new Set(seeds[0]).size).toBe(2);
});
