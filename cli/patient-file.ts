import { constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that is read, be it a pipe or a terminal. */
export interface PatientFile {
  handle: number;
  stat: Stats;
  /** Number of bytes read; 0 at the end. */
  read(into: Uint8Array): number;
}

/**
 * Opens a file, and waits for what is not there yet: somebody who writes into a pipe, and what he writes. It waits in short pauses,
 * because a thread that the operating system lets wait cannot be ended.
 * @throws {Error} what the file system throws.
 */
export function openPatiently(file: string): PatientFile {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = fstatSync(handle);
  // Without a writer both read as ended.
  let isAwaited = stat.isFIFO() && hasName(file, stat);
  return {
    handle,
    stat,
    read(into) {
      for (; ; pause()) {
        const count = unlessNothingYet(() => readSync(handle, into));
        if (count === 0 && isAwaited) continue;
        isAwaited = false;
        if (count !== undefined) return count;
      }
    },
  };
}

/** A pipe with a name stands in a folder; one between two processes (`<(…)`, /dev/stdin) had its writer from the beginning. */
function hasName(file: string, { dev }: Stats): boolean {
  try {
    return statSync(dirname(realpathSync(file))).dev === dev;
  } catch {
    return false;
  }
}

function unlessNothingYet(work: () => number): number | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return undefined;
  }
}

const PAUSE = 10;
const bell = new Int32Array(new SharedArrayBuffer(4));

/** Nobody rings. */
const pause = (): void => void Atomics.wait(bell, 0, 0, PAUSE);
