import { divergence } from '../history/digests.ts';
import type { History } from '../history/history.ts';
import { type Summary, summarise } from './summary.ts';

/** Two runs of one scenario by one seed, side by side. */
export interface RunComparison {
  scenario: string;
  seed: string;
  /** First tick whose outcome differs, null where none does; and the year of it. */
  divergence: number | null;
  year: number | null;
  a: Summary;
  b: Summary;
  /** Of every metric, what `a` has more than `b`: a − b. */
  differences: Record<string, number>;
}

/** @param b of the same scenario and seed, so that the luck of both is one and only what people changed differs. */
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
