import type { ReadLog } from '../../classroom/log/read-log.ts';
import { checkRun } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { finalDigest } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import type { PlayedRoom } from './play-room.ts';

/** What was acknowledged and is not in the log. */
export function lostIn({ code, acknowledged }: PlayedRoom, { entries }: ReadLog): string[] {
  let round = -1;
  const logged = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'round') round = entry.round;
    if (entry.kind === 'decided' && entry.choice?.act === 'contribute')
      logged.add(`${round} ${entry.player} ${entry.choice.rate}`);
  }
  return acknowledged
    .filter((one) => !logged.has(`${one.round} ${one.player} ${one.rate}`))
    .map((one) => `${code}: ${one.player} decided ${one.rate} in round ${one.round}, and the log does not know it`);
}

/** The run of the triple, made again here, ends as the room's log says. */
export function otherEnd(code: string, { entries }: ReadLog, file: unknown): string[] {
  const { scenario, seed, interventions, ticks } = accepted(checkRun(file));
  const again = finalDigest(play(load(scenario), seed, interventions, { ticks }));
  const last = entries.findLast((entry) => entry.kind === 'resolved');
  const said = last?.kind === 'resolved' ? last.digest : 'nothing';
  return said === again ? [] : [`${code}: the log ends with ${said}, the run with ${again}`];
}
