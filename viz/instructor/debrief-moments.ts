import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';
import type { InstructorWords } from './words/words.ts';

/** A place of the replay that a class talks about. */
export interface DebriefMoment {
  tick: number;
  /** Place of an event among those of the run; null where a round begins. */
  event: number | null;
  text: string;
  /** Who decided it, in words; empty where nobody of the class did. */
  by: string;
}

/** The places to which the debrief is led: the rounds, and what happened in them, in their order. */
export function debriefMoments(
  { rounds, events }: Pick<DebriefFile, 'rounds' | 'events'>,
  says: InstructorWords,
  sentence: (happening: DebriefFile['events'][number]) => string | undefined,
): DebriefMoment[] {
  const moments: DebriefMoment[] = rounds.map(({ from }, k) => ({
    tick: from,
    event: null,
    text: says.debrief.round(k + 1),
    by: '',
  }));
  for (const one of events) {
    const text = sentence(one);
    if (text === undefined) continue;
    const { tick, event, decidedBy } = one;
    moments.push({ tick, event, text, by: decidedBy ? says.debrief.by[decidedBy] : '' });
  }
  // A round begins before what is done in it; the order of events stays.
  return moments.sort((a, b) => a.tick - b.tick);
}
