import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PointValue, readOutputs, readPoints, writePoints } from '../../../formats/sweep/points-csv.ts';
import { always } from '../../sim/arbitrary.ts';

const NAMES = ['loyalty', 'actors.GER.resources.navy'];
const written = (names: readonly string[], points: readonly (readonly PointValue[])[]): string =>
  [...writePoints(names, points)].join('');
const read = (text: string): PointValue[][] => readPoints(text, NAMES, 1_000);

describe('the points of a design as CSV', () => {
  it('come back as they went', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('threat', '=1+1', "'quoted'", 'a, "b"\nc', 'a;-b', '\ufeffx'),
    );
    always(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), (points) => {
      expect(read(written(NAMES, points))).toEqual(points);
    });
  });

  it('have a column for each name, and no formula', () => {
    expect(
      written(
        ['loyalty', '=name'],
        [
          [0.5, '=1'],
          [-0, true],
        ],
      ),
    ).toBe("loyalty,'=name\r\n0.5,'=1\r\n-0,true\r\n");
  });

  it.each<[string, string, PointValue[][]]>([
    ['columns in another order', 'actors.GER.resources.navy,loyalty\n5,.2\n', [[0.2, 5]]],
    [
      'a byte order mark and empty lines at the end',
      '\ufeffloyalty,actors.GER.resources.navy\r\n1,2\r\n\r\n\n',
      [[1, 2]],
    ],
    ['quoted names, as R writes them', '"loyalty","actors.GER.resources.navy"\n1e-05,TRUE\n', [[1e-5, true]]],
    ['spaces around numbers', 'loyalty,actors.GER.resources.navy\n 1 ,\t+2.\n', [[1, 2]]],
    ['lists', 'loyalty,actors.GER.resources.navy\n"[1, 2.5]",[3]\n', [[[1, 2.5], [3]]]],
    ['texts', 'loyalty,actors.GER.resources.navy\n0x10,high\n', [['0x10', 'high']]],
  ])('may have %s', (_, text, points) => {
    expect(read(text)).toEqual(points);
  });

  const head = NAMES.join(',');
  it.each<[string, string, string]>([
    ['nothing', '', 'line 1: expected the names of the columns, got nothing'],
    ['no record', head, 'line 2: expected a record, got nothing'],
    ['a name too few', 'loyalty\n1', 'line 1: there is no column "actors.GER.resources.navy"'],
    [
      'an unknown name',
      `${head},id\n1,2,3`,
      'line 1: column "id" is none of those that vary (loyalty, actors.GER.resources.navy)',
    ],
    ['a name twice', `loyalty,${head}\n1,2,3`, 'line 1: there are two columns "loyalty"'],
    ['semicolons', 'loyalty;navy\n1;2', 'line 1: expected commas between the columns, got semicolons or tabs'],
    ['a cell too few', `${head}\n1,2\n3`, 'line 3: expected 2 cells, got 1'],
    ['an empty cell', `${head}\n1,2\n3,`, 'line 3, column actors.GER.resources.navy: expected a value, got nothing'],
    ['a number without end', `${head}\n1e999,2`, 'line 2, column loyalty: expected a finite number, got 1e999'],
    ['a list of words', `${head}\n[a],2`, 'line 2, column loyalty: expected a list of numbers, got "[a]"'],
    [
      'a long text',
      `${head}\n${'x'.repeat(201)},2`,
      'line 2, column loyalty: expected at most 200 characters, got 201',
    ],
    [
      'a fault after a text of two lines',
      `${head}\n"a\nb",1\n,2`,
      'line 4, column loyalty: expected a value, got nothing',
    ],
  ])('are refused with %s', (_, text, sentence) => {
    expect(() => read(text)).toThrow(new Error(sentence));
  });

  it('are refused when they are too many, before they are taken apart', () => {
    expect(() => readPoints(`a\n${'1\n'.repeat(20)}`, ['a'], 10)).toThrow('more than 10 records');
    expect(readPoints(`a\n${'1\n'.repeat(10)}`, ['a'], 10)).toHaveLength(10);
  });
});

describe('a table of outputs', () => {
  it('is numbers by the names of their columns', () => {
    const table = readOutputs('y,z\n1,-2e3\n.5,\nnan,NA\n', 10);
    expect([...table.keys()]).toEqual(['y', 'z']);
    expect([...table.get('y')!]).toEqual([1, 0.5, Number.NaN]);
    expect([...table.get('z')!]).toEqual([-2000, Number.NaN, Number.NaN]);
  });

  it('leaves a column of row names aside', () => {
    expect([...readOutputs('"","y"\n"1",0.25\n"2",0.5\n', 10).entries()]).toEqual([['y', Float64Array.of(0.25, 0.5)]]);
  });

  it.each([
    ['y\n1\nsoon\n', 'line 3, column y: expected a finite number, got "soon"'],
    ['y\ninf\n', 'line 2, column y: expected a finite number, got "inf"'],
    ['y\n1e400\n', 'line 2, column y: expected a finite number, got "1e400"'],
    ['0.5\n0.25\n', 'line 1: expected the names of the columns, got numbers'],
    ['y,y\n1,2\n', 'line 1: there are two columns "y"'],
  ])('refuses %j', (text, sentence) => {
    expect(() => readOutputs(text, 10)).toThrow(new Error(sentence));
  });
});
