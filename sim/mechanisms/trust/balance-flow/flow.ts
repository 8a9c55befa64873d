import { z } from 'zod';
import { type Spectrum, spectrumOf } from './jacobi.ts';

// The continuous model of structural balance, dX/dt = X² (Kułakowski, Gawroński & Gronek 2005; Marvel et al. 2011). Its solution
// X(t) = X₀(I − X₀t)⁻¹ keeps the eigenvectors of X₀, and each eigenvalue λ becomes λ/(1 − λt).

/** How a scenario gives the initial ties. */
export const FlowStart = z
  .strictObject({
    actors: z.int().min(2).max(60).meta({ description: 'how many actors the ties are between' }),
    ties: z.array(z.number().min(-1e6).max(1e6)).min(1).max(3_600).meta({
      description: 'ties at the start: the rows of the symmetric matrix, or of them what is right of the diagonal',
    }),
    until: z.number().min(0).max(0.999).default(0.98).meta({
      description: 'where the run ends, as a share of the time at which the ties become infinite',
    }),
  })
  .superRefine(({ actors: n, ties }, { addIssue }) => {
    const refuse = (message: string): void => addIssue({ code: 'custom', path: ['ties'], message });
    if (ties.length !== n * n && ties.length !== (n * (n - 1)) / 2)
      refuse(`expected ${(n * (n - 1)) / 2} numbers (right of the diagonal) or ${n * n} (all rows) for ${n} actors`);
    else if (ties.length === n * n && ties.some((x, k) => x !== ties[(k % n) * n + Math.floor(k / n)]))
      refuse('expected a symmetric matrix, the same tie from both sides');
  });
export type FlowStart = z.infer<typeof FlowStart>;

export interface Flow extends Spectrum {
  readonly n: number;
  /** t* = 1/λ₁; undefined where no tie becomes infinite. */
  readonly blowUp: number | undefined;
  /** The model time at which the run ends. */
  readonly end: number;
  /** Whether the leading eigenvector is unique; where it is not, the limit of the ties is not a pair of factions. */
  readonly unique: boolean;
}

/** The full matrix from a list that may be only its upper triangle. */
export function matrixOf({ actors: n, ties }: Pick<FlowStart, 'actors' | 'ties'>): Float64Array {
  if (ties.length === n * n) return Float64Array.from(ties);
  const matrix = new Float64Array(n * n);
  let k = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      matrix[i * n + j] = ties[k] ?? 0;
      matrix[j * n + i] = ties[k++] ?? 0;
    }
  }
  return matrix;
}

/** Solves the flow by eigendecomposition of the initial matrix: O(actors³), once a scenario. */
export function flowOf(start: FlowStart): Flow {
  const n = start.actors;
  const spectrum = spectrumOf(matrixOf(start), n);
  const { values } = spectrum;
  const first = values[0]!;
  const size = Math.max(Math.abs(first), Math.abs(values[n - 1]!));
  // A value that is only rounding counts as 0, and so does one whose inverse would overflow.
  const blowUp = first > 1e-12 * size && first > 1e-300 ? 1 / first : undefined;
  return {
    ...spectrum,
    n,
    blowUp,
    // Where ties only fade, the run ends when the strongest are about a tenth of their initial size.
    end: start.until * (blowUp ?? (size > 1e-300 ? 10 / size : 1)),
    unique: n === 1 || first - values[1]! > 1e-9 * size,
  };
}

/** The model time of each of so many ticks: from 0, in equal steps, to the end. */
export const timesOf = ({ end }: Flow, ticks: number): number[] =>
  Array.from({ length: ticks }, (_, k) => (ticks > 1 ? (end * k) / (ticks - 1) : 0));

/** Writes X(t) into `ties` (n × n), for t before the blow-up. */
export function tiesAt({ n, values, vectors }: Flow, t: number, ties: Float64Array): void {
  ties.fill(0);
  for (let k = 0; k < n; k++) {
    const now = values[k]! / (1 - values[k]! * t);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) ties[i * n + j]! += now * vectors[k * n + i]! * vectors[k * n + j]!;
  }
}

/**
 * Signs of the off-diagonal ties; a tie that is only rounding relative to the largest has none. Returns the largest absolute value.
 */
export function signsOfTies(ties: Float64Array, n: number, signs: Int8Array): number {
  let most = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) most = Math.max(most, Math.abs(ties[i * n + j]!));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const x = ties[i * n + j]!;
      signs[i * n + j] = i === j || Math.abs(x) <= 1e-12 * most ? 0 : Math.sign(x);
    }
  }
  return most;
}

/**
 * The faction of each actor by the sign of its entry in the leading eigenvector, 1 for that of the first actor in one; 0 where the
 * entry is 0. Empty where there is no blow-up, or more than one leading eigenvector.
 */
export function factionsOf({ n, vectors, blowUp, unique }: Flow): number[] {
  if (blowUp === undefined || !unique) return [];
  const lead = Array.from(vectors.subarray(0, n));
  const first = lead.find((x) => Math.abs(x) > 1e-9) ?? 1;
  return lead.map((x) => (Math.abs(x) <= 1e-9 ? 0 : x > 0 === first > 0 ? 1 : 2));
}
