import { openNodeWorker } from './node.ts';
import { runSweep, type SweepRuns } from './sweep-runs.ts';

/** Makes the runs of a sweep in threads of this process. */
export const runSweepHere = (workers: number, work: SweepRuns): Promise<void> =>
  runSweep(openNodeWorker, workers, work);
