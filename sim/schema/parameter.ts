import { z } from 'zod';
import { Text } from './common.ts';

const Values = z.array(z.number()).min(1).max(4_000);

/** A number that a scenario offers to whoever runs it, with a sentence on it and the range it may have. */
export const DescribedParameter = z.strictObject({
  value: z.union([z.number(), Values]).meta({ description: 'a number, or a list of them' }),
  describe: Text.min(1).meta({ description: 'what it means, in one sentence' }),
  min: z.number(),
  max: z.number(),
  whole: z.boolean().default(false).meta({ description: 'only whole numbers' }),
});
export type DescribedParameter = z.infer<typeof DescribedParameter>;

export const Parameter = z.union([z.number(), DescribedParameter]);
export type Parameter = z.infer<typeof Parameter>;

export const valueIn = (parameter: Parameter): number | readonly number[] =>
  typeof parameter === 'number' ? parameter : parameter.value;

/** Names and values of the parameters that are one number: what formulas may use and shocks may move. */
export function numbersOf(parameters: Readonly<Record<string, Parameter>>): [string, number][] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const value = valueIn(parameter);
    return typeof value === 'number' ? [[name, value] as [string, number]] : [];
  });
}
