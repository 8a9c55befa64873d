import fc from 'fast-check';
import type { Cell, ShardOrigin, SweepColumn, SweepRow, SweepType } from '../../../sim/experiment/sweep/columns.ts';

/** A column; those that begin a table may not be null. */
export const column = (name: string, type: SweepType = 'DOUBLE', nullable = true): SweepColumn => ({
  name,
  type,
  nullable,
  unit: '',
  meaning: `what ${name} means`,
});

export const origin = (rows: number, more: Partial<ShardOrigin> = {}): ShardOrigin => ({
  plan: '0123456789abcdef',
  engine: 'foedus/0.2.0',
  shard: 0,
  firstRun: 0,
  rows,
  ...more,
});

/** The columns of a small sweep. */
export const COLUMNS: readonly SweepColumn[] = [
  column('run', 'INT64', false),
  column('seed', 'STRING', false),
  column('actors[0].loyalty'),
  column('alliances'),
  column('digest', 'STRING'),
  column('status', 'STRING', false),
];

/** So many runs of it from a first one, with this number of alliances. */
export const runs = (count: number, first: number, alliances: (k: number) => number | null): SweepRow[] =>
  Array.from({ length: count }, (_, k) => [
    first + k,
    String(1 + k),
    k / 8,
    alliances(k),
    'abcdef0123456789',
    k % 5 === 4 ? 'stopped' : 'done',
  ]);

const TEXTS = [
  '',
  '\ufeffx',
  '007',
  'null',
  '=1+1',
  'ÄÖ 😀',
  'foedus-seal:0123456789abcdef',
  'foedus-footer:0000000000000000',
];

/** Any value of a type, with its fringes: −0 beside 0, the least and the largest numbers, what looks like a checksum. */
const cells: Record<SweepType, fc.Arbitrary<Cell>> = {
  INT64: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(0, 1)),
  DOUBLE: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 1, 5e-324, 1.7976931348623157e308),
  ),
  STRING: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...TEXTS)),
  BOOLEAN: fc.boolean(),
};

const columns: fc.Arbitrary<SweepColumn[]> = fc.uniqueArray(
  fc.record({
    name: fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom('__proto__', 'a.b[0].c', 'list', 'élan'),
    ),
    type: fc.constantFrom<SweepType>('INT64', 'DOUBLE', 'STRING', 'BOOLEAN'),
    nullable: fc.boolean(),
    unit: fc.constant(''),
    meaning: fc.constant(''),
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
);

/** Any table that a sweep could have; none of its cells is NaN. */
export const tables: fc.Arbitrary<{ columns: SweepColumn[]; rows: SweepRow[] }> = columns.chain((of) =>
  fc.record({
    columns: fc.constant(of),
    rows: fc.array(
      fc.tuple(...of.map(({ type, nullable }) => (nullable ? fc.option(cells[type], { freq: 3 }) : cells[type]))),
      { maxLength: 40 },
    ),
  }),
);

/** Asserts a property that is awaited in so many arbitrary cases, always the same ones. */
export const alwaysAwaited = <T>(
  of: fc.Arbitrary<T>,
  property: (value: T) => Promise<void>,
  count: number,
): Promise<void> =>
  fc.assert(fc.asyncProperty(of, property), { numRuns: count, seed: Number(process.env.FC_SEED ?? 1) });
