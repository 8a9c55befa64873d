import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { throwInputError } from './input-error.ts';

/** Refuses a merged Parquet file among the shards. @throws {InputError} one sentence. */
export function demandOutside(dir: string, file: string, option: string): void {
  const folder = realpathSync(dir);
  const place = join(realOf(dirname(resolve(file))), basename(file));
  if (/\.parquet$/i.test(file) && place.startsWith(`${folder}/`))
    throwInputError(`${option}: ${file} lies in ${dir}, whose readers would count every run twice`);
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
