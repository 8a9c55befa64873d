import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartCells, extentOf } from '../../../viz/sweep/cells.ts';
import { SHADES, shadeStep } from '../../../viz/sweep/heat-shade.ts';
import { axisOfColumn } from '../../../viz/sweep/levels.ts';
import { searchPaths } from '../../../viz/sweep/path-search.ts';
import { pointRows, sortedRows } from '../../../viz/sweep/point-rows.ts';
import { stepIn } from '../../../viz/sweep/roving.ts';

const NONE = Number.NaN;

describe('an axis', () => {
  it('has a level for each of few values, in order, and none for runs that are missing', () => {
    const axis = axisOfColumn('x', Float64Array.of(0.4, 0.1, NONE, 0.4), false);
    expect(axis.levels.map(({ from }) => from)).toEqual([0.1, 0.4]);
    expect([...axis.levelOf]).toEqual([1, 0, -1, 1]);
    expect(axis.isBinned).toBe(false);
  });

  it('keeps texts in the order of their list', () => {
    const axis = axisOfColumn('x', ['b', 'a', null, 'b'], false);
    expect(axis.levels.map(({ text }) => text)).toEqual(['b', 'a']);
    expect([...axis.levelOf]).toEqual([0, 1, -1, 0]);
  });

  it.each([false, true])('puts many values into ranges that cover all of them (equal ratios: %s)', (isLog) => {
    const value = fc.double({ min: 0.001, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 30, maxLength: 60 }), (values) => {
        const axis = axisOfColumn('x', Float64Array.from(values), isLog);
        expect(axis.isBinned).toBe(true);
        expect(axis.levels[0]!.from).toBe(Math.min(...values));
        expect(axis.levels.at(-1)!.to).toBe(Math.max(...values));
        values.forEach((one, run) => {
          const { from, to } = axis.levels[axis.levelOf[run]!]!;
          const slack = 1e-9 * one;
          expect(one).toBeGreaterThanOrEqual(from - slack);
          expect(one).toBeLessThanOrEqual(to + slack);
        });
      }),
    );
  });
});

describe('cells', () => {
  const x = axisOfColumn('x', Float64Array.of(0, 1, 0, 1, 0, NONE), false);
  const y = axisOfColumn('y', Float64Array.of(5, 5, 5, 5, 6, NONE), false);
  const values = Float64Array.of(1, 10, 3, NONE, 7, NONE);

  it('hold the runs of their levels, their mean and its interval', () => {
    const cells = chartCells({ x, y, values, isShown: () => true, isShare: false });
    expect(cells.map((row) => row.map(({ runs }) => runs))).toEqual([
      [
        [0, 2],
        [1, 3],
      ],
      [[4], []],
    ]);
    expect(cells[0]![0]).toMatchObject({ n: 2, mean: 2 });
    // The t-quantile of one degree of freedom, 12.7062, times sd √2 over √2.
    expect(cells[0]![0]!.high - 2).toBeCloseTo(12.7062, 3);
    expect(cells[0]![1]).toMatchObject({ n: 1, mean: 10, low: NONE });
    expect(cells[1]![1]).toMatchObject({ n: 0, mean: NONE });
  });

  it('leave out what is not looked at, and give a fact the interval of a share', () => {
    const facts = Float64Array.of(1, 0, 1, 1, 0, NONE);
    const [row] = chartCells({ x, values: facts, isShown: (run) => run !== 4, isShare: true });
    expect(row!.map(({ mean, n }) => [mean, n])).toEqual([
      [1, 2],
      [0.5, 2],
    ]);
    expect(row![0]!.high).toBe(1);
    expect(row![0]!.low).toBeCloseTo(0.3424, 3);
  });
});

it('shades run from the least to the highest, and a number that is none has none', () => {
  expect([0, 5, 10, NONE].map((value) => shadeStep(value, [0, 10]))).toEqual([0, 4, SHADES - 1, -1]);
  expect(shadeStep(3, [3, 3])).toBe(4);
  expect(extentOf([NONE, 3, -1])).toEqual([-1, 3]);
  expect(extentOf([NONE])).toBeUndefined();
});

it('arrow keys stay within the picture', () => {
  const press = (key: string, more = {}) =>
    stepIn(
      { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more } as KeyboardEvent,
      [0, 2],
      [2, 3],
    );
  expect([press('ArrowUp'), press('ArrowDown'), press('ArrowRight'), press('Home')]).toEqual([
    [0, 2],
    [1, 2],
    [0, 2],
    [0, 0],
  ]);
  expect([press('a'), press('ArrowLeft', { ctrlKey: true })]).toEqual([undefined, undefined]);
});

describe('the search of paths', () => {
  const choices = ['dyads.GER.RUS.hostility', 'dyads.RUS.GER.hostility', 'actors.GER.autonomy'].map((path) => ({
    path,
    says: path.startsWith('dyads') ? 'hostility toward the other' : 'dislike of constraint',
    of: path.includes('GER') ? 'Deutsches Réich' : '',
  }));
  const found = (text: string) => searchPaths(choices, text, () => '').found.map(({ path }) => path);

  it('finds every word, in any order, in paths and in what is said of them', () => {
    expect(found('rus ger')).toEqual(['dyads.GER.RUS.hostility', 'dyads.RUS.GER.hostility']);
    expect(found('constraint reich')).toEqual(['actors.GER.autonomy']);
    expect(found('nothing like it')).toEqual([]);
    expect(found('')).toHaveLength(3);
  });

  it('has first what begins as it was typed', () => {
    expect(found('dyads.RUS')[0]).toBe('dyads.RUS.GER.hostility');
    expect(found('autonomy')[0]).toBe('actors.GER.autonomy');
  });
});

describe('rows of points', () => {
  const columns = new Map<string, Float64Array | readonly (string | null)[]>([
    ['point', Float64Array.of(0, 1, 0, NONE)],
    ['x', Float64Array.of(0.5, 0.1, 0.5, NONE)],
    ['variant', ['a', 'a', 'b', null]],
  ]);
  const rows = pointRows({
    columns,
    varied: ['x'],
    variants: ['a', 'b'],
    values: Float64Array.of(4, 9, NONE, NONE),
    isShare: false,
    isShown: () => true,
  });

  it('are those that have runs, each variant by itself', () => {
    expect(rows.map(({ point, variant, settings, cell }) => [point, variant, settings, cell.runs])).toEqual([
      [0, 'a', [0.5], [0]],
      [0, 'b', [0.5], [2]],
      [1, 'a', [0.1], [1]],
    ]);
  });

  it('are sorted by any column, what has no value last', () => {
    const keys = (by: string, isDown: boolean) => sortedRows(rows, by, isDown, ['x']).map(({ key }) => key);
    expect(keys('mean', true)).toEqual(['1 a', '0 a', '0 b']);
    expect(keys('mean', false)).toEqual(['0 a', '1 a', '0 b']);
    expect(keys('value x', false)).toEqual(['1 a', '0 a', '0 b']);
  });
});
