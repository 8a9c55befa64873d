import type { Alliance, Member } from './alliance.ts';
import { COLUMN_NAMES, type Columns } from './columns.ts';
import type { Event } from './event.ts';
import type { ShockedPlace, World } from './state.ts';

// The state holds finite numbers alone. This is the one guard: it reads the numbers as bits at the end of each tick, which costs a
// fraction of a test of each number.

/** A number of the state that is not finite, or does not fit where it is kept. */
interface NotFinite {
  /** What it is a number of: an actor, two actors, a threat, an alliance, or the world. */
  of: string;
  column: string;
  value: number;
}

const MEMBER = [
  'share',
  'quota',
  'effort',
  'seen',
  'misread',
  'benefit',
  'inequity',
] as const satisfies (keyof Member)[];
const ALLIANCE = ['pool', 'smoothedPool', 'fund'] as const satisfies (keyof Alliance)[];

function areNumbersFinite(world: World, isWhole: boolean): boolean {
  const { alliances, shocked } = world;
  if (!areColumnsFinite(world, isWhole)) return false;
  for (let k = 0; k < alliances.length; k++) if (!isAllianceFinite(alliances[k]!)) return false;
  for (let k = 0; k < shocked.length; k++) if (!isPlaceFinite(shocked[k]!)) return false;
  return true;
}

/**
 * Numbers of pairs are read a slice each tick where there are many: only a foreign mechanism could make one infinite while all others
 * are finite, and to read them all would cost a tenth of the time of a large world.
 */
const slicesOf = (numbers: number): number => Math.min(64, Math.ceil(numbers / 4_096));

// Where all bits of an exponent are set, one more carries into the sign. Literals on purpose, as in hash.ts: a bundle turns module
// constants into variables, and the loops would reload them.

function areHighWordsFinite(words: Int32Array, end: number): boolean {
  let a = 0;
  let b = 0;
  let k = 1;
  for (; k + 6 < end; k += 8) {
    a |= ((words[k]! & 0x7ff00000) + 0x00100000) | ((words[k + 2]! & 0x7ff00000) + 0x00100000);
    b |= ((words[k + 4]! & 0x7ff00000) + 0x00100000) | ((words[k + 6]! & 0x7ff00000) + 0x00100000);
  }
  for (; k < end; k += 2) a |= ((words[k]! & 0x7ff00000) + 0x00100000) | 0;
  return (a | b) >= 0;
}

function areSinglesFinite(words: Int32Array, from: number, end: number): boolean {
  let a = 0;
  let b = 0;
  let k = from;
  for (; k + 3 < end; k += 4) {
    a |= ((words[k]! & 0x7f800000) + 0x00800000) | ((words[k + 1]! & 0x7f800000) + 0x00800000);
    b |= ((words[k + 2]! & 0x7f800000) + 0x00800000) | ((words[k + 3]! & 0x7f800000) + 0x00800000);
  }
  for (; k < end; k++) a |= ((words[k]! & 0x7f800000) + 0x00800000) | 0;
  return (a | b) >= 0;
}

/** A history keeps these in 32 bits, and beliefs about strength err by up to some hundred times, so they must fit with room. */
const SHORT: readonly (keyof Columns)[] = ['strength', 'rate', 'threat', 'welfare', 'standing'];
const MOST_SHORT = 1e35;

function fitsShort(column: Columns[keyof Columns]): boolean {
  for (let k = 0; k < column.length; k++) if (!(Math.abs(column[k]!) <= MOST_SHORT)) return false;
  return true;
}

function areColumnsFinite({ words, columns, tick }: World, isWhole: boolean): boolean {
  // The columns of 64 bits come first. Their high words are the odd ones, as on every machine that runs engines of JavaScript.
  const pairs = columns.calculative.byteOffset / 4;
  const { length } = columns.calculative;
  const share = Math.ceil((5 * length) / (isWhole ? 1 : slicesOf(5 * length)));
  const from = pairs + (isWhole ? 0 : (tick % slicesOf(5 * length)) * share);
  return (
    areHighWordsFinite(words, pairs) &&
    areSinglesFinite(words, from, Math.min(from + share, pairs + 5 * length)) &&
    fitsShort(columns.strength) &&
    fitsShort(columns.rate) &&
    fitsShort(columns.threat) &&
    fitsShort(columns.welfare) &&
    fitsShort(columns.standing)
  );
}

