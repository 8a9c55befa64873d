import { batch, effect, untracked } from '@preact/signals';
import { language } from '../i18n/index.ts';
import { relocalise } from '../run-view/run-view.ts';
import type { BranchesSlice } from './branches.ts';
import type { RunSlice } from './run.ts';

/** Puts the runs on show into each language that is chosen: their names are of the language too. */
export function relocaliseRuns({ run: { status }, branches }: { run: RunSlice; branches: BranchesSlice }): () => void {
  let last = language.peek();
  return effect(() => {
    const now = status.value;
    if (language.value === last || now.status !== 'ready') return;
    last = language.value;
    untracked(() =>
      batch(() => {
        branches.relocalise();
        const pair = branches.pair.peek();
        status.value = { ...now, run: pair ? pair[branches.side.peek()].run : relocalise(now.run) };
      }),
    );
  });
}
