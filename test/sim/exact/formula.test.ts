import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../sim/exact/formula.ts';

const NAMES = ['x', 'y', 'best'];
const at = (source: string, x = 3, y = -2, best = 0.5): number => compile(source, NAMES)(Float64Array.of(x, y, best));

describe('a formula', () => {
  it.each<[string, number]>([
    ['1', 1],
    ['1.5e-3', 0.0015],
    ['.5', 0.5],
    ['x', 3],
    ['x + y', 1],
    ['x - y - 1', 4],
    ['x * y + 1', -5],
    ['1 + x * y', -5],
    ['(1 + x) * y', -8],
    ['x / y', -1.5],
    ['x / y / 2', -0.75],
    ['7 % 4', 3],
    // A power binds tighter than a sign, and to the right.
    ['-x^2', -9],
    ['(-x)^2', 9],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['-2^2 + 1', -3],
    ['+x', 3],
    ['- - x', 3],
    ['2 x', 6],
    ['2(x + 1)', 8],
    ['x > y', 1],
    ['x < y', 0],
    ['x >= 3', 1],
    ['x <= 2', 0],
    ['x == 3', 1],
    ['x != 3', 0],
    ['x > 0 and y > 0', 0],
    ['x > 0 or y > 0', 1],
    ['not x', 0],
    ['not 0', 1],
    ['x > 2 ? 10 : 20', 10],
    ['x > 5 ? 10 : y < 0 ? 20 : 30', 20],
    ['abs(y)', 2],
    ['sqrt(x * x)', 3],
    ['exp(0)', 1],
    ['log(1)', 0],
    ['floor(-best)', -1],
    ['ceil(best)', 1],
    ['round(2.4)', 2],
    ['sign(y)', -1],
    ['min(x, y, 0)', -2],
    ['max(x)', 3],
    ['pow(2, 10)', 1024],
    ['clamp(x, 0, 1)', 1],
    ['clamp(y, 0, 1)', 0],
    ['clamp(best, 0, 1)', 0.5],
    ['min(x, 5 * best)', 2.5],
  ])('%s is %d', (source, value) => {
    expect(at(source)).toBe(value);
  });

  it.each(['1 / 0', 'log(-1)', '0 / 0', 'sqrt(-1)'])('%s is a number too, if not a finite one', (source) => {
    expect(at(source)).toBeTypeOf('number');
    expect(Number.isFinite(at(source))).toBe(false);
  });

  it('of a hundred terms in a row is long, not deep', () => {
    expect(at(new Array(100).fill('1').join(' + '))).toBe(100);
    expect(at(new Array(100).fill('x').join(' - '))).toBe(3 - 99 * 3);
    expect(() => at(new Array(101).fill('1').join(' + '))).toThrow('formula of more than 200 parts');
    expect(() => at(`${'('.repeat(61)}x${')'.repeat(61)}`)).toThrow('formula nested deeper than 60');
  });

  it('takes a branch of a choice only when it is chosen', () => {
    expect(at('x > 0 ? x : 1 / 0')).toBe(3);
  });
});

type Tree = number | string | [string, ...Tree[]];
const OPERATORS: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => (a < b ? 1 : 0),
  '>=': (a, b) => (a >= b ? 1 : 0),
  '==': (a, b) => (a === b ? 1 : 0),
};
const CALLS: Record<string, (...x: number[]) => number> = {
  abs: Math.abs,
  min: Math.min,
  max: Math.max,
  floor: Math.floor,
  sqrt: Math.sqrt,
};

function written(tree: Tree): string {
  if (typeof tree === 'number') return tree < 0 || Object.is(tree, -0) ? `(-${-tree})` : String(tree);
  if (typeof tree === 'string') return tree;
  const [head, ...parts] = tree;
  const inner = parts.map(written);
  if (head === '?') return `(${inner[0]} ? ${inner[1]} : ${inner[2]})`;
  if (head === 'neg') return `(-${inner[0]})`;
  return head in CALLS ? `${head}(${inner.join(', ')})` : `(${inner.join(` ${head} `)})`;
}

function worth(tree: Tree, x: number, y: number): number {
  if (typeof tree === 'number') return tree;
  if (typeof tree === 'string') return tree === 'x' ? x : y;
  const [head, ...parts] = tree;
  const inner = parts.map((part) => worth(part, x, y));
  if (head === '?') return inner[0] !== 0 ? inner[1]! : inner[2]!;
  if (head === 'neg') return -inner[0]!;
  return head in CALLS ? CALLS[head]!(...inner) : OPERATORS[head]!(inner[0]!, inner[1]!);
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'formula' },
    fc.oneof(
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom('x', 'y'),
    ),
    fc.tuple(fc.constantFrom(...Object.keys(OPERATORS)), tie('tree'), tie('tree')) as fc.Arbitrary<Tree>,
    fc.tuple(fc.constantFrom('abs', 'floor', 'sqrt', 'neg'), tie('tree')) as fc.Arbitrary<Tree>,
    fc.tuple(fc.constantFrom('min', 'max'), tie('tree'), tie('tree')) as fc.Arbitrary<Tree>,
    fc.tuple(fc.constant('?'), tie('tree'), tie('tree'), tie('tree')) as fc.Arbitrary<Tree>,
  ),
}));

describe('whatever is written', () => {
  it('comes to what its tree comes to', () => {
    const point = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(tree, point, point, (of, x, y) => {
        const source = written(of);
        fc.pre(source.length <= 1_000);
        expect(at(source, x, y)).toBe(worth(of, x, y));
      }),
      { numRuns: 1_000, seed: Number(process.env.FC_SEED ?? 1) },
    );
  });
});
