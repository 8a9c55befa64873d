/** A linear programme in standard form: least cost · y under A y = b and y ≥ 0. */
export interface Programme {
  /** Row-major. */
  rows: readonly Float64Array[];
  right: Float64Array;
  cost: Float64Array;
}

export interface Optimum {
  cost: number;
  y: Float64Array;
  /** What one more unit of each right side would cost: the solution of the dual programme. */
  prices: Float64Array;
}

/** Below this a number counts as 0: the programmes here have entries of about 1. */
const NOTHING = 1e-10;
const MOST_PIVOTS = 20_000;

interface Tableau {
  /** Columns: the variables, then one artificial a row, then the right side. */
  body: Float64Array[];
  basis: Int32Array;
  variables: number;
  columns: number;
}

/**
 * The simplex method in two phases (Dantzig 1951), for a few rows and some thousand columns.
 * @returns undefined where nothing fits, where the cost has no end, or where none was found within a bound on the pivots.
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
 * Pivots until no column below `enterable` would lower the cost.
 * @returns the reduced costs, the cost with its sign turned last; undefined where it has no end.
 */
function descend(tableau: Tableau, cost: Float64Array, enterable: number): Float64Array | undefined {
  const { body, basis, columns } = tableau;
  const reduced = new Float64Array(columns + 1);
  reduced.set(cost);
  body.forEach((line, r) => {
    take(reduced, line, cost[basis[r]!]!);
  });
  for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
    // The steepest column at first; the first one in the end, since that rule cannot go round in circles (Bland 1977).
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

/** Takes so many times one line from another. */
function take(from: Float64Array, line: Float64Array, times: number): void {
  if (times === 0) return;
  for (let j = 0; j < from.length; j++) from[j] = from[j]! - times * line[j]!;
}

/** Drives what is artificial out of the basis; where it cannot be, its row says nothing that the others do not. */
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
