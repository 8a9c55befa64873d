import { compile, type Formula, formulaNames } from '../exact/formula.ts';

/**
 * Parameters that hold a formula, each with the names that it may use besides the functions and operators of every formula. A
 * formula may also use the scenario's own numeric parameters.
 */
export type FormulaNames = Readonly<Record<string, readonly string[]>>;

/** The compiled formulas. Given a value for each of its names, a formula returns a number; NaN where it has none (0/0). */
export type Formulas<F extends FormulaNames> = {
  readonly [K in keyof F]: (values: Readonly<Record<F[K][number], number>>) => number;
};

/** One formula of a mechanism, compiled over its own names and then the scenario's parameters. */
export interface CompiledFormula {
  readonly parameter: string;
  readonly names: readonly string[];
  readonly formula: Formula;
}

/** @throws {Error} a clause that says what a formula may not contain. */
export const compileFormulas = (
  { formulas = {} }: { readonly formulas?: FormulaNames },
  params: unknown,
  parameterNames: readonly string[],
): readonly CompiledFormula[] =>
  Object.entries(formulas).map(([parameter, names]) => {
    const source = (params as Record<string, string | number>)[parameter]!;
    return {
      parameter,
      names,
      formula: typeof source === 'number' ? () => source : compile(source, formulaNames(names, parameterNames)),
    };
  });

/** The formulas as a step calls them. @param parameters gives the scenario's parameters, as they are at the call. */
export function callable(compiled: readonly CompiledFormula[], parameters: () => Float64Array): Formulas<FormulaNames> {
  return Object.fromEntries(
    compiled.map(({ parameter, names, formula }) => {
      let slots = new Float64Array(names.length);
      const call = (values: Readonly<Record<string, number>>): number => {
        const shared = parameters();
        if (slots.length !== names.length + shared.length) slots = new Float64Array(names.length + shared.length);
        for (let k = 0; k < names.length; k++) slots[k] = values[names[k]!]!;
        slots.set(shared, names.length);
        return formula(slots);
      };
      return [parameter, call];
    }),
  );
}
