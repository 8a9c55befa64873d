import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createResultsState } from '../../../viz/sweep/results-state.ts';
import type { SweepJob } from '../../../viz/sweep/sweep-job.ts';
import type { ColumnValues, SweepProgress } from '../../../workers/sweep-service.ts';
import { planOf } from '../../sim/experiment/sweep/plans.ts';

/** A sweep of four runs whose columns are fetched when the test says so. */
function sweepOfFour() {
  const plan = planOf({ replicates: 4 });
  const counts = { done: 0, stopped: 0, failed: 0, refused: 0, timeout: 0 };
  const progress = signal({ stage: 'running', done: 0, total: 4, counts, workers: 1 } as unknown as SweepProgress);
  const asked: (() => void)[] = [];
  const job = {
    plan,
    progress,
    columns: (names: readonly string[]) =>
      new Promise<ColumnValues[]>((resolve) => {
        const done = progress.peek().done;
        const column = Array.from({ length: 4 }, (_, run) => (run < done ? 'refused' : null));
        asked.push(() => resolve(names.map(() => column)));
      }),
  } as unknown as SweepJob;
  const state = createResultsState(job);
  const end = (done: number) => {
    progress.value = { ...progress.peek(), done, stage: 'done' } as SweepProgress;
  };
  return { state, end, asked };
}

describe('the columns of a sweep on show', () => {
  it('hold the last runs, though these came while another column was fetched', async () => {
    vi.useFakeTimers();
    try {
      const { state, end, asked } = sweepOfFour();
      await vi.advanceTimersByTimeAsync(10);
      // The first look at the runs is under way, and is not answered before all of them are made.
      expect(asked).toHaveLength(1);
      state.want(['error']);
      end(4);
      await vi.advanceTimersByTimeAsync(10);
      for (let k = 0; k < asked.length; k++) {
        asked[k]!();
        await vi.advanceTimersByTimeAsync(10);
      }
      for (const name of ['status', 'error'])
        expect(state.columns.value.get(name), name).toEqual(new Array(4).fill('refused'));
      state.close();
    } finally {
      vi.useRealTimers();
    }
  });
});
