import type { AllianceRecord } from '../sim/history/chronicle.ts';
import type { History } from '../sim/history/history.ts';
import { demandWholeHistory } from './membership-spells.ts';

/** Two members of one alliance, for as long as both are members. */
export interface AllianceTie {
  alliance: AllianceRecord;
  /** Ids of actors, in the order of the scenario. */
  pair: readonly [string, string];
  /** Spells in ticks within the run: ascending, disjoint, none empty. */
  spells: readonly (readonly [from: number, to: number])[];
}

/** Graph programs hold all ties in memory, and none is known to show more. */
const MOST_TIES = 5_000_000;

/**
 * Every tie of a run, in the order of the chronicle.
 * @throws {RangeError} where the run dropped records of alliances, or has too many ties to write.
 */
export function* allianceTiesOf(history: History): Generator<AllianceTie> {
  demandWholeHistory(history);
  const order = new Map(history.model.scenario.actors.map(({ id }, i) => [id, i]));
  const { alliances } = history.chronicle;
  const most = alliances.reduce((sum, { spans }) => sum + (spans.length * (spans.length - 1)) / 2, 0);
  if (most > MOST_TIES)
    throw new RangeError(`a graph of up to ${most} ties is more than ${MOST_TIES}: use fewer ticks`);
  for (const alliance of alliances) yield* tiesWithin(alliance, order, history.ticks);
}

function* tiesWithin(
  alliance: AllianceRecord,
  order: ReadonlyMap<string, number>,
  ticks: number,
): Generator<AllianceTie> {
  const spansOf = new Map<string, Spans>();
  for (const span of alliance.spans) spansOf.set(span.actor, [...(spansOf.get(span.actor) ?? []), span]);
  const members = [...spansOf.keys()].sort((a, b) => order.get(a)! - order.get(b)!);
  for (let i = 0; i < members.length; i++)
    for (let j = i + 1; j < members.length; j++) {
      const pair = [members[i]!, members[j]!] as const;
      const spells = shared(spansOf.get(pair[0])!, spansOf.get(pair[1])!, ticks);
      if (spells.length > 0) yield { alliance, pair, spells };
    }
}

type Spans = AllianceRecord['spans'];

/** When both were members, cut to the run. Adjacent spells are merged. */
function shared(a: Spans, b: Spans, ticks: number): (readonly [number, number])[] {
  const spells = a
    .flatMap((one) =>
      b.map((other) => [Math.max(0, one.from, other.from), Math.min(one.to ?? ticks, other.to ?? ticks)] as const),
    )
    .filter(([from, to]) => from < to)
    .sort((one, other) => one[0] - other[0]);
  const apart: [number, number][] = [];
  for (const [from, to] of spells) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
