import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readLog } from '../../classroom/log/read-log.ts';
import { replayLog } from '../../classroom/room/apply-entry.ts';
import { classOfFive } from '../sim/class-of-five.ts';
import { classServer, instructor, openRoom, person, student, type TestServer } from './class-server.ts';

const servers: TestServer[] = [];
async function serverIn(folder?: string): Promise<TestServer> {
  const server = await classServer(folder === undefined ? {} : { folder });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Plays two rounds and leaves the third open, and ends the server. */
async function playedRoom() {
  const server = await serverIn();
  const [room] = await openRoom(server.url, classOfFive(), {
    settings: { roundSeconds: null, closesWhenReady: false },
  });
  const teacher = await instructor(server.url, room!);
  const students = [await student(server.url, room!.code), await student(server.url, room!.code)];
  for (let round = 0; round < 3; round++) {
    await teacher.must({ do: 'open-round' });
    for (const [k, one] of students.entries()) {
      await one.when((state) => state.stage === 'round' && state.round === round);
      const choice = { act: 'contribute', rate: (round + k + 1) / 10 } as const;
      await one.must({ do: 'decide', round, slot: 'contribute ', choice });
    }
    if (round === 2) break;
    await teacher.must({ do: 'close' });
    await teacher.when((state) => state.round === round && state.stage === 'between');
  }
  const file = join(server.folder, `${room!.code}.room.ndjson`);
  const bytes = await readFile(file);
  for (const one of [teacher, ...students]) one.leave();
  await server.close();
  servers.length = 0;
  return { folder: server.folder, room: room!, token: students[0]!.token, file, bytes };
}

it('a room whose file was cut at any byte goes on from its last whole entry, with the same run', async () => {
  const { folder, room, file, bytes } = await playedRoom();
  const whole = readLog(bytes);
  const digestAt = new Map(
    whole.entries.flatMap((entry) => (entry.kind === 'resolved' ? [[entry.round, entry.digest]] : [])),
  );
  const opening = bytes.indexOf(10) + 1;
  const cuts = Array.from({ length: 12 }, (_, k) => opening + Math.round(((bytes.length - opening) * (k + 0.37)) / 12));
  for (const cut of [...cuts, bytes.length]) {
    await writeFile(file, bytes.subarray(0, cut));
    const server = await serverIn(folder);
    const teacher = await instructor(server.url, room);
    const state = await teacher.when(({ stage }) => stage !== 'running');
    const known = readLog(bytes.subarray(0, cut)).entries;
    const rounds = known.filter(({ kind }) => kind === 'round').length;
    expect(state.round).toBe(rounds - 1);
    teacher.leave();
    await server.close();
    servers.length = 0;
    for (const entry of readLog(await readFile(file)).entries)
      if (entry.kind === 'resolved') expect(entry.digest).toBe(digestAt.get(entry.round));
  }
});

it('what was open is open again, and decisions of before are still there', async () => {
  const { folder, room, token } = await playedRoom();
  const server = await serverIn(folder);
  const back = await person(server.url, room.code, { do: 'return', token });
  const state = await (back as Awaited<ReturnType<typeof student>>).when(({ stage }) => stage === 'round');
  expect(state.round).toBe(2);
  expect(state.chosen['contribute ']).toEqual({ act: 'contribute', rate: 0.3 });
});

it('a room whose run is not what its log says, or of another version, says so and offers its file', async () => {
  const { folder, room, file, bytes } = await playedRoom();
  const text = bytes.toString();
  const changes: [string, string, RegExp][] = [
    [/"digest":"\w{16}"/.exec(text)![0], `"digest":"${'0'.repeat(16)}"`, /not what its log says/],
    [
      /"engine":"[^"]*"/.exec(text)![0],
      '"engine":"foedus/0.0.1"',
      /made by foedus\/0\.0\.1, and this is.*"isOtherVersion":true/,
    ],
    ['"format":"foedus-room/1"', '"format":"foedus-room/9"', /another version of Foedus/],
  ];
  for (const [from, to, sentence] of changes) {
    // The last digest is the one that is compared.
    const at = text.lastIndexOf(
      from.startsWith('"digest') ? /"digest":"\w{16}"(?![\s\S]*"digest")/.exec(text)![0] : from,
    );
    await writeFile(file, text.slice(0, at) + to + text.slice(at + from.length));
    const server = await serverIn(folder);
    const heard = await new Promise<string>((resolve) => {
      person(server.url, room.code, { do: 'instruct', token: room.instructor }).then(({ heard: all }) =>
        resolve(JSON.stringify(all)),
      );
    });
    expect(heard).toMatch(sentence);
    const offered = await fetch(`${server.url}live/${room.code}/export/room.ndjson`, {
      headers: { authorization: `Bearer ${room.instructor}` },
    });
    expect(await offered.text()).toContain(to);
    await server.close();
    servers.length = 0;
  }
});

it('erased means erased', async () => {
  const server = await serverIn();
  const [room] = await openRoom(server.url, classOfFive());
  const teacher = await instructor(server.url, room!);
  await teacher.must({ do: 'erase', code: room!.code });
  await expect.poll(() => teacher.states.at(-1)).toBe('gone');
  expect((await readdir(server.folder)).filter((name) => name.endsWith('.ndjson'))).toEqual([]);
  const late = await person(server.url, room!.code, { do: 'instruct', token: room!.instructor });
  expect(late.states.at(-1)).toBe('gone');
});

it('a room is dropped 30 days after its last use, unless it is kept', async () => {
  let time = Date.now();
  const first = await classServer({ now: () => time });
  const rooms = [...(await openRoom(first.url, classOfFive())), ...(await openRoom(first.url, classOfFive()))];
  const teacher = await instructor(first.url, rooms[1]!);
  await teacher.must({ do: 'keep', days: 90 });
  teacher.leave();
  await first.close();
  const left = async (days: number): Promise<string[]> => {
    time += days * 86_400_000;
    const server = await classServer({ folder: first.folder, now: () => time });
    const names = await readdir(first.folder);
    await server.close();
    return names.map((name) => name.slice(0, 4)).sort();
  };
  expect(await left(29)).toEqual(rooms.map(({ code }) => code).sort());
  expect(await left(31)).toEqual([rooms[1]!.code]);
  expect(await left(40)).toEqual([]);
});

it('the log alone gives the interventions', async () => {
  const { bytes } = await playedRoom();
  const { entries } = readLog(bytes);
  const { classroom } = classOfFive();
  const plan = { seats: classroom!.seats, rounds: classroom!.rounds, ticks: 12, defaults: { call: 'honour' } } as const;
  const { placed } = replayLog(entries, plan);
  expect(placed).toEqual(replayLog(entries, plan).placed);
  expect(placed.filter((one) => one.kind === 'decide' && one.choice.act === 'contribute')).toHaveLength(4);
});
