import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';

/** Decisions of one kind in one round that can be taken out together. */
export interface TakenOut {
  act: string;
  /** Null for those of all actors. */
  actor: string | null;
  count: number;
}

/** What can be taken out of a round: each kind of decision of all actors, then those of each actor. @param round from 1. */
export function takenOutOf({ decisions }: Pick<DebriefFile, 'decisions'>, round: number): TakenOut[] {
  const counts = new Map<string, TakenOut>();
  const count = (act: string, actor: string | null): void => {
    const key = `${act} ${actor ?? ''}`;
    const one = counts.get(key) ?? { act, actor, count: 0 };
    one.count++;
    counts.set(key, one);
  };
  for (const one of decisions) {
    if (one.round !== round) continue;
    count(one.act, null);
    count(one.act, one.actor);
  }
  const all = [...counts.values()];
  return [...all.filter(({ actor }) => actor === null), ...all.filter(({ actor }) => actor !== null)];
}
