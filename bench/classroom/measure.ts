import { spawn } from 'node:child_process';
import { type ReadLog, readLog } from '../../classroom/log/read-log.ts';
import type { LoadNews, LoadOrder } from './load.ts';
import { lostIn, otherEnd } from './nothing-lost.ts';
import type { PlayedRoom } from './play-room.ts';
import { classroomServer } from './server.ts';

export type ClassOrder = Omit<LoadOrder, 'url'> & { name: string };

export interface ClassFindings
  extends Pick<ClassOrder, 'name' | 'rooms' | 'students' | 'rounds' | 'stream' | 'isKilled'> {
  /** ms, all of them. */
  answer: number[];
  counter: number[];
  /** From the close to each phone, without the engine’s own time. */
  result: number[];
  /** The engine’s own time for a round: from its close to its result in the log. */
  engine: number[];
  back: number[];
  acrossKill: number[];
  acknowledged: number;
  /** Faults: what was acknowledged and is not in the log, logs that changed, runs that come to another end. */
  faults: string[];
}

/** Plays one arrangement of classes against a server of its own, and checks that nothing was lost. */
export async function measureClass(order: ClassOrder): Promise<ClassFindings> {
  const server = classroomServer();
  const url = await server.start();
  const faults: string[] = [];
  const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'bench/classroom/load.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const played = await new Promise<PlayedRoom[]>((resolve, reject) => {
      child.on('close', () => reject(new Error('the load ended')));
      child.on('message', async (news: LoadNews) => {
        if ('failed' in news) reject(new Error(news.failed));
        else if ('played' in news) resolve(news.played);
        else {
          await server.kill();
          await server.start();
          child.send({ up: true });
        }
      });
      child.send({ ...order, url } satisfies LoadOrder & { name: string });
    });
    const findings: ClassFindings = {
      ...order,
      answer: [],
      counter: [],
      result: [],
      engine: [],
      back: [],
      acrossKill: [],
      acknowledged: 0,
      faults,
    };
    for (const room of played) {
      const log = readLog(server.log(room.code));
      const engine = engineTimes(log);
      findings.answer.push(...room.answer);
      findings.counter.push(...room.counter);
      findings.back.push(...room.back);
      findings.acrossKill.push(...room.acrossKill);
      const timed = new Set(room.result.map(({ round }) => round));
      for (const [round, ms] of engine) if (timed.has(round)) findings.engine.push(ms);
      for (const { round, ms } of room.result) findings.result.push(Math.max(0, ms - (engine.get(round) ?? 0)));
      findings.acknowledged += room.acknowledged.length;
      faults.push(...lostIn(room, log));
      const headers = { authorization: `Bearer ${room.instructor}` };
      const file = await fetch(`${url}live/${room.code}/export/run.json`, { headers });
      if (!file.ok) faults.push(`${room.code}: ${await file.text()}`);
      else faults.push(...otherEnd(room.code, log, await file.json()));
    }
    return findings;
  } finally {
    child.removeAllListeners('close');
    child.kill();
    await server.end();
  }
}

/** By round: ms from its close to its result, as the server's own clock has it. Rounds with a crisis window wait for people. */
function engineTimes({ entries }: ReadLog): Map<number, number> {
  const times = new Map<number, number>();
  let closed = 0;
  let isPlain = false;
  for (const entry of entries) {
    if (entry.kind === 'closed') [closed, isPlain] = [entry.at, true];
    if (entry.kind === 'crisis') isPlain = false;
    if (entry.kind === 'resolved' && isPlain) times.set(entry.round, entry.at - closed);
  }
  return times;
}
