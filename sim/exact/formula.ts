import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { exp, log, pow } from './exact-math.ts';
import { listed, onOneLine, quoted } from './quoted.ts';

/** Limits on an untrusted formula: nodes of its syntax tree, and characters. */
export const FORMULA_LIMITS = { nodes: 200, length: 1_000 } as const;

const { parse } = create({ parseDependencies: parseDependencies! }) as { parse: (source: string) => MathNode };

/** Reads the slots that its formula was compiled with; always returns a number, perhaps NaN. */
export type Formula = (slots: Float64Array) => number;

const DEPTH = 60;

// Maps, never object literals: {abs: Math.abs} would also answer to `constructor` and `toString`.
const FUNCTIONS = new Map<string, { arity: [number, number]; call: (...x: number[]) => number }>([
  ['abs', { arity: [1, 1], call: Math.abs }],
  ['sqrt', { arity: [1, 1], call: Math.sqrt }],
  ['exp', { arity: [1, 1], call: exp }],
  ['log', { arity: [1, 1], call: log }],
  ['floor', { arity: [1, 1], call: Math.floor }],
  ['ceil', { arity: [1, 1], call: Math.ceil }],
  ['round', { arity: [1, 1], call: Math.round }],
  ['sign', { arity: [1, 1], call: Math.sign }],
  ['min', { arity: [1, 16], call: Math.min }],
  ['max', { arity: [1, 16], call: Math.max }],
  ['pow', { arity: [2, 2], call: pow }],
  ['clamp', { arity: [3, 3], call: (x, low, high) => (x! < low! ? low! : x! > high! ? high! : x!) }],
]);

const BINARY = new Map<string, (a: number, b: number) => number>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['%', (a, b) => a % b],
  ['^', pow],
  ['<', (a, b) => +(a < b)],
  ['<=', (a, b) => +(a <= b)],
  ['>', (a, b) => +(a > b)],
  ['>=', (a, b) => +(a >= b)],
  ['==', (a, b) => +(a === b)],
  ['!=', (a, b) => +(a !== b)],
  ['and', (a, b) => +(a !== 0 && b !== 0)],
  ['or', (a, b) => +(a !== 0 || b !== 0)],
]);

const UNARY = new Map<string, (a: number) => number>([
  ['-', (a) => -a],
  ['+', (a) => a],
  ['not', (a) => +(a === 0)],
]);

// The fields of a mathjs node that the compiler reads.
interface Node {
  type: string;
  value?: unknown;
  name?: string;
  op?: string;
  fn?: { type: string; name?: string };
  args?: Node[];
  content?: Node;
  condition?: Node;
  trueExpr?: Node;
  falseExpr?: Node;
}

const joined = new WeakMap<readonly string[], Map<readonly string[], readonly string[]>>();

/** The names that a formula may use: its own, then the scenario's parameters. The same two lists give the same list. */
export function formulaNames(own: readonly string[], parameters: readonly string[]): readonly string[] {
  const those = joined.get(parameters) ?? new Map<readonly string[], readonly string[]>();
  if (those.size === 0) joined.set(parameters, those);
  const names = those.get(own) ?? [...own, ...parameters];
  those.set(own, names);
  return names;
}

const slotted = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Made once for all formulas over the same names: a scenario may have thousands of both. */
function slotsOf(names: readonly string[]): ReadonlyMap<string, number> {
  let slots = slotted.get(names);
  if (!slots) {
    slots = new Map(names.map((name, slot) => [name, slot]));
    slotted.set(names, slots);
  }
  return slots;
}

/** A name that stands for two things in formulas over these names, if there is one. */
export function ambiguousName(names: readonly string[]): string | undefined {
  const slots = slotsOf(names);
  return slots.size === names.length ? undefined : names.find((name, slot) => slots.get(name) !== slot);
}

/**
 * Compiles `source` over the named variables; slot i of the argument holds the value of `names[i]`. mathjs only parses. What runs
 * is a tree of closures made from a short list of node kinds; all other kinds are refused.
 * @throws {Error} one clause that says what the formula may not contain, without its place, which the caller knows.
 */
