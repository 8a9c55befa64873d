import { quoted } from '../exact/quoted.ts';
import { MOST } from '../schema/common.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Target } from '../schema/shock.ts';
import type { Alliance } from './alliance.ts';
import { type Columns, isLive } from './columns.ts';
import type { World } from './state.ts';

/** One number of the state that can be changed from outside. */
export interface StatePlace {
  column: keyof Columns;
  slot: number;
  /** The actor that it belongs to, for formulas; −1 for a threat’s number. */
  actor: number;
}

/** The numbers that one change affects: slots of one column, and the actor of each. Typed lists, since they may be millions. */
export interface StatePlaces {
  column: keyof Columns;
  slots: Int32Array;
  actors: Int32Array;
}

/** Lowest and highest value that a changed column may take; values beyond are clipped. */
const RANGE = new Map<keyof Columns, readonly [number, number]>([
  ['resources', [0, MOST]],
  ['position', [-1, 1]],
  ['salience', [0, MOST]],
  ['valuation', [1e-9, MOST]],
  ['threatStrength', [0, MOST]],
  ['disinformation', [0, 10]],
]);
const UNIT_RANGE = [0, 1] as const;
export const rangeOf = (column: keyof Columns): readonly [number, number] => RANGE.get(column) ?? UNIT_RANGE;

const ACTOR_FIELDS = new Set<keyof Columns>(['valuation', 'autonomy', 'loyalty', 'horizon', 'disinformation']);
const DYAD_FIELDS = new Set<keyof Columns>(['calculative', 'relational', 'hostility', 'proximity']);
export const CULTURE = [
  'powerDistance',
  'individualism',
  'uncertaintyAvoidance',
  'context',
  'timeOrientation',
] as const;
export const BIASES = ['overconfidence', 'confirmation', 'sunkCost'] as const;

/** Numeric clauses that a shock or a person may change, and their highest value. */
export const CLAUSE_LIMITS = new Map([
  ['formality', 1],
  ['targetRate', 1],
  ['publicness', 1],
  ['monitoring', 1],
  ['communication', 1],
  ['sanction', 10],
  ['exitNotice', 100],
]);

export const idsNamed = (who: 'all' | string[], known: ReadonlyMap<string, number>): string[] =>
  who === 'all' ? [...known.keys()] : who;

/**
 * The places of the state that a change affects; undefined where it affects none but clauses of alliances.
 * @throws {Error} a clause naming the unknown id or field.
 */
export function placesOf(names: IdIndex, target: Target, field: string): StatePlaces | undefined {
  if ('actors' in target)
    return listed(idsNamed(target.actors, names.actors).map((id) => actorPlace(names, id, field)));
  if ('dyads' in target) return listed(target.dyads.flatMap(({ from, to }) => dyadPlaces(names, from, to, field)));
  if ('among' in target) return placesAmong(names, idsNamed(target.among, names.actors), field);
  if ('threats' in target)
    return listed(idsNamed(target.threats, names.threats).flatMap((id) => threatPlaces(names, id, field)));
  if (!CLAUSE_LIMITS.has(field))
    throw new Error(`unknown field ${quoted(field)} of an alliance (known: ${[...CLAUSE_LIMITS.keys()].join(', ')})`);
  return undefined;
}

const listed = (places: readonly StatePlace[]): StatePlaces | undefined =>
  places[0] && {
    column: places[0].column,
    slots: Int32Array.from(places, ({ slot }) => slot),
    actors: Int32Array.from(places, ({ actor }) => actor),
  };

/** Every ordered pair of these actors. */
function placesAmong(names: IdIndex, ids: readonly string[], field: string): StatePlaces | undefined {
  const members = ids.map((id) => find(names.actors, id, 'actor'));
  if (members.length < 2) return undefined;
  const { column } = pairPlace(names, members[0]!, members[1]!, field);
  const count = members.length * (members.length - 1);
  const slots = new Int32Array(count);
  const actors = new Int32Array(count);
  let k = 0;
  for (const actor of members)
    for (const other of members) {
      if (actor === other) continue;
      slots[k] = pairSlot(names, actor, other, field);
      actors[k++] = actor;
    }
  return { column, slots, actors };
}

export function find(known: ReadonlyMap<string, number>, id: string, what: string): number {
  const index = known.get(id);
  if (index === undefined) throw new Error(`unknown ${what} ${quoted(id)}`);
  return index;
}

export function actorPlace(names: IdIndex, id: string, field: string): StatePlace {
  const actor = find(names.actors, id, 'actor');
  const [head, tail] = splitField(field);
  if (tail === undefined) {
    if (ACTOR_FIELDS.has(head as keyof Columns)) return { column: head as keyof Columns, slot: actor, actor };
  } else if (head === 'resources')
    return { column: 'resources', slot: actor * names.resources.size + find(names.resources, tail, 'resource'), actor };
  else if (head === 'position' || head === 'salience')
    return { column: head, slot: actor * names.axes.size + find(names.axes, tail, 'interest axis'), actor };
  else if (head === 'culture')
    return { column: 'culture', slot: actor * 5 + position(CULTURE, tail, 'dimension of culture'), actor };
  else if (head === 'biases') return { column: 'biases', slot: actor * 3 + position(BIASES, tail, 'bias'), actor };
  throw new Error(`unknown field ${quoted(field)} of an actor`);
}

function dyadPlaces(names: IdIndex, from: string, to: string, field: string): StatePlace[] {
  const there = dyadPlace(names, from, to, field);
  // Proximity is one number for both directions.
  return field === 'proximity' ? [there, dyadPlace(names, to, from, field)] : [there];
}

