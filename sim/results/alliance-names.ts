import type { AllianceRecord } from '../history/chronicle.ts';
import type { Obligation } from '../schema/treaty.ts';
import { foundersOf } from './founders.ts';

/** A treaty that history records, by the name that people use. */
export interface NamedTreaty {
  name: string;
  founders: readonly string[];
  /** The weightiest thing that its members owed each other; undefined for a treaty that obliges to nothing. */
  obligation: Obligation | undefined;
  /** Years in which it was in force. */
  from: number;
  to: number;
}

/** What people call the actors of a history, and the treaties among them. */
export interface NamesInUse {
  /** Short names of actors by their ids. */
  actors: Readonly<Record<string, string>>;
  treaties: readonly NamedTreaty[];
}

export const NO_NAMES: NamesInUse = { actors: {}, treaties: [] };

/** Years by which a founding may miss the time of a recorded treaty and still be that treaty's. */
const NEAR = 3;

/** The weightiest first. Whoever owes support in an attack is an ally as well, and treaties with or without it bear one name. */
const BY_WEIGHT: readonly (readonly [Obligation, Obligation])[] = [
  ['defence', 'defence'],
  ['offence', 'defence'],
  ['neutrality', 'neutrality'],
  ['nonaggression', 'nonaggression'],
  ['consultation', 'consultation'],
];

const weightiest = (obligations: readonly Obligation[]): Obligation | undefined =>
  BY_WEIGHT.find(([one]) => obligations.includes(one))?.[1];

interface Setting {
  actors: readonly { id: string; name: string }[];
  /** The treaties in force at the start. */
  treaties: readonly { id: string }[];
}

/** What an alliance is called, and whether that is made of the names of two of its founders. */
export interface AllianceTitle {
  name: string;
  isMadeUp: boolean;
}

/**
 * What people call the alliances of a run. One that the engine named after two of its founders bears the name of the recorded treaty
 * which the same founders had at that time and which was of its kind, or of one of the scenario's own that they had shortly before.
 * Any other is called by its founders, in the order in which the scenario lists them, and its kind.
 */
export function titlesOf(
  records: readonly AllianceRecord[],
  { actors, treaties }: Setting,
  yearOf: (tick: number) => number,
  names: NamesInUse = NO_NAMES,
): AllianceTitle[] {
  const order = new Map(actors.map((actor, k) => [actor.id, { ...actor, k }]));
  const written = new Set(treaties.map(({ id }) => id));
  const isOwn = ({ id, founded }: AllianceRecord): boolean => founded <= 0 && written.has(id);
  const own = records.filter(isOwn).map(
    (record): NamedTreaty => ({
      name: record.name,
      founders: foundersOf(record),
      obligation: weightiest(record.obligations),
      from: yearOf(record.founded),
      to: record.ended === null ? Infinity : yearOf(record.ended),
    }),
  );
  const recorded = byFounders([...names.treaties, ...own]);
  const short = (id: string): string =>
    (Object.hasOwn(names.actors, id) ? names.actors[id] : undefined) ?? order.get(id)!.name;
  return records.map((record) => {
    const made = isOwn(record) ? undefined : afterFounders(record, order);
    if (!made) return { name: record.name, isMadeUp: false };
    const known = knownName(record, yearOf(record.founded), recorded);
    return known !== undefined
      ? { name: known, isMadeUp: false }
      : { name: `${made.pair.map(short).join('–')} ${made.noun}`, isMadeUp: true };
  });
}

const keyOf = (founders: readonly string[]): string => [...founders].sort().join(' ');

function byFounders(treaties: readonly NamedTreaty[]): Map<string, NamedTreaty[]> {
  const found = new Map<string, NamedTreaty[]>();
  for (const one of treaties) {
    const key = keyOf(one.founders);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** The name of the recorded treaty that this one is, of several the one that began at the nearest time. */
function knownName(
  record: AllianceRecord,
  year: number,
  recorded: ReadonlyMap<string, readonly NamedTreaty[]>,
): string | undefined {
  const kind = weightiest(record.obligations);
  return (recorded.get(keyOf(foundersOf(record))) ?? [])
    .filter(({ obligation, from, to }) => obligation === kind && year >= from - NEAR && year <= to + NEAR)
    .sort((a, b) => Math.abs(year - a.from) - Math.abs(year - b.from))[0]?.name;
}

/** The two founders in "A–B alliance", in the order of the scenario, and the noun; undefined where the engine did not make the name. */
function afterFounders(
  record: AllianceRecord,
  order: ReadonlyMap<string, { id: string; name: string; k: number }>,
): { pair: [string, string]; noun: string } | undefined {
  const founders = foundersOf(record).flatMap((id) => order.get(id) ?? []);
  for (const a of founders)
    for (const b of founders) {
      const start = `${a.name}–${b.name} `;
      if (a === b || !record.name.startsWith(start)) continue;
      return { pair: a.k < b.k ? [a.id, b.id] : [b.id, a.id], noun: record.name.slice(start.length) };
    }
  return undefined;
}

type Named = Pick<AllianceRecord, 'name' | 'founded' | 'ended'>;

/**
 * Names that tell alliances apart which are in force at one time: where two would bear the same, the later one has the date of its
 * founding added, and a number if need be.
 */
export function distinctNames(alliances: readonly Named[], dateOf: (tick: number) => string): string[] {
  const bearers = new Map<string, Named[]>();
  return alliances.map((one) => {
    const isFree = (name: string): boolean => !bearers.get(name)?.some((other) => isSameTime(one, other));
    const dated = `${one.name} (${dateOf(one.founded)}`;
    let name = isFree(one.name) ? one.name : `${dated})`;
    for (let k = 2; !isFree(name); k++) name = `${dated}, ${k})`;
    const others = bearers.get(name);
    if (others) others.push(one);
    else bearers.set(name, [one]);
    return name;
  });
}

const isSameTime = (a: Named, b: Named): boolean =>
  a.founded < (b.ended ?? Infinity) && b.founded < (a.ended ?? Infinity);
