import type { AllianceRecord } from '../history/chronicle.ts';
import { foundersOf } from './founders.ts';

/** What two runs know an alliance by. */
interface Traits {
  /** Its place in the list of its run. */
  place: number;
  kind: string;
  /** Its kind and its founders. */
  origin: string;
  /** Its origin, its tick and its id: the same deed in two runs. */
  deed: string;
  founded: number;
  ended: number;
  /** Everyone who ever was in it. */
  members: ReadonlySet<string>;
}

type Recorded = Pick<AllianceRecord, 'id' | 'purpose' | 'obligations' | 'founded' | 'ended' | 'spans'>;

/**
 * Which alliances of two runs are the same, one to one. What was founded alike in the same tick is; then what has the same founders
 * and is of the same kind, those with most members in common first, of equals those founded at the nearest times; last, what is of
 * one kind, in force at one time, and has more than half of all its members in common.
 * @returns for each alliance of `other` its place in `one`; −1 where `one` has no such alliance.
 */
export function matchAlliances(one: readonly Recorded[], other: readonly Recorded[]): number[] {
  const [ours, theirs] = [one.map(traitsOf), other.map(traitsOf)];
  const found = other.map(() => -1);
  const taken = new Set<number>();
  const pair = (keysOf: (of: Traits) => readonly string[], fits: (a: Traits, b: Traits, common: number) => boolean) => {
    const left = byKey(
      ours.filter(({ place }) => !taken.has(place)),
      keysOf,
    );
    const candidates = theirs
      .filter(({ place }) => found[place]! < 0)
      .flatMap((b) =>
        [...new Set(keysOf(b).flatMap((key) => left.get(key) ?? []))].map((a) => ({ a, b, common: commonOf(a, b) })),
      )
      .filter(({ a, b, common }) => fits(a, b, common));
    const apart = ({ a, b }: { a: Traits; b: Traits }): number => Math.abs(a.founded - b.founded);
    candidates.sort(
      (x, y) => y.common - x.common || apart(x) - apart(y) || x.a.place - y.a.place || x.b.place - y.b.place,
    );
    for (const { a, b } of candidates) {
      if (taken.has(a.place) || found[b.place]! >= 0) continue;
      taken.add(a.place);
      found[b.place] = a.place;
    }
  };
  pair(
    ({ deed }) => [deed],
    () => true,
  );
  pair(
    ({ origin }) => [origin],
    () => true,
  );
  pair(
    ({ kind, members }) => [...members].map((member) => `${kind}: ${member}`),
    (a, b, common) => isSameTime(a, b) && 2 * common > a.members.size + b.members.size - common,
  );
  return found;
}

function traitsOf({ id, purpose, obligations, founded, ended, spans }: Recorded, place: number): Traits {
  const kind = [purpose, ...[...obligations].sort()].join(' ');
  const origin = `${kind}: ${[...foundersOf({ founded, spans })].sort().join(' ')}`;
  const members = new Set(spans.map(({ actor }) => actor));
  return { place, kind, origin, deed: `${origin} ${id} ${founded}`, founded, ended: ended ?? Infinity, members };
}

function byKey(list: readonly Traits[], keysOf: (of: Traits) => readonly string[]): Map<string, Traits[]> {
  const groups = new Map<string, Traits[]>();
  for (const one of list)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}

const commonOf = (a: Traits, b: Traits): number => [...b.members].filter((actor) => a.members.has(actor)).length;

const isSameTime = (a: Traits, b: Traits): boolean => a.founded < b.ended && b.founded < a.ended;

/**
 * One name in two runs for what is one alliance in both: for each run a function from an id and the tick of an event that names it.
 */
export function sharedNames(
  one: readonly Recorded[],
  other: readonly Recorded[],
): [names: AllianceNamer, others: AllianceNamer] {
  const found = matchAlliances(one, other);
  const namer = (list: readonly Recorded[], nameOf: (place: number) => string): AllianceNamer => {
    const places = new Map<string, number[]>();
    for (const [place, { id }] of list.entries()) places.set(id, [...(places.get(id) ?? []), place]);
    return (id, tick) => {
      // An id may be used again once its alliance is over.
      const place = places
        .get(id)
        ?.filter((at) => list[at]!.founded <= tick)
        .at(-1);
      return place === undefined ? id : nameOf(place);
    };
  };
  return [
    namer(one, (place) => `${place} of one`),
    namer(other, (place) => (found[place]! < 0 ? `${place} of the other` : `${found[place]} of one`)),
  ];
}

export type AllianceNamer = (id: string, tick: number) => string;
