import type { Progress } from '../../workers/protocol.ts';

/** The share done, [0, 1]. */
export const shareDone = (progress: Progress | undefined): number =>
  progress && progress.ticks > 0 ? progress.tick / progress.ticks : 0;
