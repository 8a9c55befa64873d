import { LIMITS } from '../schema/common.ts';
import {
  addForGood,
  clip,
  copyPlace,
  createChange,
  enter,
  FOR_GOOD,
  indexOf,
  isScaled,
  type Lasting,
  lastingOf,
  multiply,
  note,
  type Operation,
  placeAddress,
  placeOf,
  type Site,
  show,
  standingOf,
  takeOver,
  valuesAt,
} from './shocked-place.ts';
import type { ShockedPlace, TemporaryChange, World } from './state.ts';
import { limitsOf, readClause, write, writeClause } from './state-path.ts';

// What shocks, persons and mechanisms may do to a number that is changed for a time. How such a place keeps its books is in
// shocked-place.ts.

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
  const address = placeAddress(world, site);
  const { offset } = address;
  const place = placeOf(world, address);
  if (place) takeOver(world, place);
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
  const address = placeAddress(world, site);
  const { offset, column, slot, alliance } = address;
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
  if (known) takeOver(world, place, now);
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
      takeOver(world, place);
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
  takeOver(world, place, [before]);
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
