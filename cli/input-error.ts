import { type Checked, type Fault, faultSentence } from '../sim/check/check.ts';

const NAME = 'Refusal';

/**
 * Bad input. `faults` are all that is wrong with what it says, where that is known. `isPassing` says that the same may succeed later:
 * a disk was full, or failed.
 */
export interface InputError extends Error {
  faults: readonly Fault[];
  isPassing?: boolean;
}

/** Bad input: one sentence on standard error, and exit code 2. */
export function throwInputError(text: string, faults: readonly Fault[] = []): never {
  throw Object.assign(new Error(text), { name: NAME, faults });
}
export const isInputError = (error: unknown): error is InputError => error instanceof Error && error.name === NAME;

/** Whether the same may succeed later. */
export const isPassing = (error: unknown): boolean => isInputError(error) && error.isPassing === true;

const passing = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'ESTALE']);

/** What the file system says of a place: one sentence, and exit code 2, or 75 where the command says so of what passes. */
export function throwFileError(place: string, error: unknown): never {
  if (isInputError(error)) throw error;
  const isPassing = passing.has((error as NodeJS.ErrnoException).code ?? '');
  throw Object.assign(new Error(`${place}: ${reasonOfError(error)}`), { name: NAME, faults: [], isPassing });
}

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
  ['EDQUOT', 'the disk quota is used up'],
  ['EIO', 'the disk fails'],
  ['ESTALE', 'the network file system has lost it'],
  ['EEXIST', 'something of that name is in the way'],
  ['ENOTEMPTY', 'a folder of that name is in the way'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'its links lead in a circle'],
  ['EPIPE', 'nobody reads it any more'],
]);

/** What the file system says, as the end of a sentence. */
export function reasonOfError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons.get(code ?? '') ?? message;
}
