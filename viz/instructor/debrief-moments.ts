import type { DebriefFile } from '../../classroom/protocol/message.ts';
import type { Names } from '../classroom/names.ts';
import type { InstructorWords } from './words/words.ts';

/** A place of the replay that a class talks about. */
export interface DebriefMoment {
  tick: number;
  text: string;
}

/** What came of decisions that changed something between actors. How much somebody paid is better seen in the replay's curves. */
const TELLING: ReadonlySet<string> = new Set(
  'founded joined left notice stayed honoured reneged renegotiated signed expelled merged refused'.split(' '),
);

/** The places to which the debrief is led: the rounds, and what players did in them, in their order. */
export function debriefMoments(
  { rounds, decisions }: DebriefFile,
  names: Names,
  says: InstructorWords,
  sentence: (kind: string, who: string, about: string) => string | undefined,
): DebriefMoment[] {
  const moments: DebriefMoment[] = rounds.map(({ from }, k) => ({ tick: from, text: says.debrief.round(k + 1) }));
  for (const { tick, actor, act, about, outcome } of decisions) {
    if (!TELLING.has(outcome)) continue;
    const text = sentence(outcome, actor, about) ?? `${names.actor(actor)}: ${act} ${about}`;
    // Two who sign one treaty tell of one thing.
    if (!moments.some((one) => one.tick === tick && one.text === text)) moments.push({ tick, text });
  }
  // A round begins before what is done in it; the order of decisions stays.
  return moments.sort((a, b) => a.tick - b.tick);
}
