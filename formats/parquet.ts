import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { ENGINE } from '../sim/engine.ts';
import { gather, type Heading, headingsFor, type Table } from './table.ts';

const TYPES: Record<Heading['kind'], BasicType> = { text: 'STRING', whole: 'INT32', real: 'DOUBLE', single: 'FLOAT' };

/** A table as Parquet, columns typed and never null, compressed by Snappy. The same table gives the same bytes. */
export function writeParquet({ columns }: Table): Uint8Array {
  const columnData = columns.map(({ name, kind, cells }) => ({
    name,
    data: cells as typeof cells & unknown[],
    type: TYPES[kind],
    nullable: false,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: ENGINE }));
}

/**
 * The table that writeParquet wrote.
 * @throws {Error} one sentence, for any other bytes.
 */
export async function readParquet(bytes: Uint8Array): Promise<Table> {
  const file = bytes.slice().buffer;
  const names = namesIn(file);
  const headings = headingsFor(names);
  if (!headings) throw new Error('the file has not the columns of a table of a run');
  const rows = await parquetReadObjects({ file });
  return gather(headings, rows.length, ({ name }, row) => rows[row]![name]);
}

function namesIn(file: ArrayBuffer): string[] {
  try {
    const { schema } = parquetMetadata(file);
    return schema.slice(1).map(({ name }) => name);
  } catch {
    throw new Error('not a Parquet file');
  }
}
