import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { ENGINE } from '../sim/engine/version.ts';
import { checksumOf, noChecksum, withChecksum } from './checksum.ts';
import { finiteTable, gather, type Heading, headingsFor, type Table } from './table.ts';

const TYPES: Record<Heading['kind'], BasicType> = {
  text: 'STRING',
  whole: 'INT32',
  real: 'DOUBLE',
  single: 'FLOAT',
  optional: 'DOUBLE',
};

/** A table as Parquet, with typed columns, compressed with Snappy. Only optional columns have nulls. The same table gives the same bytes. @throws {Error} as finiteTable. */
export function writeParquet(table: Table): Uint8Array {
  const columnData = finiteTable(table).columns.map(({ name, kind, cells }) => ({
    name,
    data: cells as typeof cells & unknown[],
    type: TYPES[kind],
    nullable: kind === 'optional',
  }));
  const kvMetadata = [{ key: 'foedus', value: noChecksum() }];
  const bytes = new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: ENGINE }));
  withChecksum(bytes);
  return bytes;
}

/** The reader's own decoder drops a byte order mark, although a text may contain one. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const stringFromBytes = (bytes: Uint8Array | undefined): string | undefined => bytes && decoder.decode(bytes);

/**
 * Reads a table that writeParquet wrote.
 * @throws {Error} one sentence, for any other bytes.
 */
export async function readParquet(bytes: Uint8Array): Promise<Table> {
  const state = checksumOf(bytes);
  if (state === 'none') throw new Error('not a Parquet file written by Foedus, or an incomplete one');
  if (state === 'broken') throw new Error('the Parquet file has changed since it was written');
  const file = new Uint8Array(bytes).buffer;
  const metadata = parquetMetadata(file);
  const headings = headingsFor(metadata.schema.slice(1).map(({ name }) => name));
  if (!headings)
    throw new Error('the Parquet file does not have the columns of a table of a run: another version wrote it');
  const rows = await parquetReadObjects({ file, metadata, parsers: { stringFromBytes } });
  return gather(headings, rows.length, ({ name }, row) => rows[row]![name]);
}
