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

/** A way to write down a run that is done. */
export interface Format {
  /** How the name of such a file ends. */
  ending: string;
  /** What it holds, for a menu. */
  describe: string;
  /** Its type on the web. */
  type: string;
  /**
   * The file, piece by piece; text is UTF-8.
   * @throws {RangeError} one sentence, where the run is too large for it.
   */
  write(history: History): Iterable<string | Uint8Array>;
}

/** One that ends in a longer name stands before one that ends in a part of it. */
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
