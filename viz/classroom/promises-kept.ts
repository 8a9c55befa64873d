import type { DebriefEvent } from '../../classroom/protocol/debrief-file.ts';

/** A promise that one actor owed another, and what became of it each time it was due. */
export interface PromiseKept {
  actor: string;
  to: string;
  alliance: string;
  /** What was promised: an obligation of the treaty. */
  obligation: string;
  /** Dates in years. */
  kept: number[];
  broken: number[];
}

/** By what happened, which everybody could see: an answer to a call that never came counts for nothing. */
export function promisesKept(events: readonly DebriefEvent[]): PromiseKept[] {
  const known = new Map<string, PromiseKept>();
  for (const { kind, who, about, date } of events) {
    if (kind !== 'honoured' && kind !== 'reneged' && kind !== 'violated') continue;
    const to = String((kind === 'violated' ? about['victim'] : about['caller']) ?? '');
    const obligation = String((kind === 'violated' ? about['obligation'] : about['clause']) ?? '');
    const alliance = String(about['alliance'] ?? '');
    for (const actor of who) {
      const key = JSON.stringify([actor, to, alliance, obligation]);
      const one = known.get(key) ?? { actor, to, alliance, obligation, kept: [], broken: [] };
      (kind === 'honoured' ? one.kept : one.broken).push(date);
      known.set(key, one);
    }
  }
  return [...known.values()];
}

/** Treaties whose promises were never due: those founded in the game, and those in force at its end. */
export function neverDue(
  promises: readonly PromiseKept[],
  events: readonly DebriefEvent[],
  inForce: readonly { alliance: string; obligations: readonly string[] }[],
): string[] {
  const due = new Set(promises.map(({ alliance }) => alliance));
  const founded = events.flatMap(({ kind, about: { alliance, obligations } }) =>
    kind === 'founded' && typeof alliance === 'string' && Array.isArray(obligations) ? [{ alliance, obligations }] : [],
  );
  const all = [...inForce, ...founded].filter(({ obligations }) => obligations.length > 0);
  return [...new Set(all.map(({ alliance }) => alliance))].filter((alliance) => !due.has(alliance));
}
