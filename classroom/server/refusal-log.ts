import type { InstructorState } from '../protocol/state.ts';
import { REFUSALS, type RefusalCode } from '../room/judge.ts';

type Refused = InstructorState['refusals']['last'][number];

/** What was refused, without a word of who sent it from where. */
export interface RefusalLog {
  add(from: Refused['from'], what: string, why: RefusalCode): void;
  shown(): InstructorState['refusals'];
}

const MOST_SHOWN = 20;
/** Lines in a second: a flood must not fill the disk. */
const MOST_LINES = 10;

/** @param write one line into the server's own log. */
export function refusalLog(code: string, now: () => number, write: (line: string) => void): RefusalLog {
  const last: Refused[] = [];
  let count = 0;
  let second = 0;
  let lines = 0;
  return {
    add(from, what, why) {
      count++;
      last.unshift({ do: what, why, from });
      last.length = Math.min(last.length, MOST_SHOWN);
      const at = now();
      if (Math.floor(at / 1_000) !== second) lines = 0;
      second = Math.floor(at / 1_000);
      if (lines++ < MOST_LINES) write(JSON.stringify({ at, room: code, from, do: what, why, said: REFUSALS[why] }));
    },
    shown: () => ({ count, last: [...last] }),
  };
}
