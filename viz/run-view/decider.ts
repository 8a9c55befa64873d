import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Event } from '../../sim/world/event.ts';
import type { RunView } from './run-view.ts';

/** What of a run tells whether a class played it. */
export interface MaybePlayed {
  replay: Pick<RunView['replay'], 'interventions'>;
}

/** A class holds the seats of its players round by round; nobody else's run does. */
const played = new WeakMap<readonly Intervention[], boolean>();

function isPlayedByClass(interventions: readonly Intervention[]): boolean {
  let is = played.get(interventions);
  if (is === undefined) {
    is = interventions.some((one) => one.kind === 'decide' && one.choice.act === 'hold');
    played.set(interventions, is);
  }
  return is;
}

/** Who decided that an event came about, in the game of a class; undefined where nobody did, and in other runs. */
export function deciderOf(
  { replay }: MaybePlayed,
  { decidedBy, because }: Event,
): 'player' | 'default' | 'bot' | undefined {
  if (!isPlayedByClass(replay.interventions)) return undefined;
  return decidedBy ?? (because.length > 0 ? 'bot' : undefined);
}
