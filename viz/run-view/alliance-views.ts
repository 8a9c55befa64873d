import type { AllianceRecord } from '../../sim/history/chronicle.ts';
import { foundersOf } from '../../sim/results/founders.ts';
import type { Replay } from '../../sim/results/replay.ts';
import { type Badge, badgesOf, byLetter, type SignedLife } from './badges.ts';
import { allNamesOf } from './localise.ts';
import { foundersFirst, withoutFounders } from './treaty-names.ts';

/** An alliance of the run with the sign it is drawn by. Ticks run from `from` up to, not including, `to`. */
export interface AllianceView extends Badge {
  id: string;
  name: string;
  /**
   * The name without its founders', for where they can be seen: "Alliance", "Neutrality treaty"; with them first where another of
   * the time would be called the same: "France–Italy: alliance".
   */
  short: string;
  purpose: string;
  from: number;
  to: number;
  spans: { actor: number; from: number; to: number }[];
}

/** A run that another stands beside, such as the one that it branched from: what is in both bears the same signs. */
export interface Beside {
  alliances: readonly AllianceView[];
  /** Which of them each alliance of the other run is, by its place in the list of the run; undefined for one that is none. */
  same: readonly (AllianceView | undefined)[];
}

/** The alliances of a run that are to be seen. */
export function alliancesOf(
  replay: Pick<Replay, 'actors' | 'alliances'>,
  ticks: number,
  indexOf: ReadonlyMap<string, number>,
  beside: Beside | undefined,
): AllianceView[] {
  const founders = (record: Pick<AllianceRecord, 'founded' | 'spans'>): string[] =>
    foundersOf(record).flatMap((id) => allNamesOf(replay.actors[indexOf.get(id) ?? -1] ?? { name: '' }));
  const bare = replay.alliances
    .map(({ id, name, purpose, founded, ended, spans }, place) => ({
      id,
      name,
      short: withoutFounders(name, founders({ founded, spans })),
      distinct: foundersFirst(name, founders({ founded, spans })),
      purpose,
      from: Math.max(0, founded),
      to: Math.min(ticks, ended ?? ticks),
      spans: spans
        .filter(({ actor }) => indexOf.has(actor))
        .map((span) => ({
          actor: indexOf.get(span.actor)!,
          from: Math.max(0, span.from),
          to: Math.min(ticks, span.to ?? ticks),
        }))
        .filter(({ from, to }) => from < to),
      beside: beside?.same[place],
    }))
    // An alliance that was over within its first tick was never there to be seen.
    .filter(({ spans }) => spans.length > 0);
  // What only the other run has keeps its sign to itself.
  const shared = new Set(bare.map(({ beside }) => beside));
  const others = (beside?.alliances ?? [])
    .filter((one) => !shared.has(one))
    .map((one): SignedLife => ({ from: 0, to: 0, spans: one.spans, beside: one }));
  const badges = badgesOf([...bare, ...others]);
  const shorts = shortNames(bare);
  // What two runs share stands in one order in both.
  return bare
    .map(({ beside: _, distinct: __, ...alliance }, k) => ({ ...alliance, short: shorts[k]!, ...badges[k]! }))
    .sort(byLetter);
}

/** The short name, where no other alliance of the time has the same; else one that says who founded it. */
function shortNames(
  alliances: readonly (Pick<AllianceView, 'short' | 'from' | 'to'> & { distinct: string })[],
): string[] {
  const shorts = alliances.map(({ short }) => short);
  const latest = new Map<string, number>();
  const inOrder = alliances.map((_, k) => k).sort((a, b) => alliances[a]!.from - alliances[b]!.from || a - b);
  for (const k of inOrder) {
    const { short, distinct, from, to } = alliances[k]!;
    const last = latest.get(short);
    if (last !== undefined && from < alliances[last]!.to) {
      shorts[k] = distinct;
      shorts[last] = alliances[last]!.distinct;
    }
    if (last === undefined || to > alliances[last]!.to) latest.set(short, k);
  }
  return shorts;
}

/** The alliance that is shown of a record, if it is. */
export function shownAs(alliances: readonly AllianceView[]): (of: Recorded | undefined) => AllianceView | undefined {
  const shown = new Map(alliances.map((alliance) => [`${alliance.id} ${alliance.from}`, alliance]));
  return (of) => of && shown.get(`${of.id} ${Math.max(0, of.founded)}`);
}

type Recorded = Pick<AllianceRecord, 'id' | 'founded'>;
