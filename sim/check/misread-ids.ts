import { collectFaults, type Fault } from '../schema/fault.ts';
import type { Scenario } from '../schema/scenario.ts';

// Ids are right as they are, but a table with them is read by programs that take some words for something else.

/** How a column of such ids is read, by the id in small letters. */
const MISREAD: ReadonlyMap<string, string> = new Map([
  ...['na', 'none', 'null', 'nan'].map((word) => [word, 'no value'] as const),
  ...['true', 'false', 't', 'f', 'yes', 'no'].map((word) => [word, 'true or false'] as const),
  ...['inf', 'infinity'].map((word) => [word, 'a number'] as const),
]);

const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)-?\d{1,4}(-\d{1,4})?$/i;

/** How other programs read an id, or undefined if as the text that it is. */
function readingOf(id: string): string | undefined {
  return MISREAD.get(id.toLowerCase()) ?? (MONTH.test(id) ? 'a date' : undefined);
}

/** Warnings about ids that statistics programs and spreadsheets take for something else, or for each other. */
export function misreadIds({ actors, threats, treaties }: Scenario): Fault[] {
  const { faults, report } = collectFaults();
  for (const [key, list] of Object.entries({ actors, threats, treaties })) {
    const first = new Map<string, string>();
    list.forEach(({ id }, k) => {
      const reading = readingOf(id);
      if (reading !== undefined) report([key, k, 'id'], `other programs may read "${id}" in a table as ${reading}`);
      const small = id.toLowerCase();
      const other = first.get(small);
      if (other === undefined) first.set(small, id);
      else report([key, k, 'id'], `programs that ignore case take "${id}" for "${other}"`);
    });
  }
  return faults;
}
