import { closeSync } from 'node:fs';
import { scenarios } from '../scenarios/index.ts';
import { parseJson, suggestion } from '../sim/check/check.ts';
import { LIMITS } from '../sim/schema/common.ts';
import { accept, throwFileError, throwInputError } from './input-error.ts';
import { openPatiently } from './patient-file.ts';
import { couldBeId } from './scenario-id.ts';

const MEGABYTE = 1024 * 1024;

/** A file's bytes, not more than allowed: also of a pipe, whose length nobody knows beforehand. */
export function readBytes(file: string, limit: number): Buffer {
  let handle: number | undefined;
  try {
    const opened = openPatiently(file);
    const { stat, read } = opened;
    handle = opened.handle;
    if (stat.isDirectory()) throwInputError(`${file}: expected a file, but it is a folder`);
    const parts: Buffer[] = [];
    let total = 0;
    while (total <= limit) {
      const part = Buffer.allocUnsafe(Math.min(MEGABYTE, Math.max(4096, stat.size + 1)));
      const count = stat.size > limit ? limit + 1 : read(part);
      if (count === 0) return Buffer.concat(parts);
      total += count;
      parts.push(part.subarray(0, count));
    }
  } catch (error) {
    throwFileError(file, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
  return throwInputError(`${file}: larger than ${limit / MEGABYTE} MB`);
}

/** What a file holds, read as text in UTF-8. */
export function readText(file: string, limit: number = LIMITS.bytes): string {
  const bytes = readBytes(file, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return throwInputError(`${file}: not a text file in UTF-8`);
  }
}

/** What a file holds, read as JSON in UTF-8. */
export const readJson = (file: string, limit: number = LIMITS.bytes): unknown =>
  accept(parseJson(readText(file, limit), limit), file);

/** A scenario by its id in the list, or by its file; `label` names it in a sentence. */
export function readScenario(name: string): unknown {
  if (Object.hasOwn(scenarios, name)) return scenarios[name];
  // A name that could be an id was meant as one, so a missing file is not what to complain of.
  if (!couldBeId(name)) return readJson(name);
  try {
    return readJson(name);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('no such file')) throw error;
    return throwInputError(
      `${name}: neither a scenario in "foedus list"${suggestion(name, Object.keys(scenarios))} nor a file`,
    );
  }
}
