import { openRowRunner, type RowResult, type RowRunner } from '../sim/experiment/sweep/run-row.ts';

/** The runs of a sweep, for workers that make them: the page has no use for them, and one file of it must stay small. */
export interface ExposedSweep {
  /** Makes a plan ready, of which runs are asked for afterwards. @param plan its text. */
  openSweep(plan: string): Promise<void>;
  runRows(runs: readonly number[]): Promise<readonly RowResult[]>;
}

export function exposedSweep(): ExposedSweep {
  let sweep: RowRunner | undefined;
  return {
    async openSweep(plan) {
      sweep = openRowRunner(JSON.parse(plan));
    },
    async runRows(runs) {
      if (!sweep) throw new Error('no sweep is open');
      const { plan, runRow } = sweep;
      const { seconds } = plan.spec.limits;
      return runs.map((run) => runRow(run, seconds === undefined ? undefined : deadline(seconds)));
    },
  };
}

/** A clock that says when so many seconds are over. */
function deadline(seconds: number): () => boolean {
  const end = performance.now() + 1_000 * seconds;
  return () => performance.now() > end;
}
