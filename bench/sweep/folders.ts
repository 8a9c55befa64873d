import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone when the work is done. */
export async function within<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the file of a sweep. @returns its path. */
export function specIn(folder: string, name: string, spec: object): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ format: 'foedus-sweep/1', ...spec }));
  return file;
}

/** The hash of all that a folder holds, names and bytes. */
export function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) hash.update(`${name.slice(folder.length)}\n`).update(readFileSync(name));
  return hash.digest('hex');
}
