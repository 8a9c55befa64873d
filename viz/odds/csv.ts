import { csvFormatRow } from 'd3-dsv';
import type { ReplicationResults } from '../../sim/experiment/replication-results.ts';

/** Ends a record (RFC 4180). */
const END = '\r\n';

/** The sample as CSV: a row a seed, a column a figure by the name it was asked for; numbers as they are, to the last bit. */
export function csvOf({ names, seeds, figures }: ReplicationResults): string {
  const rows = seeds.map((seed, k) => [seed, ...figures.subarray(k * names.length, (k + 1) * names.length)]);
  return [['seed', ...names], ...rows].map((row) => csvFormatRow(row.map(String)) + END).join('');
}
