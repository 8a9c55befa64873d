import { signal } from '@preact/signals';
import type { Attribution } from '../../sim/counterfactual/attribution.ts';
import { isCancelled } from '../../workers/protocol.ts';
import type { Branching } from '../store/source.ts';
import type { AskedEnding } from '../store/state.ts';

/** Continuations with other luck that each suspect is tried in, once somebody asks whether it is luck. */
export const CONTINUATIONS = 12;

/** An autopsy under way: how far it is, what it found, what went wrong. */
export function createAttributionRun({ inquest }: Branching, asked: AskedEnding, back: number) {
  const found = signal<Attribution | undefined>(undefined);
  const share = signal<number | undefined>(undefined);
  const stopped = signal(false);
  const fault = signal('');
  let mine = 0;

  const run = async (continuations: number): Promise<void> => {
    const attempt = ++mine;
    stopped.value = false;
    fault.value = '';
    share.value = 0;
    try {
      const made = await inquest!.run({ ...asked, back, continuations }, (done) => {
        if (attempt === mine) share.value = done;
      });
      if (attempt === mine) found.value = made;
    } catch (error) {
      if (attempt !== mine) return;
      if (isCancelled(error)) stopped.value = true;
      else fault.value = error instanceof Error ? error.message : String(error);
    } finally {
      if (attempt === mine) share.value = undefined;
    }
  };
  return {
    found,
    /** Share done; undefined while nothing runs. */
    share,
    stopped,
    fault,
    run,
    stop: async (): Promise<void> => {
      if (share.peek() !== undefined) await inquest!.cancel();
    },
    /** Nobody looks any more. */
    leave(): void {
      mine++;
      if (share.peek() !== undefined) void inquest!.cancel();
    },
  };
}

export type AttributionRun = ReturnType<typeof createAttributionRun>;
