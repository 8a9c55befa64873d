import { effect } from '@preact/signals';
import type { BranchesSlice } from './branches.ts';
import type { FrameSlice } from './frame.ts';
import type { PhasesSlice } from './phases.ts';
import type { PlaybackSlice } from './playback.ts';
import type { RunSlice } from './run.ts';

interface Needed {
  run: RunSlice;
  playback: PlaybackSlice;
  branches: BranchesSlice;
  phases: PhasesSlice;
  frame: FrameSlice;
}

/** Asks for the state of the tick on show, or takes that of the phase on show; while one answer is on its way only the newest further wish is kept. */
export function loadFrames({
  run: { session, shown },
  playback,
  branches,
  phases,
  frame: { frame },
}: Needed): () => void {
  const { tick } = playback;
  let busy = false;
  const ask = async (): Promise<void> => {
    const run = shown.peek();
    if (busy || !run) return;
    busy = true;
    const wanted = Math.min(run.replay.ticks, tick.peek() + 1);
    const back = branches.back();
    const found = await session.frame(wanted, back).catch(() => undefined);
    busy = false;
    // While a branch is undone a run may be asked for where it no longer lies.
    if (run !== shown.peek() || back !== branches.back()) return void ask();
    if (phases.step.peek()) return;
    frame.value = found;
    if (found && wanted !== Math.min(run.replay.ticks, tick.peek() + 1)) void ask();
  };
  return effect(() => {
    void tick.value;
    // Where it lies in the worker changes with the branches.
    void branches.trail.value;
    const step = phases.step.value;
    if (step) frame.value = step.frame;
    else if (shown.value) void ask();
    else frame.value = undefined;
  });
}
