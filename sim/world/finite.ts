import type { Alliance, Member } from './alliance.ts';
import { COLUMN_NAMES, type Columns, type Shape } from './columns.ts';
import type { Event } from './event.ts';
import type { ShockedPlace, World } from './state.ts';

// The state holds finite numbers alone. This is the one guard: at the end of each tick it sums the numbers, which costs a fraction of
// a test of each. A sum is small only if its parts are; it may also be large of parts that fit, and a closer look then finds none.

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
  const { alliances, shape, shocked } = world;
  if (!areColumnsFinite(world, isWhole)) return false;
  const each = isWhole || shape.foreign ? 1 : 8;
  for (let k = world.tick % each; k < alliances.length; k += each) if (!isAllianceFinite(alliances[k]!)) return false;
  // What shocks hold follows from numbers of the columns, cut to their ranges.
  if (isWhole || shape.foreign) for (let k = 0; k < shocked.length; k++) if (!isPlaceFinite(shocked[k]!)) return false;
  return true;
}

// Each has four sums, since an addition waits for the one before it in its sum. They are two functions, since an engine reads lists
// of two types at one place half as fast.

/** Of sizes, so that the sum also tells whether each fits in 32 bits. */
function sumOfDoubles(numbers: Float64Array): number {
  const end = numbers.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = 0;
  for (; k + 3 < end; k += 4) {
    a += Math.abs(numbers[k]!);
    b += Math.abs(numbers[k + 1]!);
    c += Math.abs(numbers[k + 2]!);
    d += Math.abs(numbers[k + 3]!);
  }
  for (; k < end; k++) a += Math.abs(numbers[k]!);
  return a + b + (c + d);
}

function sumOfSingles(numbers: Float32Array): number {
  const end = numbers.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = 0;
  for (; k + 3 < end; k += 4) {
    a += numbers[k]!;
    b += numbers[k + 1]!;
    c += numbers[k + 2]!;
    d += numbers[k + 3]!;
  }
  for (; k < end; k++) a += numbers[k]!;
  return a + b + (c + d);
}

/** A history keeps these in 32 bits, and beliefs about strength err by up to some hundred times, so they must fit with room. */
const SHORT: readonly (keyof Columns)[] = ['strength', 'rate', 'threat', 'welfare', 'standing'];
const MOST_SHORT = 1e35;

/**
 * What has bounds stays within them as long as all else is finite, so it is read every eighth tick, in a large world more seldom; so is
 * what no mechanism writes, if it was changed otherwise. A mechanism of a library's user may write anything, and then all is read, but
 * many pairs not every tick: that would cost a tenth of the time of a large world.
 */
function areColumnsFinite(world: World, isWhole: boolean): boolean {
  const { tick, shape, unbounded, doubles, derived } = world;
  const isAll = isWhole || shape.foreign;
  if ((isWhole || tick % derived.rounds === 0) && !isRestFinite(world, isAll)) return false;
  if (isAll) return sumOfDoubles(doubles) <= MOST_SHORT;
  let sizes = 0;
  for (let k = 0; k < unbounded.length; k++) sizes += sumOfDoubles(unbounded[k]!);
  return sizes <= MOST_SHORT;
}

/** Ticks from one such reading to the next. */
export const roundsOf = ({ foreign }: Pick<Shape, 'foreign'>, pairs: Float32Array): number =>
  Math.max(foreign ? 1 : 8, Math.min(64, Math.ceil(pairs.length / 4_096)));

/** All pairs, and what else need not be read every tick. */
function isRestFinite({ bounded, pairs, doubles, singles, derived }: World, isAll: boolean): boolean {
  if (isAll || derived.unread) {
    derived.unread = false;
    const sum = sumOfSingles(singles);
    return sum - sum === 0 && (isAll || sumOfDoubles(doubles) <= MOST_SHORT);
  }
  let sum = 0;
  for (let k = 0; k < pairs.length; k++) sum += sumOfSingles(pairs[k]!);
  for (let k = 0; k < bounded.length; k++) sum += sumOfDoubles(bounded[k]!);
  return sum - sum === 0;
}

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
