import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lostIn, otherEnd } from '../../bench/classroom/nothing-lost.ts';
import { playRoom } from '../../bench/classroom/play-room.ts';
import { readLog } from '../../classroom/log/read-log.ts';
import { classProcess } from './class-process.ts';

const server = classProcess();
afterAll(server.close);

it('a class of thirty with reloads, people gone and late and a server that is killed loses nothing, and no round waits', async () => {
  const url = await server.serve();
  const port = server.port();
  const room = await playRoom({
    url,
    students: 30,
    rounds: 4,
    stream: false,
    over: 500,
    refresh: 5,
    vanish: 3,
    late: 1,
    kill: async () => {
      await server.kill();
      await server.serve(port);
    },
    isDisturbed: () => false,
  });
  const log = readLog(readFileSync(join(server.folder, `${room.code}.room.ndjson`)));
  expect(room.acknowledged.length).toBeGreaterThanOrEqual(2 * (30 + 27 + 27 + 27));
  expect(lostIn(room, log)).toEqual([]);
  expect(log.entries.filter(({ kind }) => kind === 'resolved')).toHaveLength(4);
  expect(room.back).toHaveLength(5);
  const headers = { authorization: `Bearer ${room.instructor}` };
  const run = await (await fetch(`${url}live/${room.code}/export/run.json`, { headers })).json();
  expect(otherEnd(room.code, log, run)).toEqual([]);
});
