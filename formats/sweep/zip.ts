import { Zip, ZipPassThrough } from 'fflate';

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
