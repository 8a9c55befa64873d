import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { writeSeries } from '../../../formats/sweep/series-parquet.ts';
import { inspectShard, readShard, writeShard } from '../../../formats/sweep/shard-parquet.ts';
import type { Cell, SweepRow } from '../../../sim/experiment/sweep/columns.ts';
import { alwaysAwaited, COLUMNS, column, origin, runs, tables } from './rows.ts';

const INCOMPLETE = 'not a Parquet file of a sweep, or an incomplete one';
const CHANGED = 'it has changed since it was written';

describe('the runs of a shard', () => {
  it('come back as they went, whatever stands in them', async () => {
    await alwaysAwaited(
      tables,
      async ({ columns, rows }) => {
        const of = origin(rows.length, { shard: 7, firstRun: 700 });
        const bytes = writeShard(columns, rows, of);
        const back = await readShard(bytes);
        expect(back.rows).toEqual(rows);
        expect(back.origin).toEqual(of);
        expect(back.columns.map(({ name, type, nullable }) => ({ name, type, nullable }))).toEqual(
          columns.map(({ name, type, nullable }) => ({ name, type, nullable })),
        );
        expect(inspectShard(bytes, of)).toBeUndefined();
      },
      300,
    );
  });

  it('are the same bytes for the same rows, and others for others', () => {
    const bytes = (alliances: number) =>
      writeShard(
        COLUMNS,
        runs(50, 0, () => alliances),
        origin(50),
      );
    expect(Buffer.compare(bytes(1), bytes(1))).toBe(0);
    expect(Buffer.compare(bytes(1), bytes(0))).not.toBe(0);
  });

  it.each<[string, Cell]>([
    ['0 or 1', 1],
    ['none', null],
    ['not a number', Number.NaN],
    ['a part', 0.5],
  ])('keep the type of a measure that is %s throughout', async (_, value) => {
    const { columns, rows } = await readShard(
      writeShard(
        COLUMNS,
        runs(3, 0, () => value as number),
        origin(3),
      ),
    );
    expect(columns[3]).toMatchObject({ name: 'alliances', type: 'DOUBLE', nullable: true });
    expect(rows.map((row) => row[3])).toEqual(Array(3).fill(Number.isNaN(value) ? null : value));
  });

  it('keep −0 apart from 0', async () => {
    const rows = Array.from({ length: 100 }, (_, k): SweepRow => [k % 2 ? -0 : 0]);
    expect((await readShard(writeShard([column('x')], rows, origin(100)))).rows).toEqual(rows);
  });

  it('are read by some of their columns, in the order asked for', async () => {
    const bytes = writeShard(
      COLUMNS,
      runs(2, 5, () => 3),
      origin(2),
    );
    const { columns, rows } = await readShard(bytes, ['alliances', 'run']);
    expect(columns.map(({ name }) => name)).toEqual(['alliances', 'run']);
    expect(rows).toEqual([
      [3, 5],
      [3, 6],
    ]);
    await expect(readShard(bytes, ['nothing'])).rejects.toThrow(/^it has no column "nothing"$/);
  });

  it.each<[string, Cell, string]>([
    ['alliances', Number.POSITIVE_INFINITY, 'Infinity is no finite number, so it cannot be written'],
    ['alliances', Number.NEGATIVE_INFINITY, '-Infinity is no finite number, so it cannot be written'],
    ['alliances', '3', 'expected a number, got "3"'],
    ['run', 0.5, 'expected a whole number, got 0.5'],
    ['run', 2 ** 53, 'expected a whole number, got 9007199254740992'],
    ['run', null, 'expected a whole number, got none'],
    ['run', Number.NaN, 'expected a whole number, got none'],
    ['status', null, 'expected a text, got none'],
    ['status', true, 'expected a text, got true'],
  ])('are not written with column %s holding %s', (name, cell, sentence) => {
    const rows = runs(3, 0, () => 1).map((row) => [...row]);
    rows[1]![COLUMNS.findIndex((one) => one.name === name)] = cell;
    expect(() => writeShard(COLUMNS, rows, origin(3))).toThrow(`row 2, column ${name}: ${sentence}`);
  });

  it('are not written where their number, a row or the names do not fit', () => {
    expect(() =>
      writeShard(
        COLUMNS,
        runs(3, 0, () => 1),
        origin(4),
      ),
    ).toThrow('expected 4 rows, got 3');
    expect(() => writeShard([column('a')], [[1, 2]], origin(1))).toThrow('row 1: expected 1 cells, got 2');
    expect(() => writeShard([column('a'), column('a')], [], origin(0))).toThrow('two columns have the same name');
  });
});

describe('a shard that is not the one expected', () => {
  const rows = runs(100, 0, (k) => k % 2);
  const whole = writeShard(COLUMNS, rows, origin(100));

  it.each([
    [
      'of another sweep',
      { plan: 'fedcba9876543210' },
      'it is of another sweep: its plan is 0123456789abcdef, not fedcba9876543210',
    ],
    ['of another engine', { engine: 'foedus/9.0.0' }, 'it is of another engine: foedus/0.2.0, not foedus/9.0.0'],
    ['another one', { shard: 1 }, 'it is shard 0, not 1'],
    ['of other runs', { firstRun: 100 }, 'it begins with run 0, not 100'],
    ['too short', { rows: 101 }, 'it has 100 rows, not 101'],
  ])('is said to be %s', (_, more, sentence) => {
    expect(inspectShard(whole, origin(100, more))).toBe(sentence);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), INCOMPLETE],
    ['a text', new TextEncoder().encode('PAR1 and no more than PAR1'), INCOMPLETE],
    [
      'another’s',
      new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'a', data: [1], type: 'INT32' }] })),
      INCOMPLETE,
    ],
    ['its first half', whole.slice(0, whole.length / 2), INCOMPLETE],
    ['without its last byte', whole.slice(0, -1), INCOMPLETE],
    ['its second half', whole.slice(200), CHANGED],
    ['filled with zeros at its end', Uint8Array.from([...whole.slice(0, -500), ...new Uint8Array(500)]), INCOMPLETE],
    ['series', writeSeries([column('x')], [[0, 0, 1]], origin(1)), 'it holds series, not runs'],
  ])('is refused where it is %s', async (_, bytes, sentence) => {
    expect(inspectShard(bytes, origin(100))).toBe(sentence);
    if (sentence === INCOMPLETE || sentence === CHANGED) await expect(readShard(bytes)).rejects.toThrow(sentence);
  });

  it('is refused when a byte of it is another, wherever', async () => {
    for (let at = 0; at < whole.length; at += 97) {
      const bytes = whole.slice();
      bytes[at]! ^= 0x41;
      expect([INCOMPLETE, CHANGED]).toContain(inspectShard(bytes, origin(100)));
      await expect(readShard(bytes)).rejects.toThrow();
    }
  });
});
