import { parquetMetadata } from 'hyparquet';
import type { ShardOrigin, SweepColumn, SweepType } from '../../sim/experiment/sweep/columns.ts';
import { checksumOf, noChecksum, withChecksum, withoutChecksum } from '../checksum.ts';

// A Parquet file ends with its footer, the footer's length and four letters. The footer has a checksum of its own, so that the state
// of ten thousand files is known from their last kilobytes.

/** What a file of a shard holds: its runs, or their per-tick series. */
export type ShardContent = 'runs' | 'series';

export interface ParquetFooter {
  content: ShardContent;
  origin: ShardOrigin;
  /** Name, type and whether it may be null; unit and meaning are in the plan. */
  columns: SweepColumn[];
  /** Number of runs by status, where there is such a column. */
  statuses: Readonly<Record<string, number>>;
}

/** Bytes at the end of a file that nearly always hold its footer. */
export const FOOTER_BYTES = 16_384;

const NOT_OURS = 'not a Parquet file of a sweep, or an incomplete one';
const CHANGED = 'it has changed since it was written';

const key = (name: string): string => `foedus.${name}`;
const NUMBERS = ['shard', 'firstRun', 'rows'] as const;

/** Key-value metadata. The checksums come last, after whatever the rest contains. */
export function footerEntries(content: ShardContent, origin: ShardOrigin, statuses: ParquetFooter['statuses']) {
  return [
    { key: key('content'), value: content },
    { key: key('plan'), value: origin.plan },
    { key: key('engine'), value: origin.engine },
    ...NUMBERS.map((name) => ({ key: key(name), value: String(origin[name]) })),
    { key: key('statuses'), value: JSON.stringify(statuses) },
    { key: 'foedus', value: `${noChecksum('foedus-footer:')} ${noChecksum()}` },
  ];
}

/** Writes both checksums into a file with these entries. */
export function sealFile(bytes: Uint8Array): void {
  withChecksum(footerPart(bytes, bytes.length)!, 'foedus-footer:');
  withChecksum(bytes);
}

/**
 * Number of bytes at the end that hold the footer; undefined where this is no end of a Parquet file.
 * @param end the last bytes of the file, at least eight
 * @param size of the whole file
 */
export function footerLength(end: Uint8Array, size: number): number | undefined {
  if (end.length < 8 || size < 12) return undefined;
  const view = new DataView(end.buffer, end.byteOffset + end.length - 8, 8);
  const length = view.getUint32(0, true) + 8;
  return view.getUint32(4, true) === PAR1 && length <= size - 4 ? length : undefined;
}

/** The four letters that begin and end a Parquet file. */
const PAR1 = 0x31524150;

function footerPart(end: Uint8Array, size: number): Uint8Array | undefined {
  const length = footerLength(end, size);
  return length === undefined || length > end.length ? undefined : end.subarray(end.length - length);
}

/**
 * The footer of a file, from its last bytes; see footerLength.
 * @throws {Error} the end of a sentence.
 */
export function readFooter(end: Uint8Array, size: number = end.length): ParquetFooter {
  const footer = footerPart(end, size);
  const blank = footer && withoutChecksum(footer);
  const state = blank ? checksumOf(blank, 'foedus-footer:') : 'none';
  if (!footer || state === 'none') throw new Error(NOT_OURS);
  if (state === 'broken') throw new Error(CHANGED);
  return footerOf(parquetMetadata(new Uint8Array(footer)));
}

/** What stands in a footer whose checksum was verified. */
function footerOf(metadata: ReturnType<typeof parquetMetadata>): ParquetFooter {
  const entries = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value ?? '']));
  const text = (name: string): string => entries.get(key(name)) ?? '';
  const [shard = 0, firstRun = 0, rows = 0] = NUMBERS.map((name) => Number(text(name)));
  return {
    content: text('content') as ShardContent,
    origin: { plan: text('plan'), engine: text('engine'), shard, firstRun, rows },
    columns: metadata.schema.slice(1).map(({ name, type, repetition_type }) => ({
      name,
      type: type === 'BYTE_ARRAY' ? 'STRING' : (type as SweepType),
      nullable: repetition_type !== 'REQUIRED',
      unit: '',
      meaning: '',
    })),
    statuses: JSON.parse(text('statuses')) as Record<string, number>,
  };
}

/**
 * The footer of a whole file, all of whose bytes are as they were written.
 * @throws {Error} the end of a sentence.
 */
export function verifiedFooter(bytes: Uint8Array): ParquetFooter {
  const footer = readFooter(bytes);
  if (checksumOf(bytes) !== 'whole') throw new Error(CHANGED);
  return footer;
}

/** Why a file is not the one expected, as the end of a sentence; undefined if it is. A number of rows that is not given may be any. */
export function originFault(
  { origin, content }: Pick<ParquetFooter, 'origin' | 'content'>,
  expected: Omit<ShardOrigin, 'rows'> & { rows?: number },
  wanted: ShardContent = 'runs',
): string | undefined {
  if (content !== wanted) return `it holds ${content}, not ${wanted}`;
  if (origin.plan !== expected.plan) return `it is of another sweep: its plan is ${origin.plan}, not ${expected.plan}`;
  if (origin.engine !== expected.engine) return `it is of another engine: ${origin.engine}, not ${expected.engine}`;
  if (origin.shard !== expected.shard) return `it is shard ${origin.shard}, not ${expected.shard}`;
  if (origin.firstRun !== expected.firstRun) return `it begins with run ${origin.firstRun}, not ${expected.firstRun}`;
  if (expected.rows !== undefined && origin.rows !== expected.rows)
    return `it has ${origin.rows} rows, not ${expected.rows}`;
  return undefined;
}
