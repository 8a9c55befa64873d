import { type Signal, signal } from '@preact/signals';
import type { Frame } from '../../sim/results/replay.ts';
import { slice } from './slice.ts';

/** The state of the run on show at the tick on show, as far as it has come. */
export interface FrameSlice {
  frame: Signal<Frame | undefined>;
  /** Trust a year, or a round, before the frame; see previous-trust.ts. */
  previousTrust: Signal<Float32Array | undefined>;
}

export const [FrameProvider, useFrame] = slice<FrameSlice>();

export const createFrame = (): FrameSlice => ({
  frame: signal<Frame | undefined>(undefined),
  previousTrust: signal<Float32Array | undefined>(undefined),
});