// A sum is finite only if its parts are; it may also overflow of finite parts, and a closer look then finds none.
function isAllianceFinite({ pool, smoothedPool, fund, members }: Alliance): boolean {
  let sum = pool + smoothedPool + fund;
  for (let k = 0; k < members.length; k++) {
    const { share, quota, effort, seen, misread, benefit, inequity } = members[k]!;
    sum += share + quota + effort + seen + misread + benefit + inequity;
  }
  return sum - sum === 0;
}

function isPlaceFinite({ underlying, changes }: ShockedPlace): boolean {
  for (let k = 0; k < underlying.length; k++) if (!Number.isFinite(underlying[k])) return false;
  for (let k = 0; k < changes.length; k++) if (!Number.isFinite(changes[k]!.amount)) return false;
  return true;
}

/** The first number of the state that is not finite; undefined where all are. */
function findNotFinite(world: World, names: readonly string[]): NotFinite | undefined {
  for (const column of COLUMN_NAMES) {
    const most = SHORT.includes(column) ? MOST_SHORT : Number.MAX_VALUE;
    const slot = world.columns[column].findIndex((value) => !(Math.abs(value) <= most));
    if (slot >= 0) return { of: ownerOf(world, column, slot, names), column, value: world.columns[column][slot]! };
  }
  for (const alliance of world.alliances) {
    const field = ALLIANCE.find((name) => !Number.isFinite(alliance[name]));
    if (field) return { of: alliance.id, column: field, value: alliance[field] };
    for (const member of alliance.members) {
      const own = MEMBER.find((name) => !Number.isFinite(member[name]));
      if (own) return { of: `${names[member.actor]} in ${alliance.id}`, column: own, value: member[own] };
    }
  }
  for (const { column, alliance, underlying, changes } of world.shocked) {
    const value = [...underlying, ...changes.map(({ amount }) => amount)].find((one) => !Number.isFinite(one));
    if (value !== undefined) return { of: alliance || 'a shock', column, value };
  }
  return undefined;
}

/**
 * A world that has left the range of numbers has no next tick: what would be computed from it says nothing.
 * @param names ids of the actors, then of the threats.
 * @param isWhole whether all numbers of pairs are read, and not only a slice of them.
 * @throws {RangeError} a sentence that names the first number that is not finite.
 */
export function demandFinite(world: World, names: readonly string[], isWhole = false): void {
  if (areNumbersFinite(world, isWhole)) return;
  const found = findNotFinite(world, names);
  if (found) throw new RangeError(`tick ${world.tick}: ${found.column} of ${found.of} is ${found.value}${ENDS}`);
}

/** The same for an event. @throws {RangeError} a sentence that names it. */
export function demandFiniteEvent(event: Event): void {
  if (isEventFinite(event)) return;
  const { tick, kind, by, who } = event;
  throw new RangeError(
    `tick ${tick}: the event "${kind}" of ${who.join(', ')} by ${by} has a number that is not finite${ENDS}`,
  );
}

const ENDS = ', beyond the range of numbers: the run ends there';

function isEventFinite(event: Event): boolean {
  const { because, score = 0, runnerUp, chance } = event;
  if (!Number.isFinite(score) || (runnerUp && !Number.isFinite(runnerUp.score))) return false;
  if (chance && !Number.isFinite(chance.probability)) return false;
  for (let k = 0; k < because.length; k++) if (!Number.isFinite(because[k]!.value)) return false;
  // No list of its values is made: thousands of events a run pass here.
  for (const key in event) {
    const value: unknown = event[key as keyof Event];
    if (typeof value === 'number' && !Number.isFinite(value)) return false;
  }
  return true;
}

const PAIRS: readonly (keyof Columns)[] = ['calculative', 'relational', 'proximity', 'belief'];
const OF_THE_WORLD: readonly (keyof Columns)[] = ['trustInside', 'trustOutside', 'misperceived', 'metrics', 'census'];

function ownerOf({ shape, columns }: World, column: keyof Columns, slot: number, names: readonly string[]): string {
  const n = shape.actors;
  const [row, place] = [names[Math.floor(slot / n)], names[slot % n]];
  if (PAIRS.includes(column)) return `${row} about ${place}`;
  // Stored in the row of its target.
  if (column === 'hostility') return `${place} about ${row}`;
  if (column === 'threatStrength') return names[n + slot]!;
  if (column === 'threatHostility' || column === 'threatProximity')
    return `${names[n + Math.floor(slot / n)]} about ${place}`;
  if (OF_THE_WORLD.includes(column)) return 'the world';
  return names[Math.floor((slot * n) / columns[column].length)]!;
}
