import { describe, expect, it } from 'vitest';
import { FOOTER_BYTES, footerLength, readFooter } from '../../../formats/sweep/parquet-footer.ts';
import { writeShard } from '../../../formats/sweep/shard-parquet.ts';
import type { Cell } from '../../../sim/experiment/sweep/columns.ts';
import { COLUMNS, column, origin, runs } from './rows.ts';

const INCOMPLETE = 'not a Parquet file of a sweep, or an incomplete one';

describe('a footer', () => {
  const columns = [...COLUMNS, ...Array.from({ length: 200 }, (_, k) => column(`measure ${k}`))];
  const rows = runs(100, 300, (k) => k).map((row) => [...row, ...Array<Cell>(200).fill(0.25)]);
  const bytes = writeShard(columns, rows, origin(100, { shard: 3, firstRun: 300 }));

  it('says what a shard is and how its runs ended, by the last bytes alone', () => {
    const length = footerLength(bytes.slice(-8), bytes.length)!;
    expect(length).toBeLessThan(bytes.length);
    const footer = readFooter(bytes.slice(-length), bytes.length);
    expect(footer.origin).toEqual(origin(100, { shard: 3, firstRun: 300 }));
    expect(footer.statuses).toEqual({ done: 80, stopped: 20 });
    expect(footer.columns).toHaveLength(206);
  });

  it('of a sweep of common size is within the bytes that are read first', () => {
    const common = writeShard(
      columns.slice(0, 60),
      rows.map((row) => row.slice(0, 60)),
      origin(100),
    );
    expect(footerLength(common, common.length)).toBeLessThan(FOOTER_BYTES);
  });

  it('is refused when a byte of it is another, before anybody parses it', () => {
    const length = footerLength(bytes, bytes.length)!;
    for (let at = 0; at < length; at += 13) {
      const end = bytes.slice(-length);
      end[at]! ^= 0x80;
      // The digits of the checksum of the whole file are no part of what the footer's own covers.
      const isOfWhole = Buffer.from(bytes.slice(-length)).lastIndexOf('foedus-seal:') + 12;
      if (at >= isOfWhole && at < isOfWhole + 16) continue;
      expect(() => readFooter(end, bytes.length)).toThrow();
    }
  });

  it('is asked for more bytes than were given only by the length that it says', () => {
    expect(footerLength(bytes.slice(-8), 100)).toBeUndefined();
    expect(footerLength(bytes.slice(-4), bytes.length)).toBeUndefined();
    expect(() => readFooter(bytes.slice(-100), bytes.length)).toThrow(INCOMPLETE);
  });
});
