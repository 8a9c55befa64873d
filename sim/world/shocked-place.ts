import { hashAsNumber } from '../exact/hash.ts';
import type { Alliance } from './alliance.ts';
import type { Columns } from './columns.ts';
import type { ShockedPlace, TemporaryChange, World } from './state.ts';
import { limitsOf, normalise, noteChange, rangeOf, readClause, writeClause } from './state-path.ts';

// A temporary change is undone by remembering what stands below it, never by the reverse operation: to divide by the factor of a
// scaling gives another number, or none for a factor of 0. What stands at a place is its underlying value with the changes applied
// in their order, each by the share of it that is left. Once all are over it is the underlying value, to the bit.

/** Where a number stands: a slot of a column, or a numeric clause of an alliance in force. */
export type Site =
  | { readonly column: keyof Columns; readonly slot: number }
  | { readonly alliance: Alliance; readonly field: string };

export type Operation = TemporaryChange['operation'];
type Address = Pick<ShockedPlace, 'column' | 'slot' | 'alliance'>;

/**
 * The shock of a change, the tick from which it fades, and the share of it that each tick then keeps; the hash of what never changes,
 * where it is the same at many places.
 */
export type Lasting = Pick<TemporaryChange, 'shock' | 'until' | 'keep'> & { constantHash?: number | undefined };

export const constantHashOf = (shock: string, column: string, alliance: string, operation: Operation): number =>
  hashAsNumber(shock, column, alliance, operation);

/** Stands for what mechanisms and persons add meanwhile, which belongs to no shock and does not fade. */
export const FOR_GOOD: Lasting = { shock: '', until: -1, keep: 1 };

/** The places of one column, or of one clause of an alliance, are found by their slots: a text for each of them would take much room. */
const groupOf = ({ column, alliance }: Address): string => (alliance === '' ? column : `${column} ${alliance}`);

/** The place of a site, and where in it the site lies. The saliences of an actor are one place: each depends on the others. */
export function placeAddress(world: World, site: Site): Address & { offset: number } {
  if ('alliance' in site) return { column: site.field, slot: -1, alliance: site.alliance.id, offset: 0 };
  const { column, slot } = site;
  const offset = column === 'salience' ? slot % world.shape.axes : 0;
  return { column, slot: slot - offset, alliance: '', offset };
}

export const standingOf = (world: World, id: string): Alliance | undefined =>
  world.alliances.find((one) => one.id === id);

/** What stands there now; undefined where the alliance is gone. */
export function valuesAt(world: World, { column, slot, alliance }: Address): number[] | undefined {
  if (alliance !== '') {
    const standing = standingOf(world, alliance);
    return standing && [readClause(standing, column)];
  }
  const values = world.columns[column as keyof Columns];
  if (column !== 'salience') return [values[slot]!];
  return Array.from(values.subarray(slot, slot + world.shape.axes));
}

/** Cut to a range; −0 becomes 0. */
export const clip = (value: number, low: number, high: number): number =>
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
export function show(world: World, place: ShockedPlace): void {
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
export function note({ shown }: ShockedPlace, values: readonly number[]): void {
  for (let k = 0; k < shown.length; k++) shown[k] = values[k]!;
}

/** Multiplies all that makes up a number, so that the number is multiplied. */
export function multiply(place: ShockedPlace, offset: number, factor: number): void {
  const [least, most] = limitsOf(place.column, place.alliance !== '');
  place.underlying[offset] = clip(place.underlying[offset]! * factor, least, most);
  for (const change of place.changes)
    if (change.offset === offset && change.operation !== 'scale')
      change.amount = clip(change.amount * factor, -most, most);
}

/** Adds what stays when the shocks are over. */
export function addForGood(place: ShockedPlace, offset: number, amount: number): void {
  const last = place.changes.at(-1);
  if (last && last.shock === FOR_GOOD.shock && last.offset === offset) last.amount += amount;
  else place.changes.push(createChange(place, offset, 'add', amount, FOR_GOOD));
}

export const createChange = (
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
export const lastingOf = ({ shock, until, keep }: TemporaryChange): Lasting => ({ shock, until, keep });

export const isScaled = (place: ShockedPlace, offset: number): boolean =>
  place.changes.some((change) => change.offset === offset && change.operation === 'scale');

/**
 * Takes over what others did to the place since it was last written. Under a scaling what is lost is lost in proportion, and what is
 * gained is gained as it is: a gift to a ruined actor must not come back multiplied.
 */
export function takeOver(world: World, place: ShockedPlace, given?: number[]): void {
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

export function enter(index: Index, place: ShockedPlace): void {
  const group = groupOf(place);
  const slots = index.get(group);
  if (slots) slots.set(place.slot, place);
  else index.set(group, new Map([[place.slot, place]]));
}

export function indexOf(world: World): Index {
  if (world.derived.shocked) return world.derived.shocked;
  const index: Index = new Map();
  for (const place of world.shocked) enter(index, place);
  world.derived.shocked = index;
  return index;
}

export const placeOf = (world: World, address: Address): ShockedPlace | undefined =>
  world.shocked.length === 0 ? undefined : indexOf(world).get(groupOf(address))?.get(address.slot);

export const copyPlace = (place: ShockedPlace): ShockedPlace => ({
  ...place,
  underlying: place.underlying.slice(),
  shown: place.shown.slice(),
  changes: place.changes.map((change) => ({ ...change })),
});
