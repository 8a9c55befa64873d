import { unzipSync, Zip, ZipPassThrough } from 'fflate';

/** No file has a time: the same files give the same archive. The format knows none before 1980. */
const NO_TIME = new Date(1980, 0, 1);

/** A zip archive that is written file by file. */
export interface ZipWriter {
  add(path: string, bytes: Uint8Array): void;
  /** Writes the list of the files. */
  finish(): void;
}

/** @param put receives the archive piece by piece. Parquet is compressed already, so nothing is compressed again. */
export function openZip(put: (piece: Uint8Array) => void): ZipWriter {
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    put(piece);
  });
  return {
    add(path, bytes) {
      const entry = new ZipPassThrough(path);
      entry.mtime = NO_TIME;
      zip.add(entry);
      entry.push(bytes, true);
    },
    finish: () => zip.end(),
  };
}

/** The files of an archive, however they are packed, may have so many bytes in all. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * The files of an archive, by their paths.
 * @param isWanted whether a file is read at all
 * @throws {Error} the end of a sentence, for what is no zip archive or a larger one.
 */
export function readZip(bytes: Uint8Array, isWanted: (path: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  let isTooLarge = false;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (name.endsWith('/') || !isWanted(name)) return false;
    total += originalSize;
    isTooLarge ||= total > MOST_BYTES;
    return !isTooLarge;
  };
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter });
  } catch {
    throw new Error('not a zip archive, or an incomplete one');
  }
  if (isTooLarge) throw new Error(`its files have more than ${MOST_BYTES / 1024 ** 3} GB`);
  return new Map(Object.entries(files));
}
