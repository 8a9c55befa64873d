import { signal } from '@preact/signals';
import type { Attribution } from '../../sim/counterfactual/attribution.ts';
import { isCancelled, type Progress, type Session } from '../../workers/protocol.ts';
import type { AskedEnding } from './asked-ending.ts';

/** Continuations with other luck that each cause is tried in, once somebody asks whether it is luck. */
export const CONTINUATIONS = 12;

/** An attribution under way: how far it is, what it found, what went wrong. */
export function createAttributionRun(session: Session, asked: AskedEnding, back: number) {
  const found = signal<Attribution | undefined>(undefined);
  const progress = signal<Progress | undefined>(undefined);
  const stopped = signal(false);
  const fault = signal('');
  let mine = 0;

  const run = async (continuations: number): Promise<void> => {
    const attempt = ++mine;
    stopped.value = false;
    fault.value = '';
    progress.value = { tick: 0, ticks: 0 };
    try {
      const made = await session.attribution({ ...asked, back, continuations }, (done) => {
        if (attempt === mine) progress.value = done;
      });
      if (attempt === mine) found.value = made;
    } catch (error) {
      if (attempt !== mine) return;
      if (isCancelled(error)) stopped.value = true;
      else fault.value = error instanceof Error ? error.message : String(error);
    } finally {
      if (attempt === mine) progress.value = undefined;
    }
  };
  return {
    found,
    /** Runs made, of so many; undefined while nothing runs. */
    progress,
    stopped,
    fault,
    run,
    stop: async (): Promise<void> => {
      if (progress.peek()) await session.cancel();
    },
    /** Nobody looks any more. */
    leave(): void {
      mine++;
      if (progress.peek()) void session.cancel();
    },
  };
}

export type AttributionRun = ReturnType<typeof createAttributionRun>;
