import { fromBase64url, toBase64url } from './pack.ts';

/** Ticks from one checkpoint to the next. */
const EVERY = 10;
const BYTES = 4;

/** The checkpoint ticks of a run of so many ticks: every tenth, and the last. */
const markedTicks = (ticks: number): number[] =>
  Array.from({ length: Math.ceil(ticks / EVERY) }, (_, k) => Math.min(ticks, (k + 1) * EVERY) - 1);

/**
 * Four bytes of the digest at every tenth tick and at the last, as base64url: enough to find where two histories diverge.
 * @param digests two words a tick, high and low
 */
export function checkpointsOf(digests: Uint32Array): string {
  const ticks = markedTicks(digests.length / 2);
  const bytes = new Uint8Array(BYTES * ticks.length);
  const view = new DataView(bytes.buffer);
  for (const [k, tick] of ticks.entries()) view.setUint32(BYTES * k, digests[2 * tick]!);
  return toBase64url(bytes);
}

/** The first checkpoint tick at which a history differs from the checkpoints `marks` of another, or null if none does. */
export function firstDifferingCheckpoint(marks: string, digests: Uint32Array): number | null {
  const bytes = fromBase64url(marks);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ticks = markedTicks(digests.length / 2);
  for (const [k, tick] of ticks.entries())
    if (BYTES * (k + 1) > bytes.length || view.getUint32(BYTES * k) !== digests[2 * tick]!) return tick;
  return bytes.length === BYTES * ticks.length ? null : digests.length / 2;
}
