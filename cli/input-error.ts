import { type Checked, type Fault, faultSentence } from '../sim/check/check.ts';

const NAME = 'Refusal';

/** Bad input. `faults` are all that is wrong with what it says, where that is known. */
export interface InputError extends Error {
  faults: readonly Fault[];
}

/** Bad input: one sentence on standard error, and exit code 2. */
export function throwInputError(text: string, faults: readonly Fault[] = []): never {
  throw Object.assign(new Error(text), { name: NAME, faults });
}
export const isInputError = (error: unknown): error is InputError => error instanceof Error && error.name === NAME;

/** What was checked, or a refusal with its first fault; `place` says of what. */
export function accept<T>(checked: Checked<T>, place: string): T {
  if ('value' in checked) return checked.value;
  return throwInputError(`${place}: ${faultSentence(checked.faults[0]!)}`, checked.faults);
}

const reasons = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['ENOTDIR', 'part of the path is not a folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'access is not allowed'],
  ['EPERM', 'access is not allowed'],
  ['EROFS', 'the place is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'its links lead in a circle'],
  ['EPIPE', 'nobody reads it any more'],
]);

/** What the file system says, as the end of a sentence. */
export function reasonOfError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons.get(code ?? '') ?? message;
}
