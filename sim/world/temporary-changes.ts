import { hashAsNumber } from '../exact/hash.ts';
import { LIMITS } from '../schema/common.ts';
import type { Alliance } from './alliance.ts';
import type { Columns } from './columns.ts';
import type { ShockedPlace, TemporaryChange, World } from './state.ts';
import { limitsOf, normalise, noteChange, rangeOf, readClause, write, writeClause } from './state-path.ts';

// A temporary change is undone by remembering what stands below it, never by the reverse operation: to divide by the factor of a
// scaling gives another number, or none for a factor of 0. What stands at a place is its underlying value with the changes applied
// in their order, each by the share of it that is left. Once all are over it is the underlying value, to the bit.

/** Where a number stands: a slot of a column, or a numeric clause of an alliance in force. */
export type Site =
  | { readonly column: keyof Columns; readonly slot: number }
  | { readonly alliance: Alliance; readonly field: string };

type Operation = TemporaryChange['operation'];
type Address = Pick<ShockedPlace, 'column' | 'slot' | 'alliance'>;

/**
 * The shock of a change, the tick from which it fades, and the share of it that each tick then keeps; the hash of what never changes,
 * where it is the same at many places.
 */
export type Lasting = Pick<TemporaryChange, 'shock' | 'until' | 'keep'> & { constantHash?: number | undefined };

export const constantHashOf = (shock: string, column: string, alliance: string, operation: Operation): number =>
  hashAsNumber(shock, column, alliance, operation);

/** Stands for what mechanisms and persons add meanwhile, which belongs to no shock and does not fade. */
const FOR_GOOD: Lasting = { shock: '', until: -1, keep: 1 };

/** The places of one column, or of one clause of an alliance, are found by their slots: a text for each of them would take much room. */
const groupOf = ({ column, alliance }: Address): string => `${column} ${alliance}`;

/** The place of a site, and where in it the site lies. The saliences of an actor are one place: each depends on the others. */
function addressOf(world: World, site: Site): Address & { offset: number } {
  if ('alliance' in site) return { column: site.field, slot: -1, alliance: site.alliance.id, offset: 0 };
  const { column, slot } = site;
  const offset = column === 'salience' ? slot % world.shape.axes : 0;
  return { column, slot: slot - offset, alliance: '', offset };
}

const standingOf = (world: World, id: string): Alliance | undefined => world.alliances.find((one) => one.id === id);

/** What stands there now; undefined where the alliance is gone. */
function valuesAt(world: World, { column, slot, alliance }: Address): number[] | undefined {
  if (alliance !== '') {
    const standing = standingOf(world, alliance);
    return standing && [readClause(standing, column)];
  }
  const values = world.columns[column as keyof Columns];
  if (column !== 'salience') return [values[slot]!];
  return Array.from(values.subarray(slot, slot + world.shape.axes));
}

/** Cut to a range; −0 becomes 0. */
const clip = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value + 0;

/** A number under so much of a change. The form is exact where all of the change is left, and where nothing is. */
function under({ operation, amount, left }: TemporaryChange, value: number): number {
  if (operation === 'add') return value + amount * left;
  if (operation === 'scale') return value * (1 - left + amount * left);
  return value * (1 - left) + amount * left;
}

/** The column of a place that is one number of a column: most are, and they need no lists. */
function columnOf(world: World, place: Address): Columns[keyof Columns] | undefined {
  return place.alliance === '' && place.column !== 'salience'
    ? world.columns[place.column as keyof Columns]
    : undefined;
}

/** Writes the underlying value under all changes. */
function show(world: World, place: ShockedPlace): void {
  const column = columnOf(world, place);
  if (column) showNumber(world, place, column);
  else showList(world, place);
}

function showNumber(world: World, place: ShockedPlace, column: Columns[keyof Columns]): void {
  const { changes, slot } = place;
  const range = rangeOf(place.column as keyof Columns);
  const low = range[0];
  const high = range[1];
  let value = place.underlying[0]!;
  for (let k = 0; k < changes.length; k++) value = clip(under(changes[k]!, value), low, high);
  column[slot] = value;
  noteChange(world, place.column as keyof Columns);
  // What is read back counts: a number of a pair has 32 bits.
  place.shown[0] = column[slot]!;
}

