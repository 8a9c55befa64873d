import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { FORMATS } from '../formats/index.ts';
import { runFileText } from '../formats/write-file.ts';
import type { History } from '../sim/history/history.ts';
import type { RecordOptions } from '../sim/history/record.ts';
import { reasonOfError, throwInputError } from './input-error.ts';

/** A file under way. */
interface Sheet {
  write(piece: string | Uint8Array): void;
}

/** A way to write a run down: what it wants of the recording, and what it writes once that is done. */
interface Manner {
  ending: string;
  recording(sheet: Sheet): Omit<RecordOptions, 'ticks'>;
  finish(history: History): Iterable<string | Uint8Array>;
}

/** Tables and graphs read the series and the chronicle, no events: none need be kept. */
const withoutEvents = (): Omit<RecordOptions, 'ticks'> => ({ caps: { events: 0 } });

const MANNERS: readonly Manner[] = [
  { ending: '.json', recording: () => ({}), finish: (history) => [runFileText(history)] },
  {
    ending: '.ndjson',
    // Straight to the file: a long run has more events than memory should hold.
    recording: (sheet) => ({ caps: { events: 0 }, sink: (event) => sheet.write(`${JSON.stringify(event)}\n`) }),
    finish: () => [],
  },
  ...FORMATS.map(({ ending, write }) => ({ ending, recording: withoutEvents, finish: write })),
];

export interface Out {
  recording: Omit<RecordOptions, 'ticks'>;
  /** Writes the rest and puts the file in its place. Breathes, so that an interrupt is heard. */
  finish(history: History): Promise<void>;
}

/** Characters that are written at once. */
const PIECE = 65_536;

/**
 * Opens a file beside the one asked for, which takes its name when it is whole: nobody ever reads half a run.
 * If the process ends before, it is removed.
 */
export function openOut(file: string): Out {
  const manner = MANNERS.find(({ ending }) => file.toLowerCase().endsWith(ending));
  if (!manner)
    throwInputError(`--out: ${file} has an unknown ending (known: ${MANNERS.map(({ ending }) => ending).join(', ')})`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throwInputError(`--out: ${file}: it is a folder`);
  const part = `${file}.${process.pid}.part`;
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      return throwInputError(`--out: ${file}: ${reasonOfError(error)}`);
    }
  };
  const handle = attempt(() => openSync(part, 'w'));
  const remove = (): void => rmSync(part, { force: true });
  process.once('exit', remove);
  let waiting = '';
  const put = (piece: Uint8Array): void =>
    attempt(() => {
      for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
    });
  const flush = (): void => {
    if (waiting !== '') put(Buffer.from(waiting));
    waiting = '';
  };
  const sheet: Sheet = {
    write(piece) {
      if (typeof piece === 'string') waiting += piece;
      if (typeof piece !== 'string' || waiting.length > PIECE) flush();
      if (typeof piece !== 'string') put(piece);
    },
  };
  return {
    recording: manner.recording(sheet),
    async finish(history) {
      const rest = attempt(() => manner.finish(history)[Symbol.iterator]());
      for (let next = attempt(() => rest.next()); !next.done; next = attempt(() => rest.next())) {
        sheet.write(next.value);
        if (waiting === '') await breathe();
      }
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
