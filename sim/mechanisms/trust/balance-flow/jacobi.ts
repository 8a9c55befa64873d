/** Eigenvalues of a symmetric matrix, descending, and the unit eigenvector of each: row k of `vectors` belongs to value k. */
export interface Spectrum {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Limit on the sweeps; about ten suffice for hundreds of rows, since the last ones converge quadratically. */
const SWEEPS = 60;

/**
 * Full eigendecomposition by cyclic Jacobi rotations (Golub & Van Loan 2013, section 8.5), which need no function beyond square
 * roots. The sign of each vector is such that its largest entry, the first of those within rounding, is above 0.
 * @param matrix n × n, row-major; only the mean of each entry and its mirror entry is read.
 */
export function spectrumOf(matrix: ArrayLike<number>, n: number): Spectrum {
  const a = new Float64Array(n * n);
  const v = new Float64Array(n * n);
  let size = 0;
  for (let i = 0; i < n; i++) {
    v[i * n + i] = 1;
    for (let j = 0; j < n; j++) {
      a[i * n + j] = (matrix[i * n + j]! + matrix[j * n + i]!) / 2;
      size = Math.max(size, Math.abs(a[i * n + j]!));
    }
  }
  for (let sweep = 0; sweep < SWEEPS && largestOff(a, n) > 1e-17 * size; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  return sorted(a, v, n);
}

function largestOff(a: Float64Array, n: number): number {
  let most = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) most = Math.max(most, Math.abs(a[i * n + j]!));
  return most;
}

/** Rotates the plane of p and q so that their common entry becomes 0; the rows of v rotate with it. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const off = a[p * n + q]!;
  if (off === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * off);
  // The smaller of the two angles; where theta is too large to square, its limit.
  const t =
    Math.abs(theta) > 1e150 ? 0.5 / theta : (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const x = a[k * n + p]!;
    const y = a[k * n + q]!;
    a[k * n + p] = c * x - s * y;
    a[k * n + q] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const x = a[p * n + k]!;
    const y = a[q * n + k]!;
    a[p * n + k] = c * x - s * y;
    a[q * n + k] = s * x + c * y;
    const f = v[p * n + k]!;
    const g = v[q * n + k]!;
    v[p * n + k] = c * f - s * g;
    v[q * n + k] = s * f + c * g;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function sorted(a: Float64Array, v: Float64Array, n: number): Spectrum {
  const order = Array.from({ length: n }, (_, k) => k).sort((j, k) => a[k * n + k]! - a[j * n + j]! || j - k);
  const values = Float64Array.from(order, (k) => a[k * n + k]!);
  const vectors = new Float64Array(n * n);
  order.forEach((from, k) => {
    const row = v.subarray(from * n, (from + 1) * n);
    let most = 0;
    for (const x of row) most = Math.max(most, Math.abs(x));
    const lead = row.find((x) => Math.abs(x) >= most * (1 - 1e-9)) ?? 1;
    for (let i = 0; i < n; i++) vectors[k * n + i] = lead < 0 ? -row[i]! : row[i]!;
  });
  return { values, vectors };
}
