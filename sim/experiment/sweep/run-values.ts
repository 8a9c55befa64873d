import type { SweepColumn } from './columns.ts';
import { type Numbering, runNumber } from './numbering.ts';
import type { SweepPlan } from './plan.ts';

// What the runs of a folder came to, as one array a measure. The replicates of a point and variant stand side by side, so that its values
// are a part of the array.

/** Columns behind the measures: digest, status, error. */
const TAIL = 3;

/** The columns of what a plan measures, facts and analyses included. */
export function measuredColumns({ columns, spec }: SweepPlan): readonly SweepColumn[] {
  const first = columns.findIndex(({ name }) => name === 'ticks') + 1 + spec.vary.length;
  return columns.slice(first, -TAIL);
}

const FACT = 'fact.';
export const isFact = (name: string): boolean => name.startsWith(FACT);
export const idOfFact = (name: string): string => name.slice(FACT.length);

/** Values of the measures of all runs of a folder; NaN where a run has none. */
export interface RunValues {
  names: readonly string[];
  /** One for each name. */
  columns: readonly Float64Array[];
  /** Whether a run is there, and whether it came to its end. */
  states: Uint8Array;
  /** Puts the values of one run into their place. @param isUsed whether it came to its end */
  put(run: number, isUsed: boolean, values: readonly (number | null)[]): void;
}

export const STATES = { missing: 0, used: 1, leftOut: 2 } as const;

/** The place of each run of some plans, the later of which extend the earlier. */
function placesOf(plans: readonly SweepPlan[]): (run: number) => number {
  const { variants, replicates } = plans.at(-1)!.numbering;
  const latestFirst: readonly Numbering[] = plans.map(({ numbering }) => numbering).reverse();
  return (run) => {
    const numbering = latestFirst.find(({ firstRun }) => firstRun <= run)!;
    const { point, variant, replicate } = runNumber(numbering, run);
    return (point * variants + variant) * replicates + replicate;
  };
}

/**
 * Makes room for the values of all runs.
 * @param plans of one folder, in order.
 * @param names of the measures.
 */
export function openRunValues(plans: readonly SweepPlan[], names: readonly string[]): RunValues {
  const count = plans.reduce((sum, { runs }) => sum + runs, 0);
  const placeOf = placesOf(plans);
  const columns = names.map(() => new Float64Array(count).fill(Number.NaN));
  const states = new Uint8Array(count);
  return {
    names,
    columns,
    states,
    put(run, isUsed, values) {
      const place = placeOf(run);
      states[place] = isUsed ? STATES.used : STATES.leftOut;
      if (isUsed) columns.forEach((column, k) => void (column[place] = values[k] ?? Number.NaN));
    },
  };
}
