import type { ClientTransport } from '../../classroom/client/connect.ts';
import type { InstructorState } from '../../classroom/protocol/state.ts';
import type { InstructorWords } from './words/words.ts';

/** Clocks that differ by less disturb nobody; minutes. */
const TOLERATED = 2;

/** What is wrong with the reach of a room, or that nothing is: sentences, the most urgent first. @param apart of the clocks; ms. */
export function selfTest(
  state: InstructorState,
  transport: ClientTransport,
  apart: number,
  says: InstructorWords,
): string[] {
  const { join, players, refusals } = state;
  const { test } = says;
  const connected = players.filter(({ presence, isRemoved }) => presence !== 'gone' && !isRemoved).length;
  const reach = join.reach === 'behind' ? test.behind : test.lan;
  const sentences: string[] = [];
  if (join.reach === 'loopback') sentences.push(test.loopback);
  else if (connected > 0) sentences.push(`${reach} ${test.reached(connected)}`);
  else sentences.push(join.reach === 'behind' ? test.behind : test.lanNone);
  if (transport === 'stream') sentences.push(test.stream);
  const minutes = Math.round(Math.abs(apart) / 60_000);
  if (minutes >= TOLERATED) sentences.push(test.clock(minutes));
  const last = refusals.last.at(-1);
  if (last) sentences.push(test.refused(refusals.count, says.refusals[last.why] ?? last.why));
  return sentences;
}
