import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import type { History } from '../sim/history.ts';
import type { RecordOptions } from '../sim/record.ts';
import { runFile } from '../sim/runfile.ts';
import { reasonOf, refuse } from './refusal.ts';

/** A file under way. */
interface Sheet {
  write(text: string): void;
}

/** A way to write a run down: what it wants of the recording, and what it writes once that is done. */
interface Format {
  recording(sheet: Sheet): Omit<RecordOptions, 'ticks'>;
  finish(sheet: Sheet, history: History): void;
}

const FORMATS = new Map<string, Format>([
  [
    '.json',
    { recording: () => ({}), finish: (sheet, history) => sheet.write(`${JSON.stringify(runFile(history))}\n`) },
  ],
  [
    '.ndjson',
    {
      // Straight to the file: a long run has more events than memory should hold.
      recording: (sheet) => ({ caps: { events: 0 }, sink: (event) => sheet.write(`${JSON.stringify(event)}\n`) }),
      finish: () => {},
    },
  ],
]);

export interface Out {
  recording: Omit<RecordOptions, 'ticks'>;
  /** Writes the rest and puts the file in its place. */
  finish(history: History): void;
}

/**
 * Opens a file beside the one asked for, which takes its name when it is whole: nobody ever reads half a run.
 * If the process ends before, it is removed.
 */
export function openOut(file: string): Out {
  const format = FORMATS.get(extname(file).toLowerCase());
  if (!format) refuse(`--out: ${file} ends in none of the formats there are (${[...FORMATS.keys()].join(', ')})`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) refuse(`--out: ${file}: that is a folder`);
  const part = `${file}.${process.pid}.part`;
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      return refuse(`--out: ${file}: ${reasonOf(error)}`);
    }
  };
  const handle = attempt(() => openSync(part, 'w'));
  const remove = (): void => rmSync(part, { force: true });
  process.once('exit', remove);
  let waiting = '';
  const flush = (): void => {
    attempt(() => writeSync(handle, waiting));
    waiting = '';
  };
  const sheet: Sheet = {
    write(text) {
      waiting += text;
      if (waiting.length > 65_536) flush();
    },
  };
  return {
    recording: format.recording(sheet),
    finish(history) {
      format.finish(sheet, history);
      flush();
      attempt(() => {
        fsyncSync(handle);
        closeSync(handle);
        renameSync(part, file);
      });
      process.off('exit', remove);
    },
  };
}
