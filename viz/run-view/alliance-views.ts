import type { AllianceRecord } from '../../sim/history/chronicle.ts';
import { foundersOf, matchAlliances } from '../../sim/results/match-alliances.ts';
import type { Replay } from '../../sim/results/replay.ts';
import { type Badge, badgesOf, byLetter, type SignedLife } from './badges.ts';
import { namesOf } from './localise.ts';
import { withoutFounders } from './treaty-names.ts';

/** An alliance of the run with the sign it is drawn by. Ticks run from `from` up to, not including, `to`. */
export interface AllianceView extends Badge {
  id: string;
  name: string;
  /** The name without its founders', for where they can be seen: "Alliance", "Neutrality treaty". */
  short: string;
  purpose: string;
  from: number;
  to: number;
  spans: { actor: number; from: number; to: number }[];
}

type Shown = { replay: Pick<Replay, 'alliances'>; alliances: readonly AllianceView[] };

/** The alliances of a run that are to be seen. @param like a run to stand beside: what is in both bears the same signs. */
export function alliancesOf(
  replay: Pick<Replay, 'actors' | 'alliances'>,
  ticks: number,
  indexOf: ReadonlyMap<string, number>,
  like: Shown | undefined,
): AllianceView[] {
  const founders = (record: Pick<AllianceRecord, 'founded' | 'spans'>): string[] =>
    foundersOf(record).flatMap((id) => namesOf(replay.actors[indexOf.get(id) ?? -1] ?? { name: '' }));
  const same = like ? sameIn(like, replay.alliances) : [];
  const bare = replay.alliances
    .map(({ id, name, purpose, founded, ended, spans }, place) => ({
      id,
      name,
      short: withoutFounders(name, founders({ founded, spans })),
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
      beside: same[place],
    }))
    // An alliance that was over within its first tick was never there to be seen.
    .filter(({ spans }) => spans.length > 0);
  // What only the other run has keeps its sign to itself.
  const shared = new Set(bare.map(({ beside }) => beside));
  const others = (like?.alliances ?? [])
    .filter((one) => !shared.has(one))
    .map((one): SignedLife => ({ from: 0, to: 0, spans: one.spans, beside: one }));
  const badges = badgesOf([...bare, ...others]);
  const shorts = shortNames(bare);
  // What two runs share stands in one order in both.
  return bare
    .map(({ beside: _, ...alliance }, k) => ({ ...alliance, short: shorts[k]!, ...badges[k]! }))
    .sort(byLetter);
}

/** The alliances with the colours that they bear in a run that now stands beside theirs; undefined where all have these already. */
export function recoloured(
  alliances: readonly AllianceView[],
  beside: readonly Pick<AllianceView, 'letter' | 'hue'>[],
): AllianceView[] | undefined {
  const hues = new Map(beside.map(({ letter, hue }) => [letter, hue]));
  const hueOf = ({ letter, hue }: AllianceView): number => hues.get(letter) ?? hue;
  if (alliances.every((one) => hueOf(one) === one.hue)) return undefined;
  return alliances.map((one) => ({ ...one, hue: hueOf(one) }));
}

/** The short name, where no other alliance of the time has the same; else the whole one. */
function shortNames(alliances: readonly Pick<AllianceView, 'name' | 'short' | 'from' | 'to'>[]): string[] {
  const shorts = alliances.map(({ short }) => short);
  const latest = new Map<string, number>();
  const inOrder = alliances.map((_, k) => k).sort((a, b) => alliances[a]!.from - alliances[b]!.from || a - b);
  for (const k of inOrder) {
    const { short, name, from, to } = alliances[k]!;
    const last = latest.get(short);
    if (last !== undefined && from < alliances[last]!.to) {
      shorts[k] = name;
      shorts[last] = alliances[last]!.name;
    }
    if (last === undefined || to > alliances[last]!.to) latest.set(short, k);
  }
  return shorts;
}

/** The same alliances in another run, by their places in the list; undefined for those that it does not show. */
function sameIn(like: Shown, alliances: readonly AllianceRecord[]): (AllianceView | undefined)[] {
  const shown = new Map(like.alliances.map((alliance) => [`${alliance.id} ${alliance.from}`, alliance]));
  return matchAlliances(like.replay.alliances, alliances).map((place) => {
    const same = like.replay.alliances[place];
    return same && shown.get(`${same.id} ${Math.max(0, same.founded)}`);
  });
}
