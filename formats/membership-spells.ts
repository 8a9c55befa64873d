import type { AllianceRecord } from '../sim/history/chronicle.ts';
import type { History } from '../sim/history/history.ts';

/** A spell of membership. It holds in the state after t ticks if and only if from < t ≤ to. */
export interface MembershipSpell {
  actor: string;
  from: number;
  to: number;
}

/**
 * The spells of an alliance, in terms of the state after a tick: an entry in tick 5 is first visible in the state after 6 ticks.
 * Initial members are members before any tick; a member that entered and left within one tick appears in no state.
 */
export function membershipSpellsOf(history: History, record: AllianceRecord): MembershipSpell[] {
  const { start, ids } = history.model;
  const standing = start.alliances.find(({ id, founded }) => id === record.id && founded === record.founded);
  const first = new Set(standing?.members.map(({ actor }) => ids[actor]!));
  return record.spans
    .map(({ actor, from, to }) => ({
      actor,
      from: first.has(actor) && from === record.founded ? -Infinity : from,
      to: to ?? Infinity,
    }))
    .filter(({ from, to }) => from < to);
}

/**
 * Refuses a run whose records of memberships are incomplete.
 * @throws {RangeError} where the chronicle dropped its oldest alliances.
 */
export function demandWholeHistory({ chronicle }: History): void {
  if (chronicle.forgotten > 0)
    throw new RangeError(
      `the run had too many alliances: the first ${chronicle.forgotten} are no longer kept. Use fewer ticks, or save the events (.ndjson)`,
    );
}

/**
 * The alliances of each actor over time.
 * @returns a function that gives, for a tick, the ids of each actor's alliances in the order of entry, joined by ";". It must be
 * called with ascending ticks.
 * @throws {RangeError} as demandWholeHistory.
 */
export function alliancesOverTime(history: History): (tick: number) => readonly string[] {
  demandWholeHistory(history);
  const { actors } = history.model.scenario;
  const index = new Map(actors.map(({ id }, i) => [id, i]));
  const changes = history.chronicle.alliances
    .flatMap((record) =>
      membershipSpellsOf(history, record).flatMap(({ actor, from, to }) => {
        const change = { alliance: record.id, actor: index.get(actor)! };
        return [
          { ...change, at: from, enters: true },
          { ...change, at: to, enters: false },
        ];
      }),
    )
    // Exits come before entries of the same tick: an actor may return in the tick in which it left.
    .sort((a, b) => (a.at === b.at ? Number(a.enters) - Number(b.enters) : a.at < b.at ? -1 : 1));
  const members = actors.map(() => new Set<string>());
  const texts = actors.map(() => '');
  let next = 0;
  return (tick) => {
    const changed = new Set<number>();
    for (; next < changes.length && changes[next]!.at < tick; next++) {
      const { actor, alliance, enters } = changes[next]!;
      if (enters) members[actor]!.add(alliance);
      else members[actor]!.delete(alliance);
      changed.add(actor);
    }
    for (const actor of changed) texts[actor] = [...members[actor]!].join(';');
    return texts;
  };
}
