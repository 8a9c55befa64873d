import { compile, type Formula } from '../../exact/formula.ts';
import type { ReportFault } from '../../schema/fault.ts';
import { shown } from '../../schema/fault.ts';
import { isExpression } from './entry-values.ts';
import type { SweepValue, Vary } from './spec.ts';

/** The names that expressions may use: what entries are called by `as`. */
const namesOf = (vary: readonly Vary[]): string[] => vary.flatMap(({ as }) => (as === undefined ? [] : [as]));

interface Step {
  entry: number;
  formula: Formula;
  whole: boolean;
}

/**
 * Entries that are expressions, in an order in which each finds the values it needs.
 * @param report is told of formulas that cannot be read and of circles.
 */
function ordered(vary: readonly Vary[], report: ReportFault): Step[] {
  const names = namesOf(vary);
  const waiting = new Map(vary.flatMap((entry, k) => (isExpression(entry) ? [[k, entry] as const] : [])));
  const steps: Step[] = [];
  const isKnown = new Set(vary.flatMap((entry) => (entry.as !== undefined && !isExpression(entry) ? [entry.as] : [])));
  for (let found = true; found && waiting.size > 0; ) {
    found = false;
    for (const [k, entry] of waiting) {
      const formula = attempt(() =>
        compile(
          entry.expression,
          names.filter((name) => isKnown.has(name)),
        ),
      );
      if (!formula) continue;
      // Compiled again over all names, so that every formula reads the same slots.
      steps.push({ entry: k, formula: compile(entry.expression, names), whole: entry.whole ?? false });
      if (entry.as !== undefined) isKnown.add(entry.as);
      waiting.delete(k);
      found = true;
    }
  }
  for (const [k, entry] of waiting) {
    const why = complaint(() => compile(entry.expression, names));
    report(['vary', k, 'expression'], why ?? `${shown(entry.expression)} needs a value that needs it`);
  }
  return steps;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function complaint(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export const checkExpressions = (vary: readonly Vary[], report: ReportFault): void => void ordered(vary, report);

/** Puts the values of expressions between those that were drawn, in the order of `vary`; NaN where one has no value. */
export function expressionsOf(vary: readonly Vary[]): (drawn: readonly SweepValue[]) => SweepValue[] {
  const steps = ordered(vary, () => {});
  const names = namesOf(vary);
  const slots = new Float64Array(names.length);
  const slotOf = vary.map(({ as }) => (as === undefined ? -1 : names.indexOf(as)));
  return (drawn) => {
    const found = new Array<SweepValue>(vary.length);
    let next = 0;
    const keep = (k: number, value: SweepValue): void => {
      // JSON has no −0, so that a link or a file of the run would lose it.
      found[k] = value === 0 ? 0 : value;
      if (slotOf[k]! >= 0) slots[slotOf[k]!] = typeof value === 'number' ? value : Number.NaN;
    };
    vary.forEach((entry, k) => {
      if (!isExpression(entry)) keep(k, drawn[next++]!);
    });
    for (const { entry, formula, whole } of steps) {
      const value = formula(slots);
      keep(entry, whole ? Math.round(value) : value);
    }
    return found;
  };
}
