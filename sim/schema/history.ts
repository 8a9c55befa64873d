import { z } from 'zod';
import { Confidence, Id, NonNegative, Text } from './common.ts';

/** What happened in the real world. The engine never reads it: runs are scored against it. */
export const Fact = z.strictObject({
  id: Id,
  kind: z.enum(['allied', 'member', 'left', 'war', 'metric']),
  who: z.array(Id).min(1),
  from: z.number(),
  to: z.number(),
  alliance: Id.optional().meta({ description: 'for member and left: the treaty meant, if one at the start' }),
  metric: Text.optional(),
  value: z.number().optional(),
  tolerance: NonNegative.optional(),
  statement: Text.optional(),
  source: Text,
  confidence: Confidence,
});
export type Fact = z.infer<typeof Fact>;

/** Sources of numbers: for each number, the entry with the longest matching path applies. */
export const Provenance = z.strictObject({
  path: z
    .string()
    .min(1)
    .meta({ description: 'a path into the scenario; * stands for any one step, a trailing ** for everything below' }),
  source: Text.min(1),
  confidence: Confidence,
});
