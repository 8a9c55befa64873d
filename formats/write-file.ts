import type { History } from '../sim/history/history.ts';
import { runFile } from '../sim/results/run-file.ts';
import { finiteJson } from './finite-json.ts';
import { FORMATS } from './index.ts';

/** The text of a run file; `analysis` is the result of `analyse`, if it is already known. */
export const runFileText = (history: History, analysis?: Record<string, unknown>): string =>
  `${finiteJson(runFile(history, analysis))}\n`;

/**
 * A whole file at once, where there is no disk to write it to piece by piece.
 * @param ending `.json`, or that of one of FORMATS
 * @throws {Error} one sentence, for an unknown ending; {RangeError} where the run is too large for the format.
 */
export function writeWholeFile(history: History, ending: string, analysis?: Record<string, unknown>): Uint8Array {
  return joined(piecesOf(history, ending, analysis));
}

function piecesOf(
  history: History,
  ending: string,
  analysis: Record<string, unknown> | undefined,
): Iterable<string | Uint8Array> {
  if (ending === '.json') return [runFileText(history, analysis)];
  const format = FORMATS.find((one) => one.ending === ending);
  if (format) return format.write(history);
  throw new Error(`unknown file ending ${JSON.stringify(String(ending).slice(0, 40))}`);
}

function joined(pieces: Iterable<string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? encoder.encode(piece) : piece;
    parts.push(part);
    length += part.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
