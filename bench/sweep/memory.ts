import { join } from 'node:path';
import { scenarios } from '../../scenarios/index.ts';
import { succeed } from './command.ts';
import { specIn, within } from './folders.ts';

// How much memory a sweep of many small runs takes, and what is asked of its folder.

export interface MemoryFindings {
  rows: number;
  steps: { what: string; megabytes: number; wall: number; cpu: number }[];
}

/** A run that costs hardly anything, so that the rows count: two actors for one tick. */
const SMALL = {
  scenario: scenarios['classics/glove'],
  vary: [{ path: 'actors[0].loyalty', from: 0.1, to: 0.9, steps: 10 }],
  measure: { end: ['alliances', 'security'] },
};

export const memoryOf = (rows: number): Promise<MemoryFindings> =>
  within(async (folder) => {
    const spec = specIn(folder, 'spec', { ...SMALL, replicates: rows / 10 });
    const dir = join(folder, 'out');
    const steps: MemoryFindings['steps'] = [];
    const measure = async (what: string, ...args: string[]): Promise<void> => {
      const { megabytes, wall, cpu } = await succeed(args);
      process.stderr.write(`${what}: ${megabytes.toFixed(0)} MB, ${wall.toFixed(1)} s\n`);
      steps.push({ what, megabytes, wall, cpu });
    };
    await measure('sweep', 'sweep', spec, '--out', dir, '--workers', '2');
    await measure('sweep status', 'sweep', 'status', dir);
    await measure('sweep merge to Parquet', 'sweep', 'merge', dir, '--out', join(folder, 'all.parquet'));
    await measure('sweep merge to CSV', 'sweep', 'merge', dir, '--out', join(folder, 'all.csv'));
    await measure('analyse', 'analyse', dir, '--json');
    return { rows, steps };
  });