function showList(world: World, place: ShockedPlace): void {
  const values = place.underlying.slice();
  const [low, high] = limitsOf(place.column, place.alliance !== '');
  for (const change of place.changes) {
    values[change.offset] = clip(under(change, values[change.offset]!), low, high);
    if (place.column === 'salience') normalise(values, 0, values.length);
  }
  if (place.alliance !== '') {
    const standing = standingOf(world, place.alliance);
    if (standing) writeClause(standing, place.column, values[0]!);
  } else {
    world.columns[place.column as keyof Columns].set(values, place.slot);
    noteChange(world, place.column as keyof Columns);
  }
  // What is read back counts: a number of a pair has 32 bits.
  note(place, valuesAt(world, place) ?? values);
}

/** Remembers what stands there. The list is kept: there may be many, and new ones each tick would take several times their room. */
function note({ shown }: ShockedPlace, values: readonly number[]): void {
  for (let k = 0; k < shown.length; k++) shown[k] = values[k]!;
}

/** Multiplies all that makes up a number, so that the number is multiplied. */
function multiply(place: ShockedPlace, offset: number, factor: number): void {
  const [least, most] = limitsOf(place.column, place.alliance !== '');
  place.underlying[offset] = clip(place.underlying[offset]! * factor, least, most);
  for (const change of place.changes)
    if (change.offset === offset && change.operation !== 'scale')
      change.amount = clip(change.amount * factor, -most, most);
}

/** Adds what stays when the shocks are over. */
function addForGood(place: ShockedPlace, offset: number, amount: number): void {
  const last = place.changes.at(-1);
  if (last && last.shock === FOR_GOOD.shock && last.offset === offset) last.amount += amount;
  else place.changes.push(createChange(place, offset, 'add', amount, FOR_GOOD));
}

const createChange = (
  { column, alliance }: Address,
  offset: number,
  operation: Operation,
  amount: number,
  { shock, until, keep, constantHash = constantHashOf(shock, column, alliance, operation) }: Lasting,
): TemporaryChange => ({
  shock,
  operation,
  amount,
  offset,
  left: 1,
  until,
  keep,
  constantHash,
});

/** What a change has in common with one that is made of it. */
const lastingOf = ({ shock, until, keep }: TemporaryChange): Lasting => ({ shock, until, keep });

const isScaled = (place: ShockedPlace, offset: number): boolean =>
  place.changes.some((change) => change.offset === offset && change.operation === 'scale');

/**
 * Takes over what others did to the place since it was last written. Under a scaling what is lost is lost in proportion, and what is
 * gained is gained as it is: a gift to a ruined actor must not come back multiplied.
 */
function settle(world: World, place: ShockedPlace, given?: number[]): void {
  const column = given ? undefined : columnOf(world, place);
  if (column && column[place.slot] === place.shown[0]) return;
  const now = given ?? valuesAt(world, place);
  if (!now) return;
  for (let k = 0; k < now.length; k++) {
    const held = place.shown[k]!;
    if (now[k] === held) continue;
    if (now[k]! < held && now[k]! >= 0 && isScaled(place, k)) multiply(place, k, now[k]! / held);
    else addForGood(place, k, now[k]! - held);
  }
  note(place, now);
}

type Index = NonNullable<World['derived']['shocked']>;

function enter(index: Index, place: ShockedPlace): void {
  const group = groupOf(place);
  const slots = index.get(group);
  if (slots) slots.set(place.slot, place);
  else index.set(group, new Map([[place.slot, place]]));
}

function indexOf(world: World): Index {
  if (world.derived.shocked) return world.derived.shocked;
  const index: Index = new Map();
  for (const place of world.shocked) enter(index, place);
  world.derived.shocked = index;
  return index;
}

const placeOf = (world: World, address: Address): ShockedPlace | undefined =>
  world.shocked.length === 0 ? undefined : indexOf(world).get(groupOf(address))?.get(address.slot);

