import type { Existence } from './spell.ts';

/** Number of foes that an actor tracks individually; the others count only in its summed threat. */
export const FOES = 8;

/** The size of a world: actors, resource kinds, interest axes, outside threats. */
export interface WorldSize {
  actors: number;
  resources: number;
  axes: number;
  threats: number;
  measures: number;
}

/** The size of a world, who writes in it, and who exists when. */
export interface Shape extends WorldSize {
  /** Absent where every actor exists throughout. */
  existence?: Existence;
  /** The columns that the engine’s own mechanisms write in this scenario. */
  live: ReadonlySet<keyof Columns>;
  /** Whether a mechanism of a library’s user runs too, and whether it may write columns beside those. */
  foreign: boolean;
  unowned: boolean;
}

/**
 * All numbers of the state. All columns share one buffer, so that a snapshot is one copy and a digest one pass. Actor columns are
 * float64. Dyad matrices are float32, row-major: half the memory traffic where it matters, and their sources have no more than two
 * significant digits.
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
  /** Additional noise in the actor's observation of others, 0 unless a shock causes it. */
  disinformation: Float64Array;
  /** Five dimensions, actor-major, [0, 1]. */
  culture: Float64Array;
  /** Overconfidence, confirmation, sunk cost; actor-major. */
  biases: Float64Array;
  /** Strength S_i in units of the scenario's mean strength at load. */
  strength: Float64Array;
  /** What can be spent in the tick, in resource units. */
  budget: Float64Array;
  /** Effort pledged to every non-rival treaty at once, resource units a tick. */
  effort: Float64Array;
  /** All effort of the tick, rival treaties included, and that effort as a share of the budget that paid it. */
  spent: Float64Array;
  rate: Float64Array;
  /** Effort of distinct allies that spills in, resource units a tick. */
  spillIn: Float64Array;
  /** β_i: Cobb–Douglas weight of the common defence, [0, 1). */
  taste: Float64Array;
  /** Cobb–Douglas welfare of the tick. */
  welfare: Float64Array;
  /** Perceived threat θ_i, [0, 1]. */
  threat: Float64Array;
  /** Σ_j hostility of j to i × proximity: an upper bound for the hazard of attack. */
  exposure: Float64Array;
  /** Mean trust that the others place in the actor, [0, 1]. */
  standing: Float64Array;
  /** Expected support of the actor's defensive allies: Σ strength × trust. */
  support: Float64Array;
  /**
   * Outside option: the worth of the best move that the actor last evaluated and did not make. It applies where a bargain fails.
   */
  outsideOption: Float64Array;
  /** The partner of that move: an actor, or −1. */
  outsideOptionPartner: Float64Array;
  /** Loss of each stock by disasters in the tick, actor-major, in the scenario's unit. */
  loss: Float64Array;
  /** Tick of the actor’s last change of leader, plus one; 0 where there was none. */
  succession: Float64Array;
  /** A person's decision on effort: share of the budget, −1 where there is none; and the tick at which it ends. */
  ordered: Float64Array;
  orderedUntil: Float64Array;
  /** Threat of the tracked foes, actor-major, descending. */
  foeThreat: Float64Array;
  /** The tracked foes: an actor, or number of actors + threat; −1 for none. */
  foe: Float64Array;
  /** Mean trust between partners, and between all others; 0 where there are none. */
  trustInside: Float64Array;
  trustOutside: Float64Array;
  /** Share of the observations of fully paying partners that took them for defaulters this tick. */
  misperceived: Float64Array;
  /** Metrics of this tick's measure phase, in the order of measures/. */
  metrics: Float64Array;
  /** Outside threats: strength in the actors' unit, hostility and proximity to each actor, threat-major. */
  threatStrength: Float64Array;
  threatHostility: Float64Array;
  threatProximity: Float64Array;
  /**
   * Yearly census: sums of opinion × weight about each actor so far, then of the weights, then trust and number of unallied pairs.
   */
  census: Float64Array;
  /** Row i, column j: i’s calculative and relational trust in j, their proximity, and j’s strength as i believes it. */
  calculative: Float32Array;
  relational: Float32Array;
  proximity: Float32Array;
  belief: Float32Array;
  /** Row i, column j: the ill will of j toward i. Stored by target, since the target reads it: h_ji stands in i’s row. */
  hostility: Float32Array;
}