export function compile(source: string, names: readonly string[]): Formula {
  if (source.length > FORMULA_LIMITS.length) throw new Error(`formula longer than ${FORMULA_LIMITS.length} characters`);
  const slots = slotsOf(names);
  let nodes = 0;

  const fold = (node: Node): Formula => {
    if (++nodes > FORMULA_LIMITS.nodes) throw new Error(`formula of more than ${FORMULA_LIMITS.nodes} parts`);
    const child = (of: Node | undefined): Formula => {
      if (!of) throw new Error('formula is incomplete');
      return fold(of);
    };
    switch (node.type) {
      case 'ConstantNode': {
        const value = node.value;
        if (typeof value !== 'number')
          throw new Error(
            `a formula contains only numbers, not ${value === undefined ? 'nothing' : quoted(String(value))}`,
          );
        return () => value;
      }
      case 'SymbolNode': {
        const slot = slots.get(node.name ?? '');
        if (slot === undefined)
          throw new Error(`unknown name ${quoted(node.name ?? '')} in formula (known: ${listed(names)})`);
        return (x) => x[slot]!;
      }
      case 'ParenthesisNode':
        return child(node.content);
      case 'ConditionalNode': {
        const condition = child(node.condition);
        const yes = child(node.trueExpr);
        const no = child(node.falseExpr);
        return (x) => (condition(x) !== 0 ? yes(x) : no(x));
      }
      case 'OperatorNode': {
        const args = node.args ?? [];
        const unary = args.length === 1 ? UNARY.get(node.op ?? '') : undefined;
        if (unary) {
          const a = child(args[0]);
          return (x) => unary(a(x));
        }
        const binary = args.length === 2 ? BINARY.get(node.op ?? '') : undefined;
        if (!binary) throw new Error(`operator ${quoted(node.op ?? '')} is not allowed in a formula`);
        const a = child(args[0]);
        const b = child(args[1]);
        return (x) => binary(a(x), b(x));
      }
      case 'FunctionNode': {
        const name = node.fn?.type === 'SymbolNode' ? (node.fn.name ?? '') : '';
        const known = FUNCTIONS.get(name);
        if (!known)
          throw new Error(`function ${quoted(name)} is not allowed in a formula (${[...FUNCTIONS.keys()].join(', ')})`);
        const args = (node.args ?? []).map(child);
        const [least, most] = known.arity;
        if (args.length < least || args.length > most)
          throw new Error(
            `function "${name}" takes ${least === most ? least : `${least} to ${most}`} values, got ${args.length}`,
          );
        const { call } = known;
        const [a, b] = args;
        if (args.length === 1 && a) return (x) => call(a(x));
        if (args.length === 2 && a && b) return (x) => call(a(x), b(x));
        return (x) => call(...args.map((arg) => arg(x)));
      }
      default:
        throw new Error(`a formula may not contain ${describe(node.type)}`);
    }
  };

  return fold(read(source));
}

function read(source: string): Node {
  // The parser recurses once a parenthesis, so deep nesting is refused before it can exhaust the stack.
  let open = 0;
  for (const c of source) {
    if (c === '(' || c === '[' || c === '{') open++;
    else if (c === ')' || c === ']' || c === '}') open--;
    if (open > DEPTH) throw new Error(`formula nested deeper than ${DEPTH}`);
  }
  try {
    return parse(source) as unknown as Node;
  } catch (error) {
    throw new Error(`formula does not parse: ${complaint(error instanceof Error ? error.message : String(error))}`);
  }
}

/** The parser repeats what it could not read, with its line breaks and at any length. */
const complaint = (message: string): string =>
  onOneLine(message.replace(/"(.*)"/s, (_, part: string) => quoted(onOneLine(part))));

const describe = (type: string): string =>
  new Map([
    ['AssignmentNode', 'an assignment'],
    ['FunctionAssignmentNode', 'a function definition'],
    ['AccessorNode', 'access to a property'],
    ['IndexNode', 'an index'],
    ['BlockNode', 'more than one expression'],
    ['RangeNode', 'a range'],
    ['ArrayNode', 'a list'],
    ['ObjectNode', 'an object'],
    ['RelationalNode', 'a chain of comparisons'],
  ]).get(type) ?? type;
