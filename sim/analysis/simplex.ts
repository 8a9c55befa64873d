/** A linear programme in standard form: minimise cost · y subject to A y = b and y ≥ 0. */
export interface Programme {
  /** Row-major. */
  rows: readonly Float64Array[];
  right: Float64Array;
  cost: Float64Array;
}

export interface Optimum {
  cost: number;
  y: Float64Array;
  /** Shadow prices: the change of the cost for one more unit of each right-hand side, which solve the dual programme. */
  prices: Float64Array;
}

/** Numbers below this count as 0; the entries of the programmes here are about 1. */
const NOTHING = 1e-10;
const MOST_PIVOTS = 20_000;

interface Tableau {
  /** Columns: the variables, then one artificial variable a row, then the right-hand side. */
  body: Float64Array[];
  basis: Int32Array;
  variables: number;
  columns: number;
}

/**
 * The two-phase simplex method (Dantzig 1951), for a few rows and some thousand columns.
 * @returns undefined where no point is feasible, where the cost is unbounded, or where the limit on pivots is reached.
 */
export function simplex({ rows, right, cost }: Programme): Optimum | undefined {
  const variables = cost.length;
  const columns = variables + rows.length;
  const signs = right.map((x) => (x < 0 ? -1 : 1));
  const body = rows.map((row, r) => {
    const line = new Float64Array(columns + 1);
    for (let j = 0; j < variables; j++) line[j] = signs[r]! * row[j]!;
    line[variables + r] = 1;
    line[columns] = signs[r]! * right[r]!;
    return line;
  });
  const tableau = { body, basis: Int32Array.from(rows, (_, r) => variables + r), variables, columns };
  const artificial = new Float64Array(columns).fill(1, variables);
  const misfit = descend(tableau, artificial, columns);
  if (!misfit || misfit[columns]! < -1e-7) return undefined;
  expel(tableau);
  const whole = new Float64Array(columns);
  whole.set(cost);
  const reduced = descend(tableau, whole, variables);
  if (!reduced) return undefined;
  const y = new Float64Array(variables);
  tableau.basis.forEach((j, r) => {
    if (j < variables) y[j] = body[r]![columns]!;
  });
  const prices = Float64Array.from(rows, (_, r) => -reduced[variables + r]! * signs[r]!);
  return { cost: -reduced[columns]!, y, prices };
}

/**
 * Pivots until no column below `enterable` lowers the cost.
 * @returns the reduced costs, with the negated cost last; undefined where the cost is unbounded.
 */
function descend(tableau: Tableau, cost: Float64Array, enterable: number): Float64Array | undefined {
  const { body, basis, columns } = tableau;
  const reduced = new Float64Array(columns + 1);
  reduced.set(cost);
  body.forEach((line, r) => {
    take(reduced, line, cost[basis[r]!]!);
  });
  for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
    // Starts with the steepest column. Later takes the first eligible one, since that rule cannot cycle (Bland 1977).
    const column = entering(reduced, enterable, pivots < MOST_PIVOTS / 4);
    if (column < 0) return reduced;
    const row = leaving(tableau, column);
    if (row < 0) return undefined;
    pivot(tableau, row, column);
    take(reduced, body[row]!, reduced[column]!);
  }
  return undefined;
}

function entering(reduced: Float64Array, enterable: number, steepest: boolean): number {
  let found = -1;
  let least = -NOTHING;
  for (let j = 0; j < enterable; j++) {
    if (reduced[j]! >= least) continue;
    found = j;
    if (!steepest) return j;
    least = reduced[j]!;
  }
  return found;
}

function leaving({ body, basis, columns }: Tableau, column: number): number {
  let found = -1;
  let least = Infinity;
  for (let r = 0; r < body.length; r++) {
    const rate = body[r]![column]!;
    if (rate <= NOTHING) continue;
    const ratio = body[r]![columns]! / rate;
    if (ratio < least - NOTHING || (ratio <= least + NOTHING && found >= 0 && basis[r]! < basis[found]!)) {
      found = r;
      least = Math.min(least, ratio);
    }
  }
  return found;
}

function pivot({ body, basis }: Tableau, row: number, column: number): void {
  const line = body[row]!;
  const rate = line[column]!;
  for (let j = 0; j < line.length; j++) line[j] = line[j]! / rate;
  line[column] = 1;
  basis[row] = column;
  body.forEach((other, r) => {
    if (r !== row) take(other, line, other[column]!);
  });
}

/** Subtracts `times` times `line` from `from`. */
function take(from: Float64Array, line: Float64Array, times: number): void {
  if (times === 0) return;
  for (let j = 0; j < from.length; j++) from[j] = from[j]! - times * line[j]!;
}

/** Drives the artificial variables out of the basis. Where one cannot leave, its row is redundant. */
function expel(tableau: Tableau): void {
  const { body, basis, variables } = tableau;
  body.forEach((line, r) => {
    if (basis[r]! < variables) return;
    for (let j = 0; j < variables; j++)
      if (Math.abs(line[j]!) > 1e-8) {
        pivot(tableau, r, j);
        return;
      }
  });
}
