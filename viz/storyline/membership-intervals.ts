import { alliancesAt } from '../run-view/moment.ts';
import type { Story } from '../run-view/run-view.ts';

/** Actors whose lines run together: the members that hold an alliance (an index into the story's) as their main one. */
export interface Group {
  /** −1: an actor on its own. */
  alliance: number;
  members: readonly number[];
}

/** A stretch of ticks, `to` not included, in which nobody comes or goes. */
export interface Epoch {
  from: number;
  to: number;
  groups: Group[];
  /** For each actor the alliances it is in besides its main one. */
  others: number[][];
}

/** The run cut where memberships change. */
export function epochsOf(story: Story): Epoch[] {
  const cuts = new Set([0]);
  for (const { spans } of story.alliances) {
    for (const { from, to } of spans) {
      cuts.add(from);
      if (to < story.ticks) cuts.add(to);
    }
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const depth = depthOf(story);
  let before: readonly number[] = new Array<number>(story.actors.length).fill(-1);
  return starts.map((from, k) => {
    const epoch = epochAt(story, from, starts[k + 1] ?? story.ticks, depth, before);
    before = mainOf(epoch, story.actors.length);
    return epoch;
  });
}

/** Member-ticks of each alliance over the whole run. */
const depthOf = (story: Story): number[] =>
  story.alliances.map(({ spans }) => spans.reduce((sum, { from, to }) => sum + to - from, 0));

function mainOf(epoch: Epoch, actors: number): number[] {
  const main = new Array<number>(actors).fill(-1);
  for (const { alliance, members } of epoch.groups) for (const actor of members) main[actor] = alliance;
  return main;
}

function epochAt(story: Story, from: number, to: number, depth: readonly number[], before: readonly number[]): Epoch {
  const present = alliancesAt(story, from).map(({ alliance, members }) => ({
    alliance: story.alliances.indexOf(alliance),
    members,
  }));
  const free = new Set(story.actors.keys());
  const groups: Group[] = [];
  let open = present;
  for (let group = pick(open, free, depth, before); group; group = pick(open, free, depth, before)) {
    groups.push(group);
    for (const actor of group.members) free.delete(actor);
    // What has lost its members to others gathers nobody any more.
    open = open.filter(({ members }) => members.some((actor) => free.has(actor)));
  }
  for (const actor of free) groups.push({ alliance: -1, members: [actor] });
  const main = mainOf({ from, to, groups, others: [] }, story.actors.length);
  const others: number[][] = story.actors.map(() => []);
  for (const { alliance, members } of present)
    for (const actor of members) if (main[actor] !== alliance) others[actor]!.push(alliance);
  return { from, to, groups, others };
}

/** The band that gathers most of the actors still free: half a member's worth for being there already, then the deeper. */
function pick(
  present: readonly Group[],
  free: ReadonlySet<number>,
  depth: readonly number[],
  before: readonly number[],
): Group | undefined {
  let best: Group | undefined;
  let most = 0;
  for (const { alliance, members } of present) {
    // It cannot gather more than it has.
    if (members.length + 0.5 < most) continue;
    const here = members.filter((actor) => free.has(actor));
    if (here.length < 2) continue;
    const kept = here.filter((actor) => before[actor] === alliance).length > 1;
    const worth = here.length + (kept ? 0.5 : 0);
    if (best && (worth < most || (worth === most && depth[alliance]! <= depth[best.alliance]!))) continue;
    best = { alliance, members: here };
    most = worth;
  }
  return best;
}
