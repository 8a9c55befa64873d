import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLog } from '../../classroom/log/read-log.ts';
import { checkRun } from '../../sim/check/check.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { verify } from '../../sim/results/verify.ts';
import { classOfFive } from '../sim/class-of-five.ts';
import { classProcess } from './class-process.ts';
import { instructor, openRoom, student } from './class-server.ts';

const server = classProcess();
afterAll(server.close);

it('killed in the middle of rounds and started again, a room loses nothing that was acknowledged', async () => {
  const url = await server.serve();
  const port = Number(new URL(url).port);
  const settings = { roundSeconds: null, closesWhenReady: false };
  const [room] = await openRoom(url, classOfFive(), { settings });
  const teacher = await instructor(url, room!);
  const students = [await student(url, room!.code), await student(url, room!.code, { stream: true })];
  const acknowledged: { round: number; rate: number; player: string }[] = [];
  for (let round = 0; round < 6; round++) {
    await teacher.must({ do: 'open-round' });
    // Killed while decisions are on their way: those that come back as done are in the log, the others are asked again.
    const asking = students.map(async (one, k) => {
      await one.when((state) => state.stage === 'round' && state.round === round);
      for (let step = 1; step <= 8; step++) {
        const rate = (10 * (round + 1) + step) / 1_000;
        await one.must({ do: 'decide', round, slot: 'contribute ', choice: { act: 'contribute', rate } });
        acknowledged.push({ round, rate, player: `p${k + 1}` });
        if (round % 2 === 1 && k === 0 && step === 1 + round) {
          await server.kill();
          await server.serve(port);
        }
      }
    });
    await Promise.all(asking);
    await teacher.must({ do: 'close' });
    await teacher.when((state) => state.round === round && state.stage === 'between');
  }
  await teacher.must({ do: 'debrief' });
  const headers = { authorization: `Bearer ${room!.instructor}` };
  const run = accepted(checkRun(await (await fetch(`${url}live/${room!.code}/export/run.json`, { headers })).json()));
  expect(verify(run).identical).toBe(true);

  const file = readdirSync(server.folder).find((name) => name.endsWith('.ndjson'))!;
  const { entries } = readLog(readFileSync(join(server.folder, file)));
  let round = -1;
  const logged = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'round') round = entry.round;
    if (entry.kind === 'decided' && entry.choice?.act === 'contribute')
      logged.add(`${round} ${entry.player} ${entry.choice.rate}`);
  }
  expect(acknowledged).toHaveLength(6 * 2 * 8);
  for (const { round: at, player, rate } of acknowledged) expect(logged).toContain(`${at} ${player} ${rate}`);
  for (const one of [teacher, ...students]) one.leave();

  expect(await server.interrupt()).toBe(0);
});
