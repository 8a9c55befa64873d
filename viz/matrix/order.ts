import type { Story } from '../run-view/run-view.ts';
import { storylineOf } from '../storyline/lines.ts';

/** An actor's place on both sides of the matrix. */
export interface Place {
  actor: number;
  /** Its main alliance, an index into the story's; −1: none. */
  alliance: number;
  /** The others it is in. */
  others: readonly number[];
}

/** Which epoch of the storyline a tick lies in. The order is one for as long as it lasts. */
export const epochAt = (story: Story, tick: number): number =>
  Math.max(
    0,
    storylineOf(story).epochs.findIndex(({ from, to }) => from <= tick && tick < to),
  );

/** The actors from top to bottom as the storyline has them in that epoch: allies stand together. */
export function orderIn(story: Story, k: number): Place[] {
  const { epochs, heights } = storylineOf(story);
  const { groups, others } = epochs[k]!;
  const main = new Map(groups.flatMap(({ alliance, members }) => members.map((actor) => [actor, alliance] as const)));
  return [...story.actors.keys()]
    .sort((a, b) => heights[k]![a]! - heights[k]![b]! || a - b)
    .map((actor) => ({ actor, alliance: main.get(actor) ?? -1, others: others[actor]! }));
}

/** Places `from` up to, not including, `to` that share their main alliance. */
export interface Run {
  alliance: number;
  from: number;
  to: number;
}

/** The alliances along the order. */
export function runsOf(places: readonly Place[]): Run[] {
  const runs: Run[] = [];
  places.forEach(({ alliance }, k) => {
    const last = runs[runs.length - 1];
    if (last && last.alliance === alliance && alliance >= 0) last.to = k + 1;
    else runs.push({ alliance, from: k, to: k + 1 });
  });
  return runs.filter(({ alliance }) => alliance >= 0);
}
