import { conform } from '../../sim/schema/conform.ts';
import { collectFaults, faultSentence } from '../../sim/schema/fault.ts';
import { Entry, ROOM_FORMAT, type RoomOpening } from './entry.ts';

/** A room's file as far as it was written: its whole entries, and the bytes that they fill. */
export interface ReadLog {
  opening: RoomOpening;
  /** All entries, the opening first. */
  entries: Entry[];
  /** What follows in the file was cut off while it was written, and is written over. */
  bytes: number;
}

/** Why a file is not read as a room, in one sentence that names the line. */
export class UnreadableLog extends Error {
  override name = 'UnreadableLog';
  /** The format that the file names, where it is a room of another version. */
  readonly format: string | undefined;

  constructor(message: string, format?: string) {
    super(message);
    this.format = format;
  }
}

const LINE_END = 10;

/**
 * Reads a room's file: one entry a line. An entry is whole when its line has its end, so a file that was cut anywhere reads up to its
 * last whole entry.
 * @throws {UnreadableLog} where a whole line is no entry, or the file is a room of another version.
 */
export function readLog(file: Uint8Array): ReadLog {
  const bytes = file.lastIndexOf(LINE_END) + 1;
  const lines = new TextDecoder('utf-8', { fatal: false }).decode(file.subarray(0, bytes)).split('\n').slice(0, -1);
  const entries = lines.map((line, k) => entryOf(line, k));
  const [opening] = entries;
  if (opening?.kind !== 'opened') throw new UnreadableLog('line 1: expected the opening of a room');
  return { opening, entries, bytes };
}

function entryOf(line: string, k: number): Entry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UnreadableLog(`line ${k + 1}: expected JSON`);
  }
  if (k === 0) demandThisFormat(value);
  const { faults, report } = collectFaults();
  const entry = conform(Entry, value, report);
  if (!entry) throw new UnreadableLog(`line ${k + 1}: ${faultSentence(faults[0]!)}`);
  return entry;
}

function demandThisFormat(value: unknown): void {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (format === ROOM_FORMAT) return;
  if (typeof format === 'string' && /^foedus-room\/\d{1,4}$/.test(format))
    throw new UnreadableLog(
      `this room was made by another version of Foedus: it is ${format}, expected ${ROOM_FORMAT}`,
      format,
    );
  throw new UnreadableLog(`line 1: expected the format ${ROOM_FORMAT}`);
}

/** An entry as a line of the file. */
export const lineOf = (entry: Entry): string => `${JSON.stringify(entry)}\n`;
