import { z } from 'zod';
import { Id, Text } from './common.ts';

/** How the replay shows a classic, so that its main result is visible. */
export const View = z.strictObject({
  chart: z.enum(['lines', 'bars', 'actors', 'table']).meta({
    description:
      'lines: lists of the analysis over time; bars: lists of the analysis, a bar an actor; actors: a figure of each actor over time; table: figures of the analysis',
  }),
  of: z.array(Id).min(1).max(8).meta({
    description: 'keys of the analysis, or for actors one of strength, effortRate, threat, welfare, standing',
  }),
  each: Text.min(1).optional().meta({ description: 'what a bar is if it is not an actor; bars are numbered from 1' }),
  unit: Text.default('').meta({ description: 'what the vertical axis counts' }),
  look: z.array(Text.min(1)).length(2).meta({ description: 'two sentences of what to look for' }),
});
export type View = z.infer<typeof View>;
