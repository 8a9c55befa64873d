import type { AllianceRecord } from '../sim/history/chronicle.ts';
import type { History } from '../sim/history/history.ts';

/** A span of membership. It holds in the state after t ticks iff from < t ≤ to. */
export interface MembershipSpell {
  actor: string;
  from: number;
  to: number;
}

/**
 * The spans of an alliance that hold in the state after some tick: an entry in tick 5 is to be seen after it, so in that of 6 ticks.
 * Who was a member at the start was one before any tick; who came and went in one tick is in no state.
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
 * Refuses to tell of memberships that the run no longer knows.
 * @throws {RangeError} where so many alliances ended that the first were dropped.
 */
export function demandWholeHistory({ chronicle }: History): void {
  if (chronicle.forgotten > 0)
    throw new RangeError(
      `the run had too many alliances: the first ${chronicle.forgotten} are no longer kept. Use fewer ticks, or save the events (.ndjson)`,
    );
}

/**
 * Tells who is in which alliances.
 * @returns what gives, for a tick, the ids of each actor's alliances in the order it entered them, joined by ";". It is to be asked
 * for rising ticks.
 * @throws {RangeError} as demandAll.
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
    // Who goes, goes before anybody comes: it may come back in the same tick.
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
