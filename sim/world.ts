import { type Alliance, copyAlliance } from './alliance.ts';
import { compare } from './likeness.ts';
import { PARTNER_BIT } from './schema/treaty.ts';

/** How many of its foes an actor keeps in mind; beyond that they count only in its summed threat. */
export const FOES = 8;

/** The size of a world: actors, resource kinds, interest axes, outside threats. */
export interface Shape {
  actors: number;
  resources: number;
  axes: number;
  threats: number;
  measures: number;
  /** Columns that the scenario’s mechanisms write, where all of them say so. */
  live?: readonly (keyof Columns)[] | undefined;
}

/**
 * All numbers of the state. One buffer lies under every column, so that a snapshot is one copy and a digest one pass.
 * Actor columns are float64. Dyad matrices are float32, row-major: half the memory traffic where it counts, and their
 * sources are no better than two digits.
 */
export interface Columns {
  /** Stock of each resource kind, actor-major, in the scenario's unit. */
  resources: Float64Array;
  /** Ideal points, actor-major, [−1, 1]. */
  position: Float64Array;
  /** Axis weights, actor-major; each actor's sum to 1. */
  salience: Float64Array;
  valuation: Float64Array;
  autonomy: Float64Array;
  loyalty: Float64Array;
  horizon: Float64Array;
  /** Extra noise on what the actor sees of others, 0 unless a shock blinds it. */
  disinformation: Float64Array;
  /** Five dimensions, actor-major, [0, 1]. */
  culture: Float64Array;
  /** Overconfidence, confirmation, sunk cost; actor-major. */
  biases: Float64Array;
  /** Share of the scenario's mean strength at load: S_i, without unit. */
  strength: Float64Array;
  /** Flow of the tick that can be spent, in resource units. */
  budget: Float64Array;
  /** Effort pledged to every non-rival treaty at once, resource units a tick. */
  effort: Float64Array;
  /** All effort of the tick, rival treaties included, and its share of the budget it was paid from. */
  spent: Float64Array;
  rate: Float64Array;
  /** Effort of distinct allies that spills in, resource units a tick. */
  spillIn: Float64Array;
  /** β_i: weight of the common defence in its Cobb–Douglas taste, [0, 1). */
  taste: Float64Array;
  /** Cobb–Douglas welfare of the tick. */
  welfare: Float64Array;
  /** Perceived threat θ_i, [0, 1]. */
  threat: Float64Array;
  /** Σ_j hostility of j to i × proximity: a bound on the chance of attack. */
  exposure: Float64Array;
  /** Mean trust that the others place in the actor, [0, 1]. */
  standing: Float64Array;
  /** What the actor expects of its defensive allies, as strength × trust. */
  support: Float64Array;
  /** What the actor’s best move was worth when it last weighed them and did not make it: its way out, where a bargain fails. */
  alternative: Float64Array;
  /** With whom that move would have been made: an actor, or −1. */
  alternativeWith: Float64Array;
  /** What disasters took of each stock in the tick, actor-major, in the scenario's unit. */
  loss: Float64Array;
  /** One more than the tick of an actor’s last change of leader, 0 where there was none. */
  succession: Float64Array;
  /** A player's order: share of the budget, −1 where there is none; and the tick it ends. */
  ordered: Float64Array;
  orderedUntil: Float64Array;
  /** Threat of the foes kept in mind, actor-major, falling. */
  foeThreat: Float64Array;
  /** Who they are: an actor, or actors + threat; −1 for none. */
  foe: Float64Array;
  /** Mean trust between partners, and between all others; 0 where there are none. */
  trustInside: Float64Array;
  trustOutside: Float64Array;
  /** Of the sights of partners that paid in full, the share that took them for defaulters this tick. */
  misperceived: Float64Array;
  /** What the measure phase found this tick, in the order of measures/. */
  metrics: Float64Array;
  /** Outside threats: strength as the actors', hostility and proximity to each actor, threat-major. */
  threatStrength: Float64Array;
  threatHostility: Float64Array;
  threatProximity: Float64Array;
  /** What was said of each actor so far this year, voice × trust; then the voices, and trust and number of unallied pairs. */
  census: Float64Array;
  /** Row i, column j: i’s calculative and relational trust in j, how near they are, and j’s strength as i believes it. */
  calculative: Float32Array;
  relational: Float32Array;
  proximity: Float32Array;
  belief: Float32Array;
  /** Row i, column j: the ill will that j bears i. By whom it is aimed at, since that is who reads it: h_ji stands in i’s row. */
  hostility: Float32Array;
}

