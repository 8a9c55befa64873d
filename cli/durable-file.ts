import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { throwFileError } from './input-error.ts';
import { temporaryName } from './temporary-files.ts';
import { announce, endOf } from './under-way.ts';

// A file is written under another name beside its place, flushed to the disk, and then given its name, all at once: whoever finds the
// name finds the whole, even after a power cut. Nothing here waits, so no signal comes between the steps.

/**
 * Writes a file, or writes it anew.
 * @throws {InputError} one sentence; nothing is left of what was written.
 */
export function putFile(file: string, bytes: Uint8Array): void {
  settle(file, bytes, (temporary) => renameSync(temporary, file));
}

/**
 * Writes a file where there is none. Of several processes that try, one writes it.
 * @returns whether it was this one
 * @throws {InputError} one sentence; nothing is left of what was written.
 */
export function putNewFile(file: string, bytes: Uint8Array): boolean {
  let isNew = true;
  settle(file, bytes, (temporary) => {
    try {
      // A link never replaces what stands there, as a rename does.
      linkSync(temporary, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') isNew = false;
      else if (!withoutLinks.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      else isNew = claim(file, temporary);
    }
  });
  return isNew;
}

/** What file systems answer that know no links, such as those of memory sticks. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/** An empty file that only one process can make says who may rename. */
function claim(file: string, temporary: string): boolean {
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  renameSync(temporary, file);
  return true;
}

function settle(file: string, bytes: Uint8Array, name: (temporary: string) => void): void {
  const folder = dirname(file);
  const temporary = join(folder, temporaryName(basename(file)));
  let handle: number | undefined;
  try {
    // One of that name is of a process that had our number.
    rmSync(temporary, { force: true });
    announce(temporary);
    handle = openSync(temporary, 'wx');
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
    // Some file systems tell only now that there was no room.
    closeOnce();
    name(temporary);
    remove();
    flushFolder(folder);
  } catch (error) {
    remove();
    throwFileError(file, error);
  }

  function closeOnce(): void {
    const open = handle;
    handle = undefined;
    if (open !== undefined) closeSync(open);
  }

  function remove(): void {
    try {
      closeOnce();
    } catch {}
    endOf(temporary);
  }
}

/** What systems answer that flush no folders. */
const withoutFlush = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EBADF', 'EACCES']);

/** Makes names last that were given in a folder. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!withoutFlush.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
