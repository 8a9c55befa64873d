import { z } from 'zod';
import { Text } from './common.ts';
import { type Path, type ReportFault, shown } from './fault.ts';

const Values = z.array(z.number()).min(1).max(4_000);

/** A described parameter: a number that a scenario offers to set, with a description and an allowed range. */
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

/** Names and values of the parameters that are single numbers: those that formulas may use and shocks may change. */
export function numbersOf(parameters: Readonly<Record<string, Parameter>>): [string, number][] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const value = valueIn(parameter);
    return typeof value === 'number' ? [[name, value] as [string, number]] : [];
  });
}

/** Each parameter that has a range must lie within it. */
export function checkParameters(
  parameters: readonly (readonly [string, Parameter])[],
  at: Path,
  report: ReportFault,
): void {
  for (const [name, parameter] of parameters) {
    if (typeof parameter === 'number') continue;
    const { value, min, max, whole } = parameter;
    const fits = (x: number): boolean => x >= min && x <= max && (!whole || Number.isInteger(x));
    const wrong = typeof value === 'number' ? (fits(value) ? -1 : 0) : value.findIndex((x) => !fits(x));
    if (wrong < 0) continue;
    const place = typeof value === 'number' ? [] : [wrong];
    const got = typeof value === 'number' ? value : value[wrong];
    report(
      [...at, 'parameters', name, ...place],
      `expected a ${whole ? 'whole ' : ''}number from ${min} to ${max}, got ${shown(got)}`,
    );
  }
}
