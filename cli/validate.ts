import { type Checked, check, checkRun, type Fault, faultSentence } from '../sim/check/check.ts';
import { classFaults } from '../sim/check/classroom.ts';
import { misreadIds } from '../sim/check/misread-ids.ts';
import { MOST_FAULTS } from '../sim/schema/fault.ts';
import type { Scenario } from '../sim/schema/scenario.ts';
import { isInputError } from './input-error.ts';
import { readScenario } from './read.ts';
import { complain, print } from './terminal.ts';

/** More than a screen holds is told by its first ten. */
const MOST_TOLD = 20;
const TOLD_OF_MANY = 10;

/** What a file holds; what it says twice is a fault of what it says, while another file cannot be read at all. */
function contentOf(file: string): Checked<unknown> {
  try {
    return { value: readScenario(file) };
  } catch (error) {
    const faults = isInputError(error) ? [...error.faults] : [];
    if (faults.length === 0 || faults.some(({ path }) => path === '')) throw error;
    return { faults };
  }
}

/** A scenario as it is written is meant for a class too, where it says how a class plays it. */
function playable(checked: Checked<Scenario>): Checked<Scenario> {
  const faults = 'value' in checked ? classFaults(checked.value) : [];
  return faults.length > 0 ? { faults } : checked;
}

/** The scenario of a file, which is a scenario or a saved run, or all that is wrong with it. */
function scenarioIn(file: string): Checked<Scenario> {
  const content = contentOf(file);
  if ('faults' in content) return content;
  const input = content.value;
  const format = typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined;
  if (typeof format !== 'string' || !format.startsWith('foedus-run/')) return playable(check(input));
  const checked = checkRun(input);
  return 'faults' in checked ? checked : { value: checked.value.scenario };
}

/** One line a fault; of very many the first, and how many more there are. */
function told(faults: readonly Fault[]): string[] {
  const shown = faults.slice(0, faults.length > MOST_TOLD ? TOLD_OF_MANY : MOST_TOLD);
  const more = faults.length - shown.length;
  const atLeast = faults.length >= MOST_FAULTS ? ' at least' : '';
  return [...shown.map(faultSentence), ...(more > 0 ? [`and ${more} more${atLeast}`] : [])];
}

/**
 * Says of each file all that is wrong with it, one line a fault, and warns on standard error of what other programs will misread.
 * A file that cannot be read does not keep the others from it.
 */
export function validateCommand(files: readonly string[]): void {
  let code = 0;
  for (const file of files) {
    try {
      const checked = scenarioIn(file);
      if ('faults' in checked) {
        print(told(checked.faults).map((line) => `${file}: ${line}`));
        code = Math.max(code, 1);
      } else {
        const warnings = told(misreadIds(checked.value));
        for (const warning of warnings) complain(`${file}: warning: ${warning}`);
        if (warnings.length === 0 && process.stderr.isTTY) process.stderr.write(`${file}: no errors\n`);
      }
    } catch (error) {
      if (!isInputError(error)) throw error;
      complain(error.message);
      code = 2;
    }
  }
  process.exitCode = code;
}
