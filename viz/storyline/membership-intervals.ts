import { alliancesAt } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';

/** Actors whose lines run together: the members that hold an alliance (an index into the run's) as their main one. */
export interface MemberGroup {
  /** −1: an actor on its own. */
  alliance: number;
  members: readonly number[];
}

/** A stretch of ticks, `to` not included, in which nobody comes or goes. */
export interface MembershipInterval {
  from: number;
  to: number;
  groups: MemberGroup[];
  /** For each actor the alliances it is in besides its main one. */
  others: number[][];
}

/** The run cut where memberships change. */
export function membershipIntervalsOf(run: RunView): MembershipInterval[] {
  const cuts = new Set([0]);
  for (const { spans } of run.alliances) {
    for (const { from, to } of spans) {
      cuts.add(from);
      if (to < run.ticks) cuts.add(to);
    }
  }
  const starts = [...cuts].sort((a, b) => a - b);
  const depth = depthOf(run);
  let before: readonly number[] = new Array<number>(run.actors.length).fill(-1);
  return starts.map((from, k) => {
    const epoch = epochAt(run, from, starts[k + 1] ?? run.ticks, depth, before);
    before = mainOf(epoch, run.actors.length);
    return epoch;
  });
}

/** Member-ticks of each alliance over the whole run. */
const depthOf = (run: RunView): number[] =>
  run.alliances.map(({ spans }) => spans.reduce((sum, { from, to }) => sum + to - from, 0));

function mainOf(epoch: MembershipInterval, actors: number): number[] {
  const main = new Array<number>(actors).fill(-1);
  for (const { alliance, members } of epoch.groups) for (const actor of members) main[actor] = alliance;
  return main;
}

function epochAt(
  run: RunView,
  from: number,
  to: number,
  depth: readonly number[],
  before: readonly number[],
): MembershipInterval {
  const present = alliancesAt(run, from).map(({ alliance, members }) => ({
    alliance: run.alliances.indexOf(alliance),
    members,
  }));
  const free = new Set(run.actors.keys());
  const groups: MemberGroup[] = [];
  let open = present;
  for (let group = pick(open, free, depth, before); group; group = pick(open, free, depth, before)) {
    groups.push(group);
    for (const actor of group.members) free.delete(actor);
    // What has lost its members to others gathers nobody any more.
    open = open.filter(({ members }) => members.some((actor) => free.has(actor)));
  }
  for (const actor of free) groups.push({ alliance: -1, members: [actor] });
  const main = mainOf({ from, to, groups, others: [] }, run.actors.length);
  const others: number[][] = run.actors.map(() => []);
  for (const { alliance, members } of present)
    for (const actor of members) if (main[actor] !== alliance) others[actor]!.push(alliance);
  return { from, to, groups, others };
}

/** The band that gathers most of the actors still free: half a member's worth for being there already, then the deeper. */
function pick(
  present: readonly MemberGroup[],
  free: ReadonlySet<number>,
  depth: readonly number[],
  before: readonly number[],
): MemberGroup | undefined {
  let best: MemberGroup | undefined;
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
