import { type ShardOrigin, type SweepColumn, type SweepRow, wholeColumn } from '../../sim/experiment/sweep/columns.ts';
import { originFault, verifiedFooter } from './parquet-footer.ts';
import { readTyped, writeTyped } from './typed-parquet.ts';

/** The columns of the per-tick series of these measures. They are joined to the runs by `run`. */
export const seriesTable = (measures: readonly SweepColumn[]): SweepColumn[] => [
  wholeColumn('run', 'number of the run in the sweep, from 0'),
  wholeColumn('tick', 'tick, from 0'),
  ...measures.map((measure): SweepColumn => ({ ...measure, type: 'DOUBLE', nullable: true })),
];

/**
 * The per-tick series of a shard as Parquet.
 * @param rows run, tick and the measures, by run and tick
 * @throws {Error} one sentence that names the row and the column.
 */
export const writeSeries = (
  measures: readonly SweepColumn[],
  rows: readonly SweepRow[],
  origin: Omit<ShardOrigin, 'rows'>,
): Uint8Array => writeTyped('series', seriesTable(measures), rows, { ...origin, rows: rows.length });

/**
 * Reads the series of a shard, or some of the columns.
 * @throws {Error} the end of a sentence, for bytes that writeSeries did not write.
 */
export const readSeries = (bytes: Uint8Array, names?: readonly string[]): ReturnType<typeof readTyped> =>
  readTyped(bytes, names);

/** Why these bytes are not the series expected, as the end of a sentence; undefined if they are. A run may have ended at any tick. */
export function inspectSeries(bytes: Uint8Array, { plan, engine, shard, firstRun }: ShardOrigin): string | undefined {
  try {
    return originFault(verifiedFooter(bytes), { plan, engine, shard, firstRun }, 'series');
  } catch (error) {
    return (error as Error).message;
  }
}
