import { isPlainSeed } from '../../formats/link/plain-link.ts';
import type { BranchesSlice } from '../store/branches.ts';
import type { PanelsSlice } from '../store/panels.ts';
import type { PlaybackSlice } from '../store/playback.ts';
import type { RunSlice } from '../store/run.ts';
import type { SelectionSlice } from '../store/selection.ts';
import type { SharedRunSlice } from './shared-run.ts';

/** What a link to the moment on show is made of. */
export interface Linked {
  run: RunSlice;
  playback: PlaybackSlice;
  branches: BranchesSlice;
  panels: PanelsSlice;
  selection: SelectionSlice;
}

/** What the opening of a link changes. */
export interface Opening extends Omit<Linked, 'playback'> {
  sharedRun: SharedRunSlice;
}

/** Nothing but a bundled scenario and a seed that can stand raw in a link: the plain address says it all. */
export const isPlain = ({ given, seed, shown }: RunSlice): boolean =>
  given.peek() === null && isPlainSeed(seed.peek()) && (shown.peek()?.replay.interventions.length ?? 0) === 0;
