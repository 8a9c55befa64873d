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
  outsideOption: Float64Array;
  /** With whom that move would have been made: an actor, or −1. */
  outsideOptionPartner: Float64Array;
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
    outsideOption: wide(n),
    outsideOptionPartner: wide(n),
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

const NO_SHAPE: Shape = { actors: 0, resources: 0, axes: 0, threats: 0, measures: 0 };

/** Every column, in the order they lie in the buffer. */
export const COLUMN_NAMES = Object.keys(lay(NO_SHAPE, Number, Number)) as readonly (keyof Columns)[];

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
