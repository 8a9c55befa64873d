import { z } from 'zod';
import { SweepSpec } from '../sim/experiment/sweep/spec.ts';
import { Scenario } from '../sim/schema/scenario.ts';

interface Node {
  type?: string;
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  [key: string]: unknown;
}

const REFERENCE = { $ref: '#/$defs/reference' };
const COPIES = {
  description: 'stands for so many actors, numbered from 1 on; a list: as many as it has elements',
  anyOf: [{ type: 'integer', minimum: 1, maximum: 2000 }, REFERENCE],
};

/** What an editor may complete and accept: the engine’s schema, and what a scenario template may contain in its place. */
export function editorSchema(): Node {
  const schema = z.toJSONSchema(Scenario, { io: 'input' }) as Node;
  const { parameters, ...drawn } = schema.properties!;
  for (const [key, node] of Object.entries(drawn)) schema.properties![key] = open(node);
  schema.properties!.parameters = parameters!;
  schema.properties!.actors!.items!.properties!.copies = COPIES;
  schema.$defs = {
    reference: {
      description: 'the value of a parameter',
      type: 'object',
      properties: { parameter: { type: 'string' } },
      required: ['parameter'],
      additionalProperties: false,
    },
  };
  return schema;
}

/** What an editor may complete and accept in a sweep; a scenario that stands in it is looked at by the command alone. */
export const sweepSchema = (): Node => z.toJSONSchema(SweepSpec, { io: 'input' }) as Node;

/** The same schema, with a reference to a parameter allowed wherever a number is. */
function open(node: Node): Node {
  if (node.type === 'number' || node.type === 'integer') return { anyOf: [node, REFERENCE] };
  const changed: Node = { ...node };
  if (node.items) changed.items = open(node.items);
  if (node.anyOf) changed.anyOf = node.anyOf.map(open);
  if (typeof node.additionalProperties === 'object')
    changed.additionalProperties = open(node.additionalProperties as Node);
  if (node.properties)
    changed.properties = Object.fromEntries(Object.entries(node.properties).map(([key, inner]) => [key, open(inner)]));
  return changed;
}