/** A shock that will fade: how much of it still stands on one place of the state. */
export interface Residue {
  shock: string;
  /** Where: a column and a slot in it, or a numeric clause of an alliance. */
  column: string;
  slot: number;
  alliance: string;
  /** What an additive change added, or the factor a scaling multiplied by; and the share of it that is left. */
  amount: number;
  scaling: boolean;
  left: number;
  until: number;
  /** Share that is kept each tick after `until`. */
  keep: number;
  /** Hash of its words, for the digest. */
  readonly seal: number;
}

/** A promise broken and not yet made good. */
export interface Grievance {
  by: number;
  to: number;
  since: number;
  /** Share that is not yet repaired, (0, 1]. */
  left: number;
}

export interface World {
  tick: number;
  readonly shape: Shape;
  readonly columns: Columns;
  readonly buffer: ArrayBuffer;
  /** The buffer as words, for the digest. */
  readonly words: Int32Array;
  alliances: Alliance[];
  residues: Residue[];
  grievances: Grievance[];
  /** Scenario parameters as they stand; formulas read them. */
  parameters: Float64Array;
  /** How many alliances were ever founded: keeps ids apart. */
  founded: number;
  /** Ids of dated shocks that someone cancelled. */
  cancelled: string[];
  readonly derived: Derived;
}

/** What follows from the state and is recomputed, never saved. */
export interface Derived {
  /** What i and j owe each other, OR of their treaties' obligation bits. */
  bonds: Uint8Array;
  /** Affinity f_ij in [−1, 1]. */
  affinity: Float32Array;
  /** Mean distance over the five cultural dimensions, in steps of 1/255: finer than any source, and a byte is all that is read. */
  culturalDistance: Uint8Array;
  /** κ_i, weight of relational trust. */
  kappa: Float64Array;
  /** Positions, saliences or cultures changed since the two above were computed. */
  stale: boolean;
  /** Alliances of each actor, as indices into `alliances`. */
  treaties: number[][];
  /** The columns that change and those that do not, where the shape tells them apart; for the digest. */
  live: readonly Int32Array[] | undefined;
  still: readonly Int32Array[];
  /** Digest of those that do not, two words; null when one of them was changed after all. */
  stillness: [number, number] | null;
  /** Disasters may have taken something since the tick began. */
  bled: boolean;
  /** Promises kept and broken this tick, from the crisis that saw them to the trust that answers; empty between ticks. */
  deeds: Deed[];
  /** Sides that won a war this tick, for the trust that grows of it; likewise empty between ticks. */
  comrades: (readonly number[])[];
}

export interface Deed {
  by: number;
  to: number;
  kept: boolean;
  /** It answered a call to arms. */
  called: boolean;
}

/** One entry a column, in the order they lie in the buffer: `wide` makes a float64 one, `narrow` a float32 one, of that length. */
type Laid<W, N> = { [K in keyof Columns]: Columns[K] extends Float64Array ? W : N };

// A literal on purpose: an object that is given its properties by computed name turns into a hash table, and every read of a
// column in every mechanism would look it up there.
function lay<W, N>(shape: Shape, wide: (length: number) => W, narrow: (length: number) => N): Laid<W, N> {
  const { actors: n, resources: m, axes: d, threats: k, measures } = shape;
  return {
    resources: wide(n * m),
    position: wide(n * d),
    salience: wide(n * d),
    valuation: wide(n),
    autonomy: wide(n),
    loyalty: wide(n),
    horizon: wide(n),
    disinformation: wide(n),
    culture: wide(n * 5),
    biases: wide(n * 3),
    strength: wide(n),
    budget: wide(n),
    effort: wide(n),
    spent: wide(n),
    rate: wide(n),
    spillIn: wide(n),
    taste: wide(n),
    welfare: wide(n),
    threat: wide(n),
    exposure: wide(n),
    standing: wide(n),
    support: wide(n),
    alternative: wide(n),
    alternativeWith: wide(n),
    loss: wide(n * m),
    succession: wide(n),
    ordered: wide(n),
    orderedUntil: wide(n),
    foeThreat: wide(n * FOES),
    foe: wide(n * FOES),
    trustInside: wide(1),
    trustOutside: wide(1),
    misperceived: wide(1),
    metrics: wide(measures),
    threatStrength: wide(k),
    threatHostility: wide(k * n),
    threatProximity: wide(k * n),
    census: wide(n + 3),
    calculative: narrow(n * n),
    relational: narrow(n * n),
    hostility: narrow(n * n),
    proximity: narrow(n * n),
    belief: narrow(n * n),
  };
}

/** Bytes of one snapshot of a world of this shape, alliances left out. */
export function bytesOf(shape: Shape): number {
  let bytes = 0;
  const add = (width: number) => (length: number) => {
    bytes += width * length;
  };
  lay(shape, add(8), add(4));
  return Math.ceil(bytes / 8) * 8;
}

