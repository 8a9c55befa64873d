import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';
import { checkRun } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { digestsOf } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import { verify } from '../../sim/results/verify.ts';
import { classOfFive } from '../sim/class-of-five.ts';
import { classServer, instructor, openRoom, projector, student, type TestServer } from './class-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await classServer();
});
afterAll(() => server.close());

const file = async (code: string, name: string, token: string) =>
  fetch(`${server.url}live/${code}/export/${name}`, { headers: { authorization: `Bearer ${token}` } });

it('a room of four plays to the debrief, and its run is that of the triple', async () => {
  const [room] = await openRoom(server.url, classOfFive(), { settings: { roundSeconds: null } });
  const teacher = await instructor(server.url, room!);
  const wall = await projector(server.url, room!);
  const students = [];
  for (const stream of [false, true, false, true]) students.push(await student(server.url, room!.code, { stream }));

  await teacher.must({ do: 'open-predictions' });
  for (const one of students) await one.must({ do: 'predict', question: 'war', answer: true });
  for (let round = 0; round < 6; round++) {
    await teacher.must({ do: 'open-round' });
    for (const [k, one] of students.entries()) {
      const { options } = await one.when((state) => state.stage === 'round' && state.round === round);
      const effort = options.filter(({ choice }) => choice.act === 'contribute')[k % 3]!;
      await one.must({ do: 'decide', round, slot: effort.slot, choice: effort.choice });
    }
    for (const one of students) await one.must({ do: 'ready', round, ready: true });
    const state = await teacher.when(
      ({ stage, round: at }) => at === round && (stage === 'between' || stage === 'crisis'),
    );
    expect(state.stage).toBe('between');
  }
  expect((await file(room!.code, 'run.json', room!.instructor)).status).toBe(403);
  await teacher.must({ do: 'debrief' });
  await wall.when(({ stage }) => stage === 'debrief');

  const run = accepted(checkRun(await (await file(room!.code, 'run.json', students[0]!.token)).json()));
  expect(verify(run).identical).toBe(true);
  expect(run.ticks).toBe(12);
  const again = play(load(run.scenario), run.seed, run.interventions, { ticks: run.ticks });
  expect(digestsOf(again)).toEqual(run.digests);
  expect(run.interventions.filter((one) => one.kind === 'decide' && one.choice.act === 'contribute')).toHaveLength(24);

  const debrief = (await (await file(room!.code, 'debrief.json', room!.projector)).json()) as DebriefFile;
  expect(debrief.predictions[0]).toMatchObject({ id: 'war', yes: 4, no: 0 });
  expect(debrief.decisions).toHaveLength(24);
  expect(Object.keys(debrief.secrets)).toEqual(['Alba', 'Brac', 'Cres', 'Dugi', 'Elba']);
  expect((await file(room!.code, 'decisions.csv', students[0]!.token)).status).toBe(403);
  const csv = await (await file(room!.code, 'decisions.csv', room!.instructor)).text();
  expect(csv.split('\r\n')).toHaveLength(26);
  expect((await file(room!.code, 'decisions.parquet', room!.instructor)).ok).toBe(true);
  for (const one of [teacher, wall, ...students]) one.leave();
});