const isTemporary = ({ shock }: TemporaryChange): boolean => shock !== FOR_GOOD.shock;

function countTemporary({ shocked }: World): number {
  let count = 0;
  for (const { changes } of shocked) for (const change of changes) if (isTemporary(change)) count++;
  return count;
}

/**
 * How often a random shock strikes is known only during the run, and each strike is remembered until it has faded.
 * @throws {RangeError} a sentence that names the shock, where one more change is too many.
 */
function demandRoom(world: World, { changes }: ShockedPlace, shock: string): void {
  world.derived.temporary ??= countTemporary(world);
  const refuse = (what: string, most: number): never => {
    throw new RangeError(
      `tick ${world.tick}: with shock "${shock}" ${what} under more than ${most} temporary changes at once: the run ends there`,
    );
  };
  if (world.derived.temporary >= LIMITS.temporary) refuse('the state is', LIMITS.temporary);
  if (changes.length >= LIMITS.temporaryAtOnePlace) refuse('one number is', LIMITS.temporaryAtOnePlace);
}

export const readSite = (world: World, site: Site): number =>
  'alliance' in site ? readClause(site.alliance, site.field) : world.columns[site.column][site.slot]!;

function writeSite(world: World, site: Site, value: number): void {
  if ('alliance' in site) writeClause(site.alliance, site.field, value);
  else write(world, site.column, site.slot, value);
}

/** What a change makes of a number, before it is cut to its range. */
export const resultOf = (operation: Operation, amount: number, value: number): number =>
  operation === 'set' ? amount : operation === 'add' ? value + amount : value * amount;

/** A setting is read as a multiple of what stood there, unless a shock has hidden all but so small a part of that. */
const TELLING = 1e-3;

/** Changes a number for good: the change stays when temporary ones are over. */
export function changeForGood(world: World, site: Site, operation: Operation, amount: number): void {
  const { offset, ...address } = addressOf(world, site);
  const place = placeOf(world, address);
  if (place) settle(world, place);
  const held = readSite(world, site);
  if (place && operation === 'scale' && place.column !== 'salience') {
    multiply(place, offset, amount);
    show(world, place);
    return;
  }
  writeSite(world, site, resultOf(operation, amount, held));
  if (!place || place.column === 'salience') return;
  const now = readSite(world, site);
  const below = place.underlying[offset]!;
  const isTelling = held >= TELLING * below && below >= TELLING * held && now / held < Infinity && below > 0;
  if (operation === 'set' && isTelling && isScaled(place, offset)) multiply(place, offset, now / held);
  else if (now !== held) addForGood(place, offset, now - held);
  note(place, [now]);
}

/** A quotient; of a number so small that it has none, the largest there is. */
const ratio = (a: number, b: number): number => clip(a / b, -Number.MAX_VALUE, Number.MAX_VALUE);

/** The amount of a change that a number’s range leaves of it. */
function amountWithin(
  operation: Operation,
  amount: number,
  held: number,
  [low, high]: readonly [number, number],
): number {
  const result = resultOf(operation, amount, held);
  const cut = clip(result, low, high);
  if (cut === result) return amount;
  return operation === 'set' ? cut : operation === 'add' ? cut - held : ratio(cut, held);
}

