import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { announce, endOf } from './under-way.ts';

/** A place for a file under way. */
export interface OutputTarget {
  /** @throws what the file system throws. */
  put(bytes: Uint8Array): void;
  /** Puts what was written where it was asked for. */
  finish(): Promise<void>;
}

/**
 * Opens a place for a file. The bytes go into a file beside it, which takes its name and mode when it is whole, so that nobody ever
 * reads half of one. If the process ends before, that file is removed. A link stays: what it points to is written. A pipe or a
 * device stays too: the whole is written into it at the end.
 * @throws {Error} what the file system throws, or the end of a sentence.
 */
export function openTarget(file: string): OutputTarget {
  const place = placeOf(file);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new Error('it is a folder');
  if (stat?.isSocket() || stat?.isBlockDevice()) throw new Error('it is neither a file nor a pipe');
  // Its folder may let us replace a file that is not to be written.
  if (stat) accessSync(place, constants.W_OK);
  const isStream = stat !== undefined && !stat.isFile();
  clearLeftovers(place);
  const folder = isStream ? join(tmpdir(), `foedus-${randomUUID()}`) : undefined;
  const part = folder ? join(folder, 'out') : join(dirname(place), `${stemOf(place)}.${process.pid}.part`);
  announce(folder ?? part);
  if (folder) mkdirSync(folder, { mode: 0o700 });
  // One of that name is of a process that had our number.
  rmSync(part, { force: true });
  const handle = openSync(part, 'wx+');
  return {
    put(bytes) {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    },
    async finish() {
      if (isStream) await pour(handle, place);
      else settle(handle, part, place, stat);
      closeSync(handle);
      endOf(folder ?? part);
    },
  };
}

/** Where a name leads: what its links point to, though that may not exist yet. A pipe behind a link may have no other name. */
function placeOf(file: string): string {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return file;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat) return stat.isFile() ? realpathSync(file) : file;
  return placeOf(resolve(dirname(file), readlinkSync(file)));
}

/** Gives the whole file its name, and the owner and mode of the file that had it. */
function settle(handle: number, part: string, place: string, before: Stats | undefined): void {
  if (before) {
    giveTo(handle, before);
    fchmodSync(handle, before.mode & 0o7777);
  }
  fsyncSync(handle);
  // Of a file with several names all names must lead to what was written.
  if (before && before.nlink > 1) copyFileSync(part, place);
  else renameSync(part, place);
}

/** Only an administrator may give a file away. Whoever else writes it owns it. */
function giveTo(handle: number, { uid, gid }: Stats): void {
  try {
    fchownSync(handle, uid, gid);
  } catch {}
}

/** Milliseconds between two looks at a pipe that nobody reads, or that is full. An interrupt is heard meanwhile. */
const PATIENCE = 20;

/** Writes all of a file into a pipe or a device, as fast as it is read there. */
async function pour(from: number, place: string): Promise<void> {
  const into = await patiently('ENXIO', () => openSync(place, constants.O_WRONLY | constants.O_NONBLOCK));
  const bytes = Buffer.allocUnsafe(65_536);
  try {
    for (let at = 0, count = 0; (count = readSync(from, bytes, 0, bytes.length, at)) > 0; at += count)
      for (let sent = 0; sent < count; )
        sent += await patiently('EAGAIN', () => writeSync(into, bytes, sent, count - sent));
  } finally {
    closeSync(into);
  }
}

/** Tries again while the file system answers with this code. */
async function patiently<T>(code: string, work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== code) throw error;
    }
    await pause(PATIENCE);
  }
}

/** Bytes of a name, which file systems hold to 255, less those that the ending of a file under way takes. */
const LONGEST_STEM = 230;

/** How the file under way for a place begins: with the whole name, where that leaves room for an ending. */
function stemOf(place: string): string {
  const characters = [...basename(place)];
  while (Buffer.byteLength(characters.join('')) > LONGEST_STEM) characters.pop();
  return characters.join('');
}

/** Removes what processes left here that were ended before they could clear up. */
function clearLeftovers(place: string): void {
  const folder = dirname(place);
  const begun = `${stemOf(place)}.`;
  for (const name of namesIn(folder)) {
    const pid = name.startsWith(begun) && /^([1-9]\d{0,9})\.part$/.exec(name.slice(begun.length))?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Some folders may be written and not listed. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether there is a process of this number here. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
