import type { RunView } from '../run-view/run-view.ts';
import { storylineLayoutOf } from '../storyline/lines.ts';

/** An actor's place on both sides of the matrix. */
export interface MatrixPlace {
  actor: number;
  /** Its main alliance, an index into the run's; −1: none. */
  alliance: number;
  /** The others it is in. */
  others: readonly number[];
}

/** Which epoch of the storyline a tick lies in. The order is one for as long as it lasts. */
export const intervalAt = (run: RunView, tick: number): number =>
  Math.max(
    0,
    storylineLayoutOf(run).epochs.findIndex(({ from, to }) => from <= tick && tick < to),
  );

/** The actors from top to bottom as the storyline has them in that epoch: allies stand together. */
export function orderIn(run: RunView, k: number): MatrixPlace[] {
  const { epochs, heights } = storylineLayoutOf(run);
  const { groups, others } = epochs[k]!;
  const main = new Map(groups.flatMap(({ alliance, members }) => members.map((actor) => [actor, alliance] as const)));
  return [...run.actors.keys()]
    .sort((a, b) => heights[k]![a]! - heights[k]![b]! || a - b)
    .map((actor) => ({ actor, alliance: main.get(actor) ?? -1, others: others[actor]! }));
}

/** Places `from` up to, not including, `to` that share their main alliance. */
export interface MatrixGroup {
  alliance: number;
  from: number;
  to: number;
}

/** The alliances along the order. */
export function matrixGroupsOf(places: readonly MatrixPlace[]): MatrixGroup[] {
  const runs: MatrixGroup[] = [];
  places.forEach(({ alliance }, k) => {
    const last = runs[runs.length - 1];
    if (last && last.alliance === alliance && alliance >= 0) last.to = k + 1;
    else runs.push({ alliance, from: k, to: k + 1 });
  });
  return runs.filter(({ alliance }) => alliance >= 0);
}
