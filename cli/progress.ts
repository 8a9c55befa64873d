import type { PoolProgress } from '../workers/pool.ts';
import type { OnProgress } from '../workers/protocol.ts';

/** How far a run is, on standard error, for a person who looks; gone when it is done. */
export function progressOf(what: string): OnProgress | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  return ({ tick, ticks }) => stderr.write(tick < ticks ? `\r${what}: tick ${tick} of ${ticks}\u001b[K` : '\r\u001b[K');
}

/** How many of a scenario's seeds are done, likewise; `seeds` in all, shared out evenly among the jobs. */
export function seedsProgressOf(what: string, seeds: number): ((progress: PoolProgress) => void) | undefined {
  const { stderr } = process;
  if (!stderr.isTTY) return undefined;
  const clear = (): void => void stderr.write('\r\u001b[K');
  // Also of whoever loses patience: the line is not left behind.
  process.once('exit', clear);
  return ({ done, jobs }) => {
    stderr.write(`\r${what}: ${Math.floor((seeds * done) / jobs)} of ${seeds} replications\u001b[K`);
    if (done < jobs) return;
    clear();
    process.off('exit', clear);
  };
}
