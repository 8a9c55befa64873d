import { z } from 'zod';
import { LIMITS } from './common.ts';
import type { Path } from './fault.ts';

/** The part of JSON Schema that zod writes and that a sentence needs. */
export interface Expected {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  items?: Expected;
  properties?: Record<string, Expected>;
  required?: string[];
  propertyNames?: Expected;
  additionalProperties?: Expected | false;
  anyOf?: Expected[];
  oneOf?: Expected[];
}

const written = new WeakMap<z.ZodType, Expected>();

/** The JSON Schema of a zod schema, made when the first fault needs it. */
export function expected(schema: z.ZodType): Expected {
  let node = written.get(schema);
  if (!node) {
    node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Expected;
    written.set(schema, node);
  }
  return node;
}

const branches = (node: Expected): Expected[] => (node.anyOf ?? node.oneOf)?.flatMap(branches) ?? [node];

const entryOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;

/** The branches of a union whose tag matches the value. */
function fits(node: Expected, value: unknown): boolean {
  return Object.entries(node.properties ?? {}).every(
    ([key, { const: tag }]) => tag === undefined || entryOf(value, key) === tag,
  );
}

/** What is expected at the path; several nodes below a union that the input does not decide. */
export function expectedAt(root: Expected, path: Path, input: unknown): Expected[] {
  let nodes = branches(root);
  let value = input;
  for (const step of path) {
    const fitting = nodes.filter((node) => fits(node, value));
    nodes = (fitting.length > 0 ? fitting : nodes).flatMap((node) => below(node, step)).flatMap(branches);
    value = entryOf(value, step);
  }
  return nodes;
}

function below(node: Expected, step: PropertyKey): Expected[] {
  if (typeof step === 'number') return node.items ? [node.items] : [];
  if (node.properties && Object.hasOwn(node.properties, step)) return [node.properties[String(step)]!];
  return node.additionalProperties ? [node.additionalProperties] : [];
}

export const valueAt = (input: unknown, path: Path): unknown => path.reduce(entryOf, input);

/** The keys that an object at these nodes may have. */
export const keysOf = (nodes: readonly Expected[]): string[] => [
  ...new Set(
    nodes.flatMap((node) => [...Object.keys(node.properties ?? {}), ...words(node.propertyNames?.enum ?? [])]),
  ),
];

const words = (list: readonly unknown[]): string[] => list.filter((entry) => typeof entry === 'string');

/** The allowed values of a choice; empty where it is not a choice. */
export const choicesOf = (nodes: readonly Expected[]): string[] =>
  words(nodes.flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const])));

/** What is expected, as part of a sentence. */
export function describe(nodes: readonly Expected[]): string {
  const choices = nodes.flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const]));
  const tags = nodes.flatMap((node) => (nodes.length > 1 && node.required?.length === 1 ? node.required : []));
  const others = nodes.filter((node) => !node.enum && node.const === undefined && !(tags.length > 1 && node.required));
  const parts = [
    ...(choices.length > 1 ? [`one of ${quoted(choices)}`] : quoted(choices) ? [quoted(choices)] : []),
    ...others.map(describeOne),
    ...(tags.length > 1 ? [`an object with one of ${quoted(tags)}`] : []),
  ];
  return [...new Set(parts)].join(' or ') || 'nothing';
}

const quoted = (list: readonly unknown[]): string => list.map((entry) => JSON.stringify(entry)).join(', ');

function describeOne(node: Expected): string {
  switch (node.type) {
    case 'number':
      return range('a number', node.exclusiveMinimum, node.minimum, node.maximum);
    case 'integer':
      return range('a whole number', node.exclusiveMinimum, safe(node.minimum), safe(node.maximum));
    case 'string':
      return describeText(node);
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return amount('a list', '', node.minItems, node.maxItems);
    case 'object':
      return 'an object';
    default:
      return 'a value';
  }
}

const safe = (limit: number | undefined): number | undefined =>
  limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit;

function describeText({ pattern, minLength, maxLength }: Expected): string {
  if (pattern?.startsWith('^[A-Za-z]')) return 'an id (a letter, then at most 63 letters, digits or "-")';
  if (pattern !== undefined) return `a text that matches ${pattern}`;
  if (maxLength === LIMITS.formulaLength) return `a formula of at most ${maxLength} characters`;
  return amount('a text', ' characters', minLength, maxLength);
}

function range(what: string, above?: number, least?: number, most?: number): string {
  if (above !== undefined) return `${what} > ${above}${most === undefined ? '' : ` and ≤ ${most}`}`;
  if (least !== undefined && most !== undefined) return `${what} from ${least} to ${most}`;
  if (least !== undefined) return `${what} ≥ ${least}`;
  return most === undefined ? what : `${what} ≤ ${most}`;
}

function amount(what: string, unit: string, least = 0, most?: number): string {
  if (least > 0 && least === most) return `${what} of ${least}${unit}`;
  if (least > 0 && most !== undefined) return `${what} of ${least} to ${most}${unit}`;
  if (least > 0) return `${what} of at least ${least}${unit}`;
  return most === undefined ? what : `${what} of at most ${most}${unit}`;
}
