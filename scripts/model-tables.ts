// npm run model-tables: writes the tables of docs/model.md anew from what the code declares.
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { MEASURES } from '../sim/measures/index.ts';
import { PHASE_CATALOGUES } from '../sim/mechanisms/index.ts';
import { LADDER } from '../sim/mechanisms/realign/treaty-forms/security-treaties.ts';
import { depthOf, reliefOf } from '../sim/mechanisms/realign/utility/depth.ts';
import { Weights } from '../sim/mechanisms/realign/utility/weights.ts';
import type { Mechanism } from '../sim/model/mechanism.ts';
import { RUN_MEASURES } from '../sim/results/summary.ts';
import { Actor, Dyad, DyadDefaults, Threat } from '../sim/schema/actor.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { PHASES } from '../sim/schema/scenario.ts';
import { bondOf, Clauses, OBLIGATIONS } from '../sim/schema/treaty.ts';

export const MODEL_DOCUMENT = 'docs/model.md';

/** The part of z.toJSONSchema's output for one value that a table shows. */
interface Leaf {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  anyOf?: Leaf[];
  items?: Leaf;
  properties?: Record<string, Leaf>;
  additionalProperties?: Leaf | boolean;
  required?: string[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

export const mechanisms: readonly Mechanism[] = PHASES.flatMap((phase) => [
  ...PHASE_CATALOGUES[phase].standard,
  ...PHASE_CATALOGUES[phase].others,
]);

const leafOf = (schema: z.ZodType): Leaf => z.toJSONSchema(schema, { io: 'input' }) as Leaf;
const weights = leafOf(Weights);

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => ':--'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
const code = (text: string): string => `\`${text}\``;
const cited = (cites: readonly string[]): string => cites.join('; ') || '–';
const number = (x: number): string => String(x).replace('-', '−');

function rangeOf(leaf: Leaf): string {
  if (leaf.enum) return leaf.enum.map(String).join(', ');
  if (leaf.anyOf) return leaf.anyOf.map((one) => (one.type === 'null' ? 'null' : rangeOf(one))).join(' or ');
  if (leaf.type === 'array') return `list of: ${rangeOf(leaf.items ?? {})}`;
  if (leaf.properties) return `{${Object.keys(leaf.properties).join(', ')}}`;
  if (leaf.type === 'boolean') return 'true, false';
  if (leaf.type === 'object' && typeof leaf.additionalProperties === 'object')
    return `for each id: ${rangeOf(leaf.additionalProperties)}`;
  if (leaf.type === 'number' || leaf.type === 'integer') return interval(leaf);
  return leaf.type === 'string' ? 'text' : '';
}

function interval({ type, minimum, maximum, exclusiveMinimum }: Leaf): string {
  const whole = type === 'integer' ? 'whole ' : '';
  const bounded = (x: number | undefined): x is number => x !== undefined && Math.abs(x) < Number.MAX_SAFE_INTEGER;
  const low = bounded(exclusiveMinimum) ? exclusiveMinimum : minimum;
  if (bounded(low) && bounded(maximum))
    return `${whole}${low === exclusiveMinimum ? '(' : '['}${number(low)}, ${number(maximum)}]`;
  if (bounded(low)) return `${whole}${low === exclusiveMinimum ? '>' : '≥'} ${number(low)}`;
  return bounded(maximum) ? `${whole}≤ ${number(maximum)}` : `${whole}number`.replace('whole number', 'whole');
}

function defaultOf(leaf: Leaf, required: boolean): string {
  const value = leaf.default;
  if (value === undefined) return required ? 'must be given' : '–';
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.join(', ') || 'none';
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? 'none' : String(value);
}

/** One row for each number or name; a nested one is named by its path. */
function rowsOf({ properties = {}, required = [] }: Leaf, before = ''): string[][] {
  return Object.entries(properties).flatMap(([name, leaf]) => {
    const path = `${before}${name}`;
    if (JSON.stringify(leaf.properties) === JSON.stringify(weights.properties))
      return [[code(path), 'see the table of weights', '', 'weights of the terms of the appraisal']];
    if (leaf.properties) return rowsOf(leaf, `${path}.`);
    return [[code(path), defaultOf(leaf, required.includes(name)), rangeOf(leaf), leaf.description ?? '']];
  });
}

const FIELD = ['field', 'default', 'range', 'meaning'];
const fields = (schema: z.ZodType): string => table(FIELD, rowsOf(leafOf(schema)));
const pick = (value: string, other: string): string => (value === other ? value : `${value} (${other})`);

const years = (x: number | null): string => (x === null ? 'open' : number(x));

/** Every table of the document, by name. */
export function tables(): Map<string, string> {
  const found = new Map<string, string>([
    [
      'mechanisms',
      table(
        ['phase', 'mechanism', 'sources'],
        PHASES.flatMap((phase) => [
          ...PHASE_CATALOGUES[phase].standard.map((rule) => [phase, code(rule.name), cited(rule.cites)]),
          ...PHASE_CATALOGUES[phase].others.map((rule) => [phase, `${code(rule.name)} (by choice)`, cited(rule.cites)]),
        ]),
      ),
    ],
    ['actor', fields(Actor)],
    ['dyad', dyads()],
    ['threat', fields(Threat)],
    ['clauses', fields(Clauses)],
    ['weights', table(['weight', 'default', 'range', 'meaning'], rowsOf(weights))],
    ['forms', forms()],
    [
      'obligations',
      table(
        ['obligation', 'depth', 'relief'],
        OBLIGATIONS.map((name) => [code(name), number(depthOf(bondOf([name]))), number(reliefOf(bondOf([name])))]),
      ),
    ],
    [
      'measures',
      table(
        ['measure', 'what it is', 'sources'],
        MEASURES.map(({ name, describe, cites }) => [code(name), describe, cited(cites)]),
      ),
    ],
    [
      'run measures',
      table(
        ['measure', 'what it is'],
        RUN_MEASURES.map(({ name, describe }) => [code(name), describe]),
      ),
    ],
    [
      'limits',
      table(
        ['limit', 'value'],
        Object.entries(LIMITS).map(([name, value]) => [code(name), value.toLocaleString('en-US')]),
      ),
    ],
  ]);
  for (const { name, params } of mechanisms) {
    const rows = rowsOf(leafOf(params));
    if (rows.length > 0) found.set(`parameters of ${name}`, table(['parameter', ...FIELD.slice(1)], rows));
  }
  return found;
}

function dyads(): string {
  const start = leafOf(DyadDefaults).properties ?? {};
  const rows = rowsOf(leafOf(Dyad)).map(([name = '', value = '', ...rest]) => {
    const given = start[name.replace(/`/g, '')]?.default;
    return [name, given === undefined ? value : number(Number(given)), ...rest];
  });
  return table(FIELD, rows);
}

function forms(): string {
  const rows = LADDER.map(({ noun, trust, clauses, bond }) => [
    noun,
    number(trust),
    clauses.obligations.join(', '),
    pick(number(depthOf(bond)), number(reliefOf(bond))),
    number(clauses.formality),
    number(clauses.publicness),
    number(clauses.monitoring),
    years(clauses.term),
    years(clauses.reviewEvery),
    number(clauses.exitNotice),
  ]);
  const heads = 'form, trust needed, obligations, depth (relief), formality, ψ, monitoring, term, review, notice';
  return table(heads.split(/, (?![^(]*\))/), rows);
}

const BLOCK = /(<!-- generated: (.+?) -->\n)[\s\S]*?(<!-- end: \2 -->)/g;

/** The names of the tables that a document has placeholders for, in its order. */
export const roomsIn = (text: string): string[] => [...text.matchAll(BLOCK)].map((match) => match[2] ?? '');

/** The document with its tables filled in. */
export function filledDocument(text: string): string {
  const known = tables();
  return text.replace(BLOCK, (_, open: string, name: string, end: string) => {
    const content = known.get(name);
    if (content === undefined) throw new Error(`${MODEL_DOCUMENT}: no table is called "${name}"`);
    return `${open}${content}\n${end}`;
  });
}

if (process.argv[1]?.endsWith('model-tables.js'))
  writeFileSync(MODEL_DOCUMENT, filledDocument(readFileSync(MODEL_DOCUMENT, 'utf8')));
