import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readLog } from '../../classroom/log/read-log.ts';
import type { OpenedRooms } from '../../classroom/protocol/message.ts';
import { checkRun } from '../../sim/check/check.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { classOfFive } from '../sim/class-of-five.ts';
import { classServer, instructor, openRoom, person, student, type TestServer } from './class-server.ts';

const servers: TestServer[] = [];
async function start(options: Parameters<typeof classServer>[0] = {}): Promise<TestServer> {
  const server = await classServer(options);
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

type Room = OpenedRooms['rooms'][number];
type Student = Awaited<ReturnType<typeof student>>;
const byHand = { roundSeconds: null, closesWhenReady: false };
const entriesOf = async ({ folder }: TestServer, { code }: Room) =>
  readLog(await readFile(join(folder, `${code}.room.ndjson`))).entries;
const effort = (one: Student, round: number, rate: number) =>
  one.must({ do: 'decide', round, slot: 'contribute ', choice: { act: 'contribute', rate } });

it('who misses two rounds leaves the seat to the model, is told so, and takes it back by coming', async () => {
  const server = await start();
  const [room] = (await openRoom(server.url, classOfFive(), { settings: byHand })) as [Room];
  const teacher = await instructor(server.url, room);
  const [ana, bea] = [await student(server.url, room.code), await student(server.url, room.code)];
  bea.leave();
  for (let round = 0; round < 2; round++) {
    await teacher.must({ do: 'open-round' });
    await ana.when((state) => state.stage === 'round' && state.round === round);
    await effort(ana, round, 0.2);
    await teacher.must({ do: 'close' });
    await teacher.when((state) => state.stage === 'between' && state.round === round);
    const { seats, players } = teacher.state();
    expect(players.map(({ missed }) => missed)).toEqual([0, round + 1]);
    expect(seats.map(({ isBot }) => isBot)).toEqual([false, round === 1, true, true, true]);
  }
  const back = (await person(server.url, room.code, { do: 'return', token: bea.token })) as Student;
  await back.when(({ you }) => !you.isLeftToBot);
  await teacher.when(({ seats }) => !seats[1]!.isBot);
  const bots = (await entriesOf(server, room)).flatMap((entry) =>
    entry.kind === 'bot' ? [[entry.actor, entry.on, entry.why]] : [],
  );
  expect(bots).toEqual([
    ['Brac', true, 'absent'],
    ['Brac', false, 'back'],
  ]);
  for (const one of [teacher, ana, back]) one.leave();
});

it('a delegation decides by majority, and of equal views the one counts that came first to it', async () => {
  const server = await start();
  const [room] = (await openRoom(server.url, classOfFive(), { settings: byHand })) as [Room];
  const teacher = await instructor(server.url, room);
  const four: Student[] = [];
  for (let k = 0; k < 4; k++) four.push(await student(server.url, room.code));
  // The last comes to the delegation first.
  for (const player of ['p4', 'p1', 'p2', 'p3']) await teacher.must({ do: 'seat', player, actor: 'Elba' });
  const played: number[][] = [
    [0.1, 0.2, 0.2, 0.3],
    [0.1, 0.1, 0.4, 0.4],
  ];
  for (const [round, rates] of played.entries()) {
    await teacher.must({ do: 'open-round' });
    for (const [k, one] of four.entries()) {
      await one.when((state) => state.stage === 'round' && state.round === round);
      await effort(one, round, rates[k]!);
    }
    // Each sees what the others want, and what they decide together.
    const { delegationChoices, you } = await four[0]!.when(
      (state) => state.you.delegation.length === 3 && state.you.delegation.every(({ choices }) => choices.length === 1),
    );
    expect(delegationChoices).toEqual([{ act: 'contribute', rate: round === 0 ? 0.2 : 0.4 }]);
    expect(you.delegation).toHaveLength(3);
    await teacher.must({ do: 'close' });
    await teacher.when((state) => state.stage === 'between' && state.round === round);
  }
  await teacher.must({ do: 'debrief' });
  await teacher.when(({ stage }) => stage === 'debrief');
  const headers = { authorization: `Bearer ${room.instructor}` };
  const run = accepted(
    checkRun(await (await fetch(`${server.url}live/${room.code}/export/run.json`, { headers })).json()),
  );
  const rates = run.interventions.flatMap((one) =>
    one.kind === 'decide' && one.choice.act === 'contribute' ? [[one.actor, one.choice.rate]] : [],
  );
  expect(rates).toEqual([
    ['Elba', 0.2],
    ['Elba', 0.4],
  ]);
  for (const one of [teacher, ...four]) one.leave();
});

describe('a game over days', () => {
  const DAY = 86_400_000;
  const from = Date.UTC(2026, 2, 16, 8);
  const deadlines = [1, 2, 3, 4, 5, 6].map((day) => from + day * DAY);
  const settings = { ...byHand, deadlines };

  it('goes on by its dates through restarts of the server, with the decisions of before', async () => {
    const monday = await start({ now: () => from });
    const [room] = (await openRoom(monday.url, classOfFive(), { settings })) as [Room];
    const teacher = await instructor(monday.url, room);
    const ana = await student(monday.url, room.code);
    await teacher.must({ do: 'open-round' });
    const { clock } = await ana.when(({ stage }) => stage === 'round');
    expect(clock).toMatchObject({ deadline: deadlines[0], left: DAY / 1_000 });
    await effort(ana, 0, 0.35);
    for (const one of [teacher, ana]) one.leave();
    await monday.close();
    servers.length = 0;

    // On Tuesday at noon the first date has passed: its round closes, and the second opens by itself, though nobody is there.
    const tuesday = await start({ folder: monday.folder, now: () => from + 1.5 * DAY });
    const back = (await person(tuesday.url, room.code, { do: 'return', token: ana.token })) as Student;
    const second = await back.when(({ stage, round }) => stage === 'round' && round === 1);
    expect(second.clock).toMatchObject({ deadline: deadlines[1], left: DAY / 2_000 });
    const placed = (await entriesOf(tuesday, room)).flatMap((entry) =>
      entry.kind === 'decided' ? [entry.choice] : [],
    );
    expect(placed).toEqual([{ act: 'contribute', rate: 0.35 }]);
    back.leave();
  });

  it('waits for the instructor where the next date passed while the server was away: nobody could have decided', async () => {
    const monday = await start({ now: () => from });
    const [room] = (await openRoom(monday.url, classOfFive(), { settings })) as [Room];
    const first = await instructor(monday.url, room);
    await student(monday.url, room.code);
    await first.must({ do: 'open-round' });
    first.leave();
    await monday.close();
    servers.length = 0;

    const friday = await start({ folder: monday.folder, now: () => from + 3.5 * DAY });
    const teacher = await instructor(friday.url, room);
    await teacher.when(({ stage, round }) => stage === 'between' && round === 0);
    await teacher.must({ do: 'open-round' });
    const { clock } = await teacher.when(({ stage }) => stage === 'round');
    expect(clock).toEqual({ left: null, isPaused: false });
    await teacher.must({ do: 'close' });
    // The third date has passed too, the fourth has not.
    await teacher.when(({ stage, round }) => stage === 'between' && round === 1);
    await teacher.must({ do: 'open-round' });
    await teacher.when(({ stage, round }) => stage === 'round' && round === 2);
    await teacher.must({ do: 'close' });
    const fourth = await teacher.when(({ stage, round }) => stage === 'round' && round === 3);
    expect(fourth.clock.deadline).toBe(deadlines[3]);
    teacher.leave();
  });
});