/** Changes a number until the change has faded. Where it changes nothing, nothing is remembered. */
export function changeForATime(world: World, site: Site, operation: Operation, amount: number, lasting: Lasting): void {
  const { offset, column, slot, alliance } = addressOf(world, site);
  const address = { column, slot, alliance };
  const known = placeOf(world, address);
  const now = valuesAt(world, address)!;
  const place: ShockedPlace = known ?? {
    column,
    slot,
    alliance,
    underlying: now,
    shown: now.slice(),
    changes: [],
    fadesFrom: lasting.until,
  };
  demandRoom(world, place, lasting.shock);
  if (known) settle(world, place, now);
  const limits = limitsOf(place.column, place.alliance !== '');
  const given = amountWithin(operation, amount, now[offset]!, limits);
  place.changes.push(createChange(place, offset, operation, given, lasting));
  show(world, place);
  if (areSame(place.shown, now)) {
    place.changes.pop();
    return;
  }
  if (lasting.until < place.fadesFrom) place.fadesFrom = lasting.until;
  world.derived.temporary!++;
  if (known) return;
  enter(indexOf(world), place);
  world.shocked.push(place);
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** A shock with less than this share left is over. */
const SPENT = 1e-3;

/** The share of a change that is left from now on: of a withdrawn shock nothing, of what stays for good all. */
function leftNow({ shock, left, until, keep }: TemporaryChange, tick: number, withdrawn: Withdrawn): number {
  if (withdrawn) return withdrawn.has(shock) ? 0 : left;
  if (tick < until) return left;
  return left * keep < SPENT ? 0 : left * keep;
}

type Withdrawn = ReadonlySet<string> | undefined;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Lets changes fade by one tick; or, where shocks are named, withdraws those and lets none fade.
 * @returns the shocks that now have nothing left anywhere.
 */
export function fadeChanges(world: World, withdrawn?: ReadonlySet<string>): ReadonlySet<string> {
  const { shocked } = world;
  let over: Set<string> | undefined;
  let ended = 0;
  let emptied = 0;
  for (let k = 0; k < shocked.length; k++) {
    const place = shocked[k]!;
    if (world.tick < place.fadesFrom && !withdrawn) continue;
    const here = fadeAt(world, place, withdrawn);
    if (here === 0) continue;
    ended += here;
    over ??= new Set();
    for (const { left, shock } of place.changes) if (left === 0) over.add(shock);
    place.changes = place.changes.filter(({ left }) => left > 0);
    show(world, place);
    if (!place.changes.some(isTemporary)) emptied++;
  }
  if (world.derived.temporary !== undefined) world.derived.temporary -= ended;
  if (emptied > 0) {
    world.shocked = shocked.filter(({ changes }) => changes.some(isTemporary));
    world.derived.shocked = undefined;
  }
  if (!over) return NOTHING;
  for (const { changes } of world.shocked) for (const { shock } of changes) over.delete(shock);
  return over;
}

/** @returns how many changes of the place are over. They are still there. */
function fadeAt(world: World, place: ShockedPlace, withdrawn: Withdrawn): number {
  const { tick } = world;
  let fades = false;
  let isGone = false;
  let ended = 0;
  for (let k = 0; k < place.changes.length; k++) {
    const change = place.changes[k]!;
    const left = leftNow(change, tick, withdrawn);
    if (left === change.left) continue;
    if (!fades) {
      // What others did meanwhile joins the list at its end, and does not fade.
      settle(world, place);
      isGone = place.alliance !== '' && !standingOf(world, place.alliance);
      fades = true;
    }
    change.left = isGone ? 0 : left;
    if (change.left === 0) ended++;
  }
  if (fades && ended === 0) show(world, place);
  return ended;
}

/** A stock grew by a factor: what shocks hide of it grew with it. @param before the stock before. */
export function carryGrowth(world: World, slot: number, before: number, factor: number): void {
  const place = placeOf(world, { column: 'resources', slot, alliance: '' });
  if (!place) return;
  settle(world, place, [before]);
  multiply(place, 0, factor);
  note(place, [world.columns.resources[slot]!]);
}

/** An alliance that split off has the clauses of the one that it came from, and what shocks hold of them. */
export function inheritChanges(world: World, from: string, to: string): void {
  for (const place of world.shocked.filter(({ alliance }) => alliance === from)) {
    const heir = { ...copyPlace(place), alliance: to };
    heir.changes = heir.changes.map((change) => ({
      ...createChange(heir, change.offset, change.operation, change.amount, lastingOf(change)),
      left: change.left,
    }));
    world.shocked.push(heir);
    if (world.derived.shocked) enter(world.derived.shocked, heir);
    world.derived.temporary = undefined;
  }
}

export const copyPlace = (place: ShockedPlace): ShockedPlace => ({
  ...place,
  underlying: place.underlying.slice(),
  shown: place.shown.slice(),
  changes: place.changes.map((change) => ({ ...change })),
});
