import { check, checkRun, type Fault, faultSentence } from '../sim/check/check.ts';
import { isInputError } from './input-error.ts';
import { readScenario } from './read.ts';

function faultsOf(input: unknown): Fault[] {
  const format = typeof input === 'object' && input !== null && 'format' in input ? input.format : undefined;
  const outcome = typeof format === 'string' && format.startsWith('foedus-run/') ? checkRun(input) : check(input);
  return 'faults' in outcome ? outcome.faults : [];
}

/** Says of each file all that is wrong with it, one line a fault; a file that cannot be read does not keep the others from it. */
export function validateCommand(files: readonly string[]): void {
  let code = 0;
  for (const file of files) {
    try {
      const faults = faultsOf(readScenario(file));
      for (const fault of faults) process.stdout.write(`${file}: ${faultSentence(fault)}\n`);
      if (faults.length > 0) code = Math.max(code, 1);
      else if (process.stderr.isTTY) process.stderr.write(`${file}: no errors\n`);
    } catch (error) {
      if (!isInputError(error)) throw error;
      process.stderr.write(`foedus: ${error.message}\n`);
      code = 2;
    }
  }
  process.exitCode = code;
}
