import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Entry } from '../log/entry.ts';
import { lineOf, type ReadLog, readLog } from '../log/read-log.ts';

/** A room's file, open for writing. */
export interface RoomFile {
  /** Resolves when the entries are on the disk. @throws what the disk says; the file then ends with its last whole entry. */
  append(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

/** Makes the file of a new room. @throws where there is one of that name. */
export async function createRoomFile(path: string, entries: readonly Entry[]): Promise<RoomFile> {
  const handle = await open(path, 'wx', 0o600);
  const file = writer(handle, 0);
  await file.append(entries);
  return file;
}

/** Reads a room's file and goes on behind its last whole entry. @throws {UnreadableLog} */
export async function openRoomFile(path: string): Promise<{ log: ReadLog; file: RoomFile }> {
  const log = readLog(await readFile(path));
  const handle = await open(path, 'r+');
  // What was cut off while it was written is no entry.
  await handle.truncate(log.bytes);
  return { log, file: writer(handle, log.bytes) };
}

function writer(handle: FileHandle, size: number): RoomFile {
  let end = size;
  return {
    async append(entries) {
      const bytes = Buffer.from(entries.map(lineOf).join(''));
      try {
        for (let done = 0; done < bytes.length; )
          done += (await handle.write(bytes, done, bytes.length - done, end + done)).bytesWritten;
        await handle.datasync();
        end += bytes.length;
      } catch (error) {
        await handle.truncate(end).catch(() => {});
        throw error;
      }
    },
    close: () => handle.close(),
  };
}
