import { openReplayLink } from '../debrief/replay-address.ts';
import type { OpenOtherAddress } from '../share/url-sync.ts';

interface ServedReplay {
  /** Opens the replay of a room’s game, where an address names one. */
  open: OpenOtherAddress;
  /** What stands in the place of the replay where somebody else leads it. */
  loadStage: () => Promise<{ View: typeof import('../debrief/led-stage.tsx').LedStage }>;
}

/** The replay of a class's own game, which its server has. The page of one file has none of it: vite.offline.config.ts. */
export const servedReplay: ServedReplay | undefined = {
  open: openReplayLink,
  loadStage: async () => ({ View: (await import('../debrief/led-stage.tsx')).LedStage }),
};
