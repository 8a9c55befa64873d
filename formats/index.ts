import type { History } from '../sim/history/history.ts';
import { actorTable } from './actors.ts';
import { writeCsv } from './csv.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { writeParquet } from './parquet.ts';
import { worldTable } from './world.ts';

export { actorTable } from './actors.ts';
export { readCsv, writeCsv } from './csv.ts';
export { writeGexf } from './gexf.ts';
export { writeGraphml } from './graphml.ts';
export { readParquet, writeParquet } from './parquet.ts';
export { type ColumnKind, type Heading, runNameOf, TABLES, type Table, type TableColumn } from './table.ts';
export { worldTable } from './world.ts';

/** A file format for a finished run. */
export interface Format {
  /** The ending of its file names. */
  ending: string;
  /** Its content, for a menu. */
  describe: string;
  /** Its media type. */
  type: string;
  /**
   * The file, piece by piece; text is UTF-8.
   * @throws {RangeError} one sentence, where the run is too large for the format.
   */
  write(history: History): Iterable<string | Uint8Array>;
}

/** A format with a longer ending comes before one whose ending is part of it. */
export const FORMATS: readonly Format[] = [
  {
    ending: '.world.csv',
    describe: 'the measures of the world, one row per tick',
    type: 'text/csv',
    write: (history) => writeCsv(worldTable(history)),
  },
  {
    ending: '.csv',
    describe: 'the actors, one row per actor and tick',
    type: 'text/csv',
    write: (history) => writeCsv(actorTable(history)),
  },
  {
    ending: '.world.parquet',
    describe: 'the measures of the world, one row per tick',
    type: 'application/vnd.apache.parquet',
    write: (history) => [writeParquet(worldTable(history))],
  },
  {
    ending: '.parquet',
    describe: 'the actors, one row per actor and tick',
    type: 'application/vnd.apache.parquet',
    write: (history) => [writeParquet(actorTable(history))],
  },
  { ending: '.gexf', describe: 'who was allied with whom over time', type: 'application/gexf+xml', write: writeGexf },
  {
    ending: '.graphml',
    describe: 'who is allied with whom at the end',
    type: 'application/graphml+xml',
    write: writeGraphml,
  },
];
