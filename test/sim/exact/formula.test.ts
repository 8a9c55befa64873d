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

describe('what a stranger may write', () => {
  it.each([
    '',
    ' ',
    '# nothing',
    'constructor',
    '__proto__',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'constructor(1)',
    'toString()',
    'toString(1)',
    'valueOf(1)',
    '__proto__(1)',
    'hasOwnProperty(x)',
    'x.constructor',
    'x.constructor("return process")()',
    'x["constructor"]',
    'x[1]',
    'best.toString()',
    'abs.constructor("1")()',
    '(abs)(1)',
    'x = 1',
    'x = y = 1',
    'f(a) = a',
    'f(a) = f(a)',
    'f(a) = a; f(1)',
    '1; 2',
    '1\n2',
    '1:10',
    '[1, 2]',
    '[1, 2][1]',
    '[]',
    '{}',
    '{a: 1}',
    '{a: 1}.a',
    '"1"',
    "'x'",
    '"a" + "b"',
    'i',
    'e',
    'pi',
    'tau',
    'true',
    'null',
    'undefined',
    'Infinity',
    'NaN',
    'version',
    'end',
    '2 cm',
    '2 kg to g',
    'x to y',
    'x in y',
    '5!',
    'x!',
    "x'",
    'x | y',
    'x & y',
    '~x',
    'x << 2',
    'x .* y',
    'x .^ 2',
    'x ?? 1',
    'x?.y',
    'x && y',
    '1 < x < 5',
    'import({a: 1})',
    'import("fs")',
    'evaluate("1")',
    'parse("1")',
    'simplify("x")',
    'derivative("x^2", "x")',
    'createUnit("foo")',
    'compile("1")',
    'chain(1)',
    'config({})',
    'typed({})',
    'help("abs")',
    'reviver("a", 1)',
    'print("a", {})',
    'format(1)',
    'number("1")',
    'bignumber(1)',
    'random()',
    'sin(1)',
    'gamma(5)',
    'combinations(5, 2)',
    'abs()',
    'abs(1, 2)',
    'clamp(1)',
    'min()',
    `min(${Array.from({ length: 17 }, (_, k) => k).join(', ')})`,
    'z',
    'X',
    'x +',
    '* x',
    '(x',
    'x)',
    'x y z?',
    '=> 1',
    'function () { return 1 }',
    `\u0000`,
    'x; import("fs")',
    `${'('.repeat(10_000)}x${')'.repeat(10_000)}`,
    '('.repeat(10_000),
    `${'('.repeat(400)}x${')'.repeat(400)}`,
    `${'abs('.repeat(100)}x${')'.repeat(100)}`,
    Array.from({ length: 101 }, () => 'x').join('+'),
    `min(${Array.from({ length: 16 }, () => Array.from({ length: 10 }, () => 'x').join('+')).join(',')})`,
    '-'.repeat(900).concat('x'),
    'not '.repeat(200).concat('x'),
    'x^'.repeat(400).concat('x'),
    'x?'.repeat(200).concat('x', ':x'.repeat(200)),
    '1'.repeat(1_001),
  ])('is refused with a clause, or is a plain number: %j', (source) => {
    let formula: ReturnType<typeof compile>;
    try {
      formula = compile(source, NAMES);
    } catch (error) {
      // A clause of ours: short, whole, about the formula, and no accident of the parser's own code.
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).constructor).toBe(Error);
      const { message } = error as Error;
      expect(message).toMatch(/formula|operator|function/);
      expect(message).not.toMatch(/undefined|\[object|stack|Cannot read|is not a function/i);
      expect(message.length).toBeLessThan(1_300);
      return;
    }
    expect(formula(Float64Array.of(3, -2, 0.5))).toBeTypeOf('number');
  });

  // Those of the list that no formula may ever be, whatever the parser makes of them.
  it.each([
    'constructor',
    '__proto__',
    'toString(1)',
    'valueOf(1)',
    'x.constructor',
    'x["constructor"]',
    'x = 1',
    'f(a) = a',
    '1; 2',
    '1:10',
    '[1, 2]',
    '{a: 1}',
    '"1"',
    'i',
    'e',
    'pi',
    'true',
    'null',
    '2 cm',
    '5!',
    "x'",
    'random()',
    'import("fs")',
    'evaluate("1")',
    'createUnit("foo")',
    '1 < x < 5',
  ])('is never a number: %s', (source) => {
    expect(() => compile(source, NAMES)).toThrow();
  });

  it('reads a per cent as a hundredth', () => {
    expect(at('50%')).toBe(0.5);
  });

  it('knows the names it is given and no others, even those every object answers to', () => {
    expect(compile('constructor + toString', ['constructor', 'toString'])(Float64Array.of(1, 2))).toBe(3);
    expect(() => compile('e', ['pi'])).toThrow('unknown name "e" in formula (known: pi)');
  });

  it('says what a formula may not say', () => {
    const clause = (source: string): string => {
      try {
        compile(source, ['x']);
        return 'accepted';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(
      ['x = 1', 'f(a) = a', 'x.y', '1; 2', '1:3', '[1]', '{a: 1}', '"a"', 'x!', 'foo(1)', 'z'].map(clause),
    ).toEqual([
      'a formula may not contain an assignment',
      'a formula may not contain a function definition',
      'a formula may not contain access to a property',
      'a formula may not contain more than one expression',
      'a formula may not contain a range',
      'a formula may not contain a list',
      'a formula may not contain an object',
      'a formula contains only numbers, not "a"',
      'operator "!" is not allowed in a formula',
      expect.stringContaining('function "foo" is not allowed in a formula (abs, '),
      'unknown name "z" in formula (known: x)',
    ]);
  });

  it('never breaks on any text at all', () => {
    const pieces = ['x', '1', '+', '-', '^', '(', ')', '[', ']', '{', '}', '.', ',', ';', ':', '?', '"', '=', '!', "'"];
    const words = [
      'constructor',
      '__proto__',
      'import',
      'abs',
      'mod',
      'to',
      'not',
      'and',
      '%',
      '\n',
      ' ',
      '#',
      '5n',
      '0x1',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 12 }), (parts) => {
        try {
          expect(compile(parts.join(''), NAMES)(new Float64Array(3))).toBeTypeOf('number');
        } catch (error) {
          expect((error as Error).message).toMatch(/formula|operator|function/);
        }
      }),
      { numRuns: 2_000, seed: 1 },
    );
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
      { numRuns: 1_000 },
    );
  });
});
