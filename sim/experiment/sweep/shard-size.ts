import type { ReportFault } from '../../schema/fault.ts';
import type { WholeSpec } from './spec.ts';

// A worker holds the rows of a shard until they are written.

/** Cells that one shard may have: ten gigabytes or so, which no usual computer has. */
const MOST_CELLS = 50_000_000;
const FEWEST_ROWS = 100;
const USUAL_SHARDS = 1_000;

/** What a row takes: its columns, and those of its per-tick series. */
export function cellsPerRun({ measure }: Pick<WholeSpec, 'measure'>, columns: number, ticks: number): number {
  const every = measure?.every;
  // The lines of a series have the number of the run and the tick too.
  return columns + (every ? Math.floor(ticks / every.ticks) * (every.names.length + 2) : 0);
}

/** The rows of a shard of a sweep that does not say them: never from a timing, so that every machine makes the same files. */
export const usualRowsPerShard = (runs: number): number => Math.max(FEWEST_ROWS, Math.ceil(runs / USUAL_SHARDS));

/** Reports shards that no worker could hold. */
export function checkShardSize(
  { runsPerShard }: { runsPerShard: number },
  { runs, cells }: { runs: number; cells: number },
  report: ReportFault,
): void {
  const held = Math.min(runs, runsPerShard) * cells;
  if (held <= MOST_CELLS) return;
  const most = Math.floor(MOST_CELLS / cells);
  // One row alone may be too much: then fewer rows are no help.
  const advice = most > 0 ? `expected at most ${most}` : 'expected fewer ticks or names in the series';
  report(['runsPerShard'], `${advice}: one shard would hold ${held} cells, more than ${MOST_CELLS}`);
}
