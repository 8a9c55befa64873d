import type { DebriefEvent, DecisionRow, WorldView } from '../../classroom/protocol/debrief-file.ts';

/** Where the decisions of parallel worlds first differ. */
export interface FirstDecision {
  /** From 1 on. */
  round: number;
  /** In years. */
  date: number;
  /** Who decided otherwise in one world than in another. */
  actors: string[];
  /** By world, in their order: what was not decided so in all. */
  decisions: DecisionRow[][];
}

/** What could be seen first to happen in some of them only. */
export interface FirstSeen {
  /** In years. */
  date: number;
  /** By world, in their order: what did not happen in all. */
  events: DebriefEvent[][];
}

const decisionText = ({ actor, act, about, value, terms }: DecisionRow): string =>
  JSON.stringify([actor, act, about, value, terms && [terms.alliance, sorted(terms.clauses), sorted(terms.quotas)]]);
/** In one order, whoever wrote it. */
const sorted = (named: object): [string, unknown][] => Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1));
const eventText = ({ kind, who, about }: DebriefEvent): string => JSON.stringify([kind, who, about]);

/** At the first tick at which the lists differ: what of each is not in all of them. Undefined where they never do. */
function firstApart<T extends { tick: number }>(lists: readonly (readonly T[])[], textOf: (one: T) => string) {
  const ticks = [...new Set(lists.flatMap((list) => list.map(({ tick }) => tick)))].sort((a, b) => a - b);
  for (const tick of ticks) {
    const now = lists.map((list) => list.filter((one) => one.tick === tick));
    const texts = now.map((list) => new Set(list.map(textOf)));
    const apart = now.map((list) => list.filter((one) => !texts.every((those) => those.has(textOf(one)))));
    if (apart.some((list) => list.length > 0)) return apart;
  }
  return undefined;
}

/** Worlds have the same scenario, seed and luck, so they part where people first decide otherwise. */
export function firstDecision(worlds: readonly WorldView[]): FirstDecision | undefined {
  const decisions = firstApart(
    worlds.map((world) => world.decisions),
    decisionText,
  );
  if (!decisions) return undefined;
  const apart = decisions.flat();
  const { round, date } = apart[0]!;
  return { round, date, actors: [...new Set(apart.map(({ actor }) => actor))], decisions };
}

export function firstSeen(worlds: readonly WorldView[]): FirstSeen | undefined {
  const events = firstApart(
    worlds.map((world) => world.events),
    eventText,
  );
  return events && { date: events.flat()[0]!.date, events };
}
