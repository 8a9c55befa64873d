import { type ReplayLink, replayHash, replayLinkIn } from '../classroom/replay-link.ts';
import { addressWith } from '../share/address.ts';
import type { OpenOtherAddress } from '../share/url-sync.ts';
import { keepRoomKey } from './room-key.ts';

/** Opens the replay that an address names. What opens the room's files leaves the address at once: a projector shows it to all. */
export const openReplayLink: OpenOtherAddress = (slices, hash) => {
  const link = replayLinkIn(hash);
  if (link === undefined) return false;
  if (link !== 'broken' && link.key !== undefined) hideKey(link, link.key);
  const { run, panels } = slices;
  panels.screen.value = 'replay';
  const opening = import('./open-replay.ts').then(({ openReplay }) => openReplay(slices, link));
  opening.catch((error) => run.startFetched(() => Promise.reject(error)));
  return true;
};

function hideKey(link: ReplayLink, key: string): void {
  keepRoomKey(link.code, key);
  history.replaceState(null, '', addressWith(replayHash({ ...link, key: undefined })));
}
