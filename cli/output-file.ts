import { setImmediate as breathe } from 'node:timers/promises';
import { finiteJson } from '../formats/finite-json.ts';
import { FORMATS } from '../formats/index.ts';
import { runFileText } from '../formats/write-file.ts';
import type { History } from '../sim/history/history.ts';
import type { RecordOptions } from '../sim/history/record.ts';
import { reasonOfError, throwInputError } from './input-error.ts';
import { openTarget } from './output-target.ts';

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
    recording: (sheet) => ({ caps: { events: 0 }, sink: (event) => sheet.write(`${finiteJson(event)}\n`) }),
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

/** Opens the file asked for; see output-target.ts on what stands there before it is whole. */
export function openOut(file: string): Out {
  const manner = MANNERS.find(({ ending }) => file.toLowerCase().endsWith(ending));
  if (!manner)
    throwInputError(`--out: ${file} has an unknown ending (known: ${MANNERS.map(({ ending }) => ending).join(', ')})`);
  const refuse = (error: unknown): never => throwInputError(`--out: ${file}: ${reasonOfError(error)}`);
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      return refuse(error);
    }
  };
  const target = attempt(() => openTarget(file));
  let waiting = '';
  const flush = (): void => {
    if (waiting !== '') attempt(() => target.put(Buffer.from(waiting)));
    waiting = '';
  };
  const sheet: Sheet = {
    write(piece) {
      if (typeof piece === 'string') waiting += piece;
      if (typeof piece !== 'string' || waiting.length > PIECE) flush();
      if (typeof piece !== 'string') attempt(() => target.put(piece));
    },
  };
  return {
    recording: manner.recording(sheet),
    async finish(history) {
      const rest = attempt(() => manner.finish(history)[Symbol.iterator]());
      const piece = (): IteratorResult<string | Uint8Array> => attempt(() => rest.next());
      for (let next = piece(); !next.done; next = piece()) {
        sheet.write(next.value);
        if (waiting === '') await breathe();
      }
      flush();
      await target.finish().catch(refuse);
    },
  };
}
