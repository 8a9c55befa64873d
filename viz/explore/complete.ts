import { getLocation, type Segment } from 'jsonc-parser';

/** As much of a JSON schema as completion reads. */
export interface Schema {
  description?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: readonly Schema[];
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
}

export interface Word {
  label: string;
  detail: string;
}

/** What may stand at a place of the text: keys not used yet, or the words that a value may be. */
export function wordsAt(text: string, offset: number, schema: Schema): { words: Word[]; isKey: boolean } {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const nodes = nodesAt(schema, schema, isAtPropertyKey ? path.slice(0, -1) : path);
  if (!isAtPropertyKey)
    return {
      isKey: false,
      words: nodes
        .flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])])
        .filter((value) => typeof value === 'string')
        .map((label) => ({ label, detail: '' })),
    };
  const known = new Map<string, Word>();
  for (const { properties = {} } of nodes)
    for (const [label, { description = '' }] of Object.entries(properties))
      known.set(label, { label, detail: description });
  const used = siblings(text, offset);
  const own = previousNode?.type === 'property' || previousNode?.type === 'string' ? previousNode.value : undefined;
  return { isKey: true, words: [...known.values()].filter(({ label }) => label === own || !used.has(label)) };
}

/** Everything that a schema says of a place, whichever branch of a union is meant. */
function nodesAt(root: Schema, node: Schema, path: readonly Segment[]): Schema[] {
  const plain = node.$ref ? (root.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {}) : node;
  const branches = plain.anyOf?.flatMap((branch) => nodesAt(root, branch, path)) ?? [];
  const [step, ...rest] = path;
  if (step === undefined) return [plain, ...branches];
  const { properties, additionalProperties, items } = plain;
  const inner =
    typeof step === 'number'
      ? items
      : properties && Object.hasOwn(properties, step)
        ? properties[step]
        : typeof additionalProperties === 'object'
          ? additionalProperties
          : undefined;
  return inner ? [...nodesAt(root, inner, rest), ...branches] : branches;
}

/** Keys of the object that a place stands in, read from the text about it, which need not be whole. */
function siblings(text: string, offset: number): Set<string> {
  const keys = new Set<string>();
  const read = (step: 1 | -1): void => {
    let depth = 0;
    for (
      let at = step < 0 ? offset - 1 : offset;
      at >= 0 && at < text.length && Math.abs(at - offset) < 20_000;
      at += step
    ) {
      const sign = text[at]!;
      if (step < 0 ? '}]'.includes(sign) : '{['.includes(sign)) depth++;
      if (step < 0 ? '{['.includes(sign) : '}]'.includes(sign)) depth--;
      if (depth < 0) return;
      if (depth === 0 && sign === ':') {
        const key = /"((?:[^"\\]|\\.)*)"\s*$/.exec(text.slice(Math.max(0, at - 200), at));
        if (key) keys.add(key[1]!);
      }
    }
  };
  read(-1);
  read(1);
  return keys;
}