/** One entry for each column, in buffer order: `wide` makes a float64 column of that length, `narrow` a float32 column. */
type Laid<W, N> = { [K in keyof Columns]: Columns[K] extends Float64Array ? W : N };

// What is given stands at both ends of the buffer, so that all that changes is one range of it; and what can grow without bound, from
// resources to census, is one range of that.
// A literal on purpose: an object whose properties are set by computed name becomes a hash table, and every read of a column in
// every mechanism would be a lookup.
function lay<W, N>(size: WorldSize, wide: (length: number) => W, narrow: (length: number) => N): Laid<W, N> {
  const { actors: n, resources: m, axes: d, threats: k, measures } = size;
  return {
    position: wide(n * d),
    salience: wide(n * d),
    valuation: wide(n),
    autonomy: wide(n),
    loyalty: wide(n),
    horizon: wide(n),
    disinformation: wide(n),
    culture: wide(n * 5),
    biases: wide(n * 3),
    threatHostility: wide(k * n),
    threatProximity: wide(k * n),
    resources: wide(n * m),
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
    outsideOption: wide(n),
    outsideOptionPartner: wide(n),
    loss: wide(n * m),
    succession: wide(n),
    ordered: wide(n),
    orderedUntil: wide(n),
    trustInside: wide(1),
    trustOutside: wide(1),
    misperceived: wide(1),
    metrics: wide(measures),
    threatStrength: wide(k),
    census: wide(n + 3),
    foeThreat: wide(n * FOES),
    foe: wide(n * FOES),
    calculative: narrow(n * n),
    relational: narrow(n * n),
    hostility: narrow(n * n),
    belief: narrow(n * n),
    proximity: narrow(n * n),
  };
}

const NO_SHAPE: WorldSize = { actors: 0, resources: 0, axes: 0, threats: 0, measures: 0 };

/** Every column, in the order of the buffer. */
export const COLUMN_NAMES = Object.keys(lay(NO_SHAPE, Number, Number)) as readonly (keyof Columns)[];

/** What an actor, a threat or a pair is, rather than has or does. Only shocks, settings and mechanisms that name them change these. */
const GIVEN: ReadonlySet<keyof Columns> = new Set([
  'position',
  'salience',
  'valuation',
  'autonomy',
  'loyalty',
  'horizon',
  'disinformation',
  'culture',
  'biases',
  'threatHostility',
  'threatProximity',
  'proximity',
]);

const BOUNDED: ReadonlySet<keyof Columns> = new Set([
  'foe',
  'foeThreat',
  'calculative',
  'relational',
  'hostility',
  'belief',
]);

/** Whether a column that mechanisms write may hold numbers of any size. */
export const mayGrow = (column: keyof Columns): boolean => !GIVEN.has(column) && !BOUNDED.has(column);

/** All others: what the mechanisms of a tick may write, where they declare no narrower list. */
export const CHANGING_COLUMNS: readonly (keyof Columns)[] = COLUMN_NAMES.filter((name) => !GIVEN.has(name));

/** Whether the mechanisms of a world write this column. */
export const isLive = ({ live }: Shape, column: keyof Columns): boolean => live.has(column);

/** Bytes of one snapshot of a world of this shape, without alliances. */
export function bytesOf(size: WorldSize): number {
  let bytes = 0;
  const add = (width: number) => (length: number) => {
    bytes += width * length;
  };
  lay(size, add(8), add(4));
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

/** Some columns of one buffer as ranges of bytes, in its order and as few as can be: what stands side by side is one. */
export function rangesOf(
  columns: Columns,
  isIn: (name: keyof Columns) => boolean,
): readonly (readonly [number, number])[] {
  const ranges: [from: number, end: number][] = [];
  for (const name of COLUMN_NAMES) {
    const { byteOffset, byteLength } = columns[name];
    if (byteLength === 0 || !isIn(name)) continue;
    const last = ranges.at(-1);
    if (last && last[1] === byteOffset) last[1] += byteLength;
    else ranges.push([byteOffset, byteOffset + byteLength]);
  }
  return ranges;
}
