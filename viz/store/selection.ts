import { type Signal, signal } from '@preact/signals';
import type { RunSlice } from './run.ts';
import { slice } from './slice.ts';

/** What of a run a person means, in every view at once. */
export interface SelectionSlice {
  /** What is looked at closely: an actor by its index, or an alliance by its id. */
  chosen: Signal<number | string | undefined>;
  /** The actor that is pointed at. */
  pointed: Signal<number | undefined>;
  /** The line of the chart that a person chose, and the one that is pointed at, by their keys. */
  picked: Signal<string | undefined>;
  lit: Signal<string | undefined>;
}

export const [SelectionProvider, useSelection] = slice<SelectionSlice>();

export function createSelection({ run }: { run: RunSlice }): SelectionSlice {
  const chosen = signal<number | string | undefined>(undefined);
  const picked = signal<string | undefined>(undefined);
  const lit = signal<string | undefined>(undefined);
  // Another run of the same scenario stays as it was looked at.
  run.onMade(({ run: made, previous }) => {
    if (made.scenario.id === previous?.scenario.id) return;
    chosen.value = undefined;
    picked.value = undefined;
    lit.value = undefined;
  });
  return { chosen, pointed: signal<number | undefined>(undefined), picked, lit };
}
