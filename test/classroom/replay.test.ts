import { afterAll, beforeAll, expect, it } from 'vitest';
import { newToken } from '../../classroom/client/seat.ts';
import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';
import { checkRun } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { play } from '../../sim/history/record.ts';
import { planWithoutDecisions } from '../../viz/debrief/without-decisions.ts';
import { classServer, projector, type TestServer } from './class-server.ts';
import { type PlayedRoom, playedRoom } from './played-room.ts';

let server: TestServer;
let played: PlayedRoom;
beforeAll(async () => {
  server = await classServer();
  played = await playedRoom(server.url, 'europe-1879-1914', 2);
});
afterAll(() => server.close());

const get = (name: string, token: string, query = '') =>
  fetch(`${server.url}live/${played.room.code}/export/${name}${query}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });

it('gives its game to nobody before the debrief, then to those who are in the room and to no other', async () => {
  const { room, teacher, students } = played;
  const inside = [room.instructor, room.projector, ...students.map(({ token }) => token)];
  const files = ['run.json', 'debrief.json'];
  for (const name of files)
    for (const token of inside) {
      const answer = await get(name, token);
      expect([name, answer.status]).toEqual([name, 403]);
      expect(await answer.text()).not.toMatch(/seed|digest|secret/);
    }
  expect(await teacher.ask({ do: 'steer', tick: 0, event: null, view: { what: 'secrets' } })).toMatchObject({
    refused: 'not-now',
  });

  const [, , , removed] = students;
  await teacher.must({ do: 'remove', player: teacher.state().players[3]!.player });
  await teacher.must({ do: 'debrief' });
  for (const name of files) {
    for (const token of inside.filter((one) => one !== removed!.token))
      expect([name, (await get(name, token)).status]).toEqual([name, 200]);
    for (const token of ['', 'x', newToken(), removed!.token])
      expect([name, (await get(name, token)).status]).toEqual([name, 403]);
    // Addresses are kept in logs and shown on walls: a token in one opens nothing.
    expect((await get(name, '', `?key=${room.projector}`)).status).toBe(403);
  }
});

it('tells of the events of its game by their place in the run, without what the model thought', async () => {
  const { room } = played;
  const { run, events, decisions, rounds } = (await (await get('debrief.json', room.projector)).json()) as DebriefFile;
  const accept = accepted(checkRun(run));
  const history = play(load(accept.scenario), accept.seed, accept.interventions, { ticks: accept.ticks });
  expect(events.length).toBeGreaterThan(0);
  for (const one of events) {
    const { tick, kind, who, decidedBy } = history.events[one.event]!;
    expect(one).toMatchObject({ tick, kind, who });
    expect(one.decidedBy).toBe(decidedBy);
    expect(Object.keys(one)).not.toContain('because');
  }
  expect(new Set(decisions.map(({ round }) => round))).toEqual(new Set([1, 2]));

  // What the instructor takes out is what the table of decisions counts.
  const [{ from, ticks }] = rounds as [DebriefFile['rounds'][number]];
  const efforts = decisions.filter(({ round, act }) => round === 1 && act === 'contribute');
  const all = { what: 'branch', from, to: from + ticks, act: 'contribute', actor: null } as const;
  expect(planWithoutDecisions(accept.interventions, all)?.without).toHaveLength(efforts.length);
  const { actor } = efforts[0]!;
  expect(planWithoutDecisions(accept.interventions, { ...all, actor })?.without).toHaveLength(1);
  expect(planWithoutDecisions(accept.interventions, { ...all, act: 'sign' })).toBeUndefined();
});

it('is led by its instructor: wall and phones are told what to show', async () => {
  const { room, teacher, students } = played;
  const wall = await projector(server.url, room);
  const view = { what: 'branch', from: 0, to: 2, act: 'renege', actor: 'Alba' } as const;
  await teacher.must({ do: 'steer', tick: 1, event: 0, view });
  const debrief = { tick: 1, event: 0, view };
  expect((await wall.when((state) => state.debrief?.tick === 1)).debrief).toEqual(debrief);
  expect((await students[0]!.when((state) => state.debrief?.tick === 1)).debrief).toEqual(debrief);
  const steer = { do: 'steer', tick: 1, event: null } as const;
  for (const wrong of [
    { what: 'seeds' },
    { what: 'odds', seeds: 1_001, decisions: true },
    { what: 'odds', seeds: 100 },
    { ...view, act: '<b>' },
    { ...view, more: 1 },
  ])
    expect(await teacher.ask({ ...steer, view: wrong as never })).toMatchObject({ ok: false });
  expect(await students[0]!.ask({ ...steer, view: { what: 'why' } })).toMatchObject({ ok: false });
  for (const one of [teacher, wall, ...students]) one.leave();
});
