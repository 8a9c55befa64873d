import { divergence } from '../history/digest-comparison.ts';
import type { History } from '../history/history.ts';
import { type Summary, summarise } from './summary.ts';

/** Two runs of one scenario with one seed, side by side. */
export interface RunComparison {
  scenario: string;
  seed: string;
  /** First tick whose outcome differs, null where none does; and its year. */
  divergence: number | null;
  year: number | null;
  a: Summary;
  b: Summary;
  /** For every metric the difference a − b. */
  differences: Record<string, number>;
}

/**
 * Compares two runs: where they diverge, and how their metrics differ.
 * @param b of the same scenario and seed, so that both use the same random numbers and only interventions differ.
 */
export function comparison(a: History, b: History): RunComparison {
  const at = divergence(a, b);
  const [one, other] = [summarise(a), summarise(b)];
  return {
    scenario: one.scenario,
    seed: a.seed,
    divergence: at,
    year: at === null ? null : a.model.yearOf(at),
    a: one,
    b: other,
    differences: Object.fromEntries(
      Object.entries(one.metrics).map(([name, value]) => [name, value - other.metrics[name]!]),
    ),
  };
}