export function dyadPlace(names: IdIndex, from: string, to: string, field: string): StatePlace {
  const actor = find(names.actors, from, 'actor');
  const other = find(names.actors, to, 'actor');
  if (actor === other) throw new Error(`"${from}" is on both sides of a dyad`);
  return pairPlace(names, actor, other, field);
}

function pairPlace(names: IdIndex, actor: number, other: number, field: string): StatePlace {
  if (!DYAD_FIELDS.has(field as keyof Columns))
    throw new Error(`unknown field ${quoted(field)} of a dyad (known: ${[...DYAD_FIELDS].join(', ')})`);
  return { column: field as keyof Columns, slot: pairSlot(names, actor, other, field), actor };
}

/** Ill will is stored in the row of its target. */
const pairSlot = ({ actors: { size } }: IdIndex, actor: number, other: number, field: string): number =>
  field === 'hostility' ? other * size + actor : actor * size + other;

export function threatPlaces(names: IdIndex, id: string, field: string): StatePlace[] {
  const threat = find(names.threats, id, 'threat');
  const [head, tail] = splitField(field);
  if (field === 'strength') return [{ column: 'threatStrength', slot: threat, actor: -1 }];
  const column = head === 'hostility' ? 'threatHostility' : head === 'proximity' ? 'threatProximity' : undefined;
  if (!column) throw new Error(`unknown field ${quoted(field)} of a threat (known: strength, hostility, proximity)`);
  const actors = tail === undefined ? [...names.actors.values()] : [find(names.actors, tail, 'actor')];
  return actors.map((actor) => ({ column, slot: threat * names.actors.size + actor, actor }));
}

function splitField(field: string): [string, string | undefined] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field, undefined] : [field.slice(0, dot), field.slice(dot + 1)];
}

function position(list: readonly string[], name: string, what: string): number {
  const index = list.indexOf(name);
  if (index < 0) throw new Error(`unknown ${what} ${quoted(name)} (known: ${list.join(', ')})`);
  return index;
}

/** To be called after a column was changed by something that is no mechanism that owns it. */
export function noteChange({ shape, derived }: World, column: keyof Columns): void {
  if (column === 'position' || column === 'salience' || column === 'culture') derived.stale = true;
  if (isLive(shape, column)) return;
  derived.constantHash = null;
  derived.unread = true;
}

/** Writes one number of the state, clipped to its range, and marks what must be recomputed. */
export function write(world: World, column: keyof Columns, slot: number, value: number): void {
  const [low, high] = rangeOf(column);
  // −0 becomes 0.
  world.columns[column][slot] = value < low ? low : value > high ? high : value + 0;
  noteChange(world, column);
  if (column === 'salience') normaliseSalience(world, Math.floor(slot / world.shape.axes));
}

/** Rescales an actor's saliences to sum to 1; equal where all are 0. */
export function normaliseSalience({ shape: { axes }, columns: { salience } }: World, actor: number): void {
  normalise(salience, actor * axes, (actor + 1) * axes);
}

/** The same for any list, from `from` up to `to`. */
export function normalise(values: number[] | Float64Array, from: number, to: number): void {
  let sum = 0;
  for (let k = from; k < to; k++) sum += values[k]!;
  for (let k = from; k < to; k++) values[k] = sum > 0 ? values[k]! / sum : 1 / (to - from);
}

/** Lowest and highest value of a number that may be changed: one of a column, or a numeric clause. */
export const limitsOf = (column: string, isClause: boolean): readonly [number, number] =>
  isClause ? [0, CLAUSE_LIMITS.get(column) ?? 1] : rangeOf(column as keyof Columns);

/** A numeric clause of an alliance, read and written by name. */
export function readClause(alliance: Alliance, field: string): number {
  return alliance.clauses[field as 'formality'];
}
export function writeClause(alliance: Alliance, field: string, value: number): void {
  const [low, high] = limitsOf(field, true);
  const cut = value < low ? low : value > high ? high : value;
  alliance.clauses[field as 'formality'] = cut;
}

/** What the path of a `set` intervention refers to: places of the state, a clause of an alliance, or a parameter. */
export type StateSetting = { places: StatePlace[] } | { alliance: string; field: string } | { parameter: number };

/**
 * Parses `actors.GER.autonomy`, `dyads.GER.FRA.hostility`, `threats.RUS.strength`, `alliances.ID.formality`, `parameters.p`.
 * Alliances come and go, so whether the named one exists is known only at the tick.
 * @throws {Error} a clause naming the unknown id or field.
 */
export function settingOf(names: IdIndex, parameterNames: readonly string[], path: string): StateSetting {
  const [room, id = '', ...rest] = path.split('.');
  const field = rest.join('.');
  switch (room) {
    case 'actors':
      return { places: [actorPlace(names, id, field)] };
    case 'dyads': {
      const [to = '', ...tail] = rest;
      return { places: dyadPlaces(names, id, to, tail.join('.')) };
    }
    case 'threats':
      return { places: threatPlaces(names, id, field) };
    case 'alliances':
      if (!CLAUSE_LIMITS.has(field))
        throw new Error(
          `unknown field ${quoted(field)} of an alliance (known: ${[...CLAUSE_LIMITS.keys()].join(', ')})`,
        );
      return { alliance: id, field };
    case 'parameters': {
      const parameter = parameterNames.indexOf(id);
      if (parameter < 0) throw new Error(`unknown parameter ${quoted(id)}`);
      return { parameter };
    }
    default:
      throw new Error(`unknown path ${quoted(path)} (it begins with actors, dyads, threats, alliances or parameters)`);
  }
}
