import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { actorTable } from '../../formats/actors.ts';
import { harmless, original, readReal, singleText } from '../../formats/cell.ts';
import { readCsv, writeCsv } from '../../formats/csv.ts';
import { readParquet, writeParquet } from '../../formats/parquet.ts';
import { gather, type Heading, TABLES, type Table } from '../../formats/table.ts';
import { worldTable } from '../../formats/world.ts';
import { always, cases } from '../sim/arbitrary.ts';
import { europe, playedCase } from './runs.ts';

const csv = (table: Table): string => [...writeCsv(table)].join('');

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    "'",
    '"',
    ',',
    '\r\n',
    '=1+1',
    "'=1",
    "''@x",
    '-1',
    '+1',
    'a;b',
    'a;=1',
    '\ufeffx',
    'NaN',
    '007',
    'null',
  ),
);
// No table has any other number: finite.test.ts.
const finite = { noNaN: true, noDefaultInfinity: true };
const single = fc.float(finite).map(Math.fround);
const cell: Record<Heading['kind'], fc.Arbitrary<string | number | null>> = {
  text,
  whole: fc.integer(),
  real: fc.double(finite),
  single,
  optional: fc.option(fc.double(finite)),
};

/** Any table with the columns of ours, whatever stands in it. */
const tables: fc.Arbitrary<Table> = fc
  .constantFrom(...Object.values(TABLES))
  .chain((headings) =>
    fc
      .array(fc.tuple(...headings.map(({ kind }) => cell[kind])), { maxLength: 12 })
      .map((rows) => gather(headings, rows.length, (heading, row) => rows[row]![headings.indexOf(heading)]!)),
  );

describe('CSV', () => {
  it('comes back as it went, whatever stands in it', () => {
    always(tables, (table) => void expect(readCsv(csv(table))).toEqual(table), 200);
  });

  it('comes back as it went of any run', () => {
    always(
      cases({ actors: 6, ticks: 20 }),
      (some) => {
        const history = playedCase(some);
        for (const table of [actorTable(history), worldTable(history)]) expect(readCsv(csv(table))).toEqual(table);
      },
      30,
    );
  });

  it('holds no text that a spreadsheet would take for a formula', () => {
    always(tables, (table) => {
      const texts = table.columns.flatMap(({ kind }, k) => (kind === 'text' ? [k] : []));
      for (const record of csvParseRows(csv(table)).slice(1))
        for (const k of texts) expect(record[k]).not.toMatch(/(^|;)[=+\-@\t\r]/);
    });
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['-cmd', "'-cmd"],
    ['@SUM', "'@SUM"],
    ['+1', "'+1"],
    ["'=1", "''=1"],
    ['a;=1;-2', "a;'=1;'-2"],
    ["'quoted'", "'quoted'"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('writes the text %j as %j and reads it back', (given, written) => {
    expect(harmless(given)).toBe(written);
    expect(original(written)).toBe(given);
  });

  it('ends every record as RFC 4180 has it', () => {
    const lines = csv(worldTable(europe())).split('\r\n');
    expect(lines).toHaveLength(1 + 145 + 1);
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(line).not.toMatch(/[\r\n]/);
  });

  it('gives the fewest digits of a number that read back as the same', () => {
    expect([0.1, 1 / 3, 16_777_216, 1e-7, -0, 3.4028235e38].map((x) => singleText(Math.fround(x)))).toEqual([
      '0.1',
      '0.33333334',
      '16777216',
      '1e-7',
      '-0',
      '3.4028235e+38',
    ]);
    always(single, (x) => void expect(Math.fround(readReal(singleText(x)))).toBe(x), 2_000);
  });

  const [names, first] = csv(worldTable(europe())).split('\r\n');
  it.each<[string, string, RegExp]>([
    ['nothing', '', /^the first line does not name the columns/],
    ['a table of something else', 'a,b\r\n1,2', /^the first line does not name the columns/],
    ['a cell too few', `${names}\r\n${first}\r\nx,1`, /^row 2: expected 19 cells, got 2$/],
    [
      'a word for a number',
      `${names}\r\n${first?.replace(/,1879,/, ',soon,')}`,
      /^row 1, column year: expected a number, got "soon"$/,
    ],
    [
      'a part of a tick',
      `${names}\r\n${first?.replace(/,0,1879,/, ',0.5,1879,')}`,
      /^row 1, column tick: expected a whole number, got "0\.5"$/,
    ],
    ['a hexadecimal', `${names}\r\n${first?.replace(/,1879,/, ',0x10,')}`, /^row 1, column year: expected a number/],
    [
      'an empty number',
      `${names}\r\n${first?.replace(/,1879,/, ',,')}`,
      /^row 1, column year: expected a number, got ""$/,
    ],
  ])('refuses %s and says where', (_, content, expected) => {
    expect(() => readCsv(content)).toThrow(expected);
  });
});

/** As `always`, of a property that is awaited. */
const alwaysAwaited = <T>(of: fc.Arbitrary<T>, property: (value: T) => Promise<void>, runs: number): Promise<void> =>
  fc.assert(fc.asyncProperty(of, property), { numRuns: runs, seed: Number(process.env.FC_SEED ?? 1) });

describe('Parquet', () => {
  it('comes back as it went, whatever stands in it', async () => {
    await alwaysAwaited(
      tables,
      async (table) => void expect(await readParquet(writeParquet(table))).toEqual(table),
      200,
    );
  });

  it('comes back as it went of any run, and says what the CSV says', async () => {
    await alwaysAwaited(
      cases({ actors: 6, ticks: 20 }),
      async (some) => {
        const history = playedCase(some);
        for (const table of [actorTable(history), worldTable(history)])
          expect(await readParquet(writeParquet(table))).toEqual(readCsv(csv(table)));
      },
      30,
    );
  });

  it('has the same bytes for the same run', () => {
    const bytes = () => writeParquet(actorTable(europe('again')));
    expect(Buffer.compare(bytes(), bytes())).toBe(0);
  });

  it('is read from a part of a larger memory, and leaves it as it was', async () => {
    const table = worldTable(europe());
    const bytes = writeParquet(table);
    const part = Buffer.concat([Buffer.alloc(5), bytes, Buffer.alloc(5)]).subarray(5, -5);
    expect(await readParquet(part)).toEqual(table);
    expect(part.equals(bytes)).toBe(true);
  });

  it('has one seal, whatever its texts pretend', async () => {
    const table = worldTable(europe('foedus-seal:0123456789abcdef'));
    expect(await readParquet(writeParquet(table))).toEqual(table);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('PAR1 and no more PAR1')],
    ['another’s', new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'a', data: [1], type: 'INT32' }] }))],
    ['the first half', writeParquet(worldTable(europe())).slice(0, 7_000)],
  ])('refuses %s', async (_, bytes) => {
    await expect(readParquet(bytes)).rejects.toThrow(/^not a Parquet file written by Foedus, or an incomplete one$/);
  });

  it('is refused when a single byte of it is another, before anybody looks inside', async () => {
    const whole = writeParquet(worldTable(europe()));
    await alwaysAwaited(
      fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })),
      async ([at, change]) => {
        const bytes = whole.slice();
        bytes[at]! ^= change;
        await expect(readParquet(bytes)).rejects.toThrow(/^(not a|the) Parquet file (written by Foedus|has changed)/);
      },
      300,
    );
  });
});