/** Views of every column over one buffer of `bytesOf(shape)` bytes. */
export function columnsOver(shape: Shape, buffer: ArrayBuffer): Columns {
  let at = 0;
  const next = (width: number, length: number): number => {
    at += width * length;
    return at - width * length;
  };
  return lay(
    shape,
    (length) => new Float64Array(buffer, next(8, length), length),
    (length) => new Float32Array(buffer, next(4, length), length),
  );
}

/** A world of zeros; `load` writes the scenario's start into it. */
export function createWorld(shape: Shape, parameters: number): World {
  const n = shape.actors;
  const buffer = new ArrayBuffer(bytesOf(shape));
  const columns = columnsOver(shape, buffer);
  const wordsOf = (owned: boolean): Int32Array[] =>
    (Object.keys(columns) as (keyof Columns)[])
      .filter((name) => shape.live?.includes(name) === owned)
      .map((name) => new Int32Array(buffer, columns[name].byteOffset, columns[name].byteLength / 4));
  return {
    tick: 0,
    shape,
    columns,
    buffer,
    words: new Int32Array(buffer),
    alliances: [],
    residues: [],
    grievances: [],
    parameters: new Float64Array(parameters),
    founded: 0,
    cancelled: [],
    derived: {
      bonds: new Uint8Array(n * n),
      affinity: new Float32Array(n * n),
      culturalDistance: new Uint8Array(n * n),
      kappa: new Float64Array(n),
      stale: true,
      live: shape.live && wordsOf(true),
      still: shape.live ? wordsOf(false) : [],
      stillness: null,
      bled: false,
      treaties: Array.from({ length: n }, () => []),
      deeds: [],
      comrades: [],
    },
  };
}

/** All that must be kept to go on from here. */
export interface Snapshot {
  tick: number;
  buffer: ArrayBuffer;
  alliances: Alliance[];
  residues: Residue[];
  grievances: Grievance[];
  parameters: Float64Array;
  founded: number;
  cancelled: string[];
}

export function snapshot(world: World): Snapshot {
  return {
    tick: world.tick,
    buffer: world.buffer.slice(0),
    alliances: world.alliances.map(copyAlliance),
    residues: world.residues.map((residue) => ({ ...residue })),
    grievances: world.grievances.map((grievance) => ({ ...grievance })),
    parameters: world.parameters.slice(),
    founded: world.founded,
    cancelled: world.cancelled.slice(),
  };
}

/** Puts `world` back to the snapshot; the snapshot stays usable. */
export function restore(world: World, from: Snapshot): void {
  new Uint8Array(world.buffer).set(new Uint8Array(from.buffer));
  world.tick = from.tick;
  world.alliances = from.alliances.map(copyAlliance);
  world.residues = from.residues.map((residue) => ({ ...residue }));
  world.grievances = from.grievances.map((grievance) => ({ ...grievance }));
  world.parameters.set(from.parameters);
  world.founded = from.founded;
  world.cancelled = from.cancelled.slice();
  world.derived.stillness = null;
  world.derived.bled = true;
  compare(world);
  bind(world);
}

/** Recomputes who owes whom what from the alliances. */
export function bind(world: World): void {
  const { bonds, treaties } = world.derived;
  bonds.fill(0);
  for (const list of treaties) list.length = 0;
  world.alliances.forEach((alliance, index) => {
    for (const { actor } of alliance.members) treaties[actor]!.push(index);
    addBonds(world, alliance);
  });
}

export function addBonds(world: World, alliance: Alliance): void {
  const n = world.shape.actors;
  const { bonds } = world.derived;
  for (const { actor: a } of alliance.members)
    for (const { actor: b } of alliance.members) if (a !== b) bonds[a * n + b]! |= bondBetween(alliance, a, b);
}

/** Whether two members owe each other what the treaty says: in a hub only where one of them is its leader. */
export const areBound = ({ clauses, leader }: Alliance, a: number, b: number): boolean =>
  clauses.structure !== 'hub' || leader < 0 || a === leader || b === leader;

/** What a treaty makes two of its members owe each other; the spokes of a hub only sit at one table. */
export const bondBetween = (alliance: Alliance, a: number, b: number): number =>
  areBound(alliance, a, b) ? alliance.bond : PARTNER_BIT;

/** The part of the danger that i feels which comes from those whom a scope names; all of it where the scope names nobody. */
export function relevanceOf({ columns: { foe, foeThreat } }: World, i: number, scope: readonly number[]): number {
  if (scope.length === 0) return 1;
  let named = 0;
  let all = 0;
  for (let f = i * FOES; f < (i + 1) * FOES && foe[f]! >= 0; f++) {
    all += foeThreat[f]!;
    if (scope.includes(foe[f]!)) named += foeThreat[f]!;
  }
  return all > 0 ? named / all : 0;
}
