import { greatest, withoutRounding } from './core.ts';
import { simplex } from './simplex.ts';

/** Players up to which the linear programmes, some 2ⁿ columns each, stay small. */
export const NUCLEOLUS_PLAYERS = 10;

/** A dual weight above this share of the total counts as positive. */
const WEIGHT = 1e-9;

/**
 * Linear equations that the shares must satisfy, in reduced form: each has a 1 in a column where all others have 0. The last
 * number is the right-hand side.
 */
type Equations = { pivot: number; line: Float64Array }[];

/**
 * The nucleolus: the imputation that maximises the least excess of any coalition, then the next, and so on (Schmeidler 1969).
 * Found by a sequence of linear programmes (Maschler, Peleg & Shapley 1979), each solved in its dual form. A coalition of
 * positive dual weight has the least excess in every solution, so each programme adds at least one equation.
 * @param worth 2ⁿ numbers by mask.
 * @returns a share for each player. The list is empty where the singletons are together worth more than the grand coalition, so
 * that no imputation exists, or where the worths differ so much in size that rounding hides which coalitions are worst off.
 */
export function nucleolus(players: number, worth: Float64Array): number[] {
  if (players > NUCLEOLUS_PLAYERS)
    throw new RangeError(`The nucleolus of more than ${NUCLEOLUS_PLAYERS} players is not computed`);
  const unit = greatest(worth);
  const v = worth.map((x) => x / unit);
  const all = v.length - 1;
  let alone = 0;
  for (let i = 0; i < players; i++) alone += v[1 << i]!;
  if (alone > v[all]! + 1e-12) return [];
  // Rounding may make the singletons together worth slightly too much; without this correction no imputation would exist.
  const over = Math.max(0, alone - v[all]!) / players;
  for (let i = 0; i < players; i++) v[1 << i] = v[1 << i]! - over;
  const known: Equations = [];
  add(known, players, all, v[all]!);
  while (known.length < players) if (!narrow(known, players, v)) return [];
  const x = new Array<number>(players).fill(0);
  for (const { pivot, line } of known) x[pivot] = withoutRounding(line[players]! * unit, unit);
  return x;
}

/**
 * Finds the largest possible least excess over the coalitions still open, and adds an equation for each coalition that has this
 * excess in every solution.
 * @returns whether an equation was added.
 */
function narrow(known: Equations, n: number, v: Float64Array): boolean {
  const open: number[] = [];
  for (let set = 1; set < v.length - 1; set++) if (remainder(known, n, set, 0)) open.push(set);
  const single = Array.from({ length: n }, (_, i) => 1 << i).filter((set) => remainder(known, n, set, 0));
  const width = open.length + single.length + 2 * known.length;
  const rows = Array.from({ length: n + 1 }, () => new Float64Array(width));
  const cost = new Float64Array(width);
  [...open, ...single].forEach((set, j) => {
    if (j < open.length) rows[n]![j] = 1;
    for (let i = 0; i < n; i++) if ((set >> i) & 1) rows[i]![j] = -1;
    cost[j] = -v[set]!;
  });
  known.forEach(({ line }, k) => {
    const j = open.length + single.length + 2 * k;
    for (let i = 0; i < n; i++) {
      rows[i]![j] = line[i]!;
      rows[i]![j + 1] = -line[i]!;
    }
    cost[j] = line[n]!;
    cost[j + 1] = -line[n]!;
  });
  const right = new Float64Array(n + 1);
  right[n] = 1;
  const found = simplex({ rows, right, cost });
  if (!found) return false;
  const { y, cost: excess } = found;
  const before = known.length;
  open.forEach((set, j) => {
    if (y[j]! > WEIGHT) add(known, n, set, v[set]! + excess);
  });
  single.forEach((set, j) => {
    if (y[open.length + j]! > WEIGHT) add(known, n, set, v[set]!);
  });
  return known.length > before;
}

/** The rest of a coalition's equation after the known equations are eliminated; undefined where they already imply it. */
function remainder(known: Equations, n: number, set: number, value: number): Float64Array | undefined {
  const line = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) line[i] = (set >> i) & 1;
  line[n] = value;
  for (const { pivot, line: other } of known) {
    const times = line[pivot]!;
    if (times !== 0) for (let i = 0; i <= n; i++) line[i] = line[i]! - times * other[i]!;
  }
  for (let i = 0; i < n; i++) if (Math.abs(line[i]!) > 1e-9) return line;
  return undefined;
}

function add(known: Equations, n: number, set: number, value: number): void {
  const line = remainder(known, n, set, value);
  if (!line) return;
  let pivot = 0;
  for (let i = 1; i < n; i++) if (Math.abs(line[i]!) > Math.abs(line[pivot]!)) pivot = i;
  const unit = line[pivot]!;
  for (let i = 0; i <= n; i++) line[i] = line[i]! / unit;
  for (const { line: other } of known) {
    const times = other[pivot]!;
    if (times !== 0) for (let i = 0; i <= n; i++) other[i] = other[i]! - times * line[i]!;
  }
  known.push({ pivot, line });
}
