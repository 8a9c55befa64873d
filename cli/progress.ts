import type { OnProgress } from '../workers/protocol.ts';

/** How far a run is, on standard error, for a person who looks; gone when it is done. */
export function progressOf(what: string): OnProgress | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return ({ tick, ticks }) => stderr.write(tick < ticks ? `\r${what}: tick ${tick} of ${ticks}\u001b[K` : '\r\u001b[K');
}
