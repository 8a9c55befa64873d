import type { DecisionRow } from '../../classroom/protocol/message.ts';

/** How often an actor of a player kept and broke its word when it was called. */
export interface PromisesKept {
  actor: string;
  kept: number;
  broken: number;
}

/** By what came of the decisions: an answer to a call that never came counts for nothing. */
export function promisesKept(decisions: readonly DecisionRow[]): PromisesKept[] {
  const known = new Map<string, PromisesKept>();
  for (const { actor, outcome } of decisions) {
    if (outcome !== 'honoured' && outcome !== 'reneged') continue;
    const one = known.get(actor) ?? { actor, kept: 0, broken: 0 };
    if (outcome === 'honoured') one.kept++;
    else one.broken++;
    known.set(actor, one);
  }
  return [...known.values()];
}
