import type { Debrief } from '../../classroom/protocol/message.ts';
import { replayAddress } from '../student/room-address.ts';

/** Where the replay of a room's game stands in the debrief; with an event, its reasons are open. */
export const debriefAddress = (base: string, code: string, { tick, event }: Debrief): string =>
  replayAddress(base, code, tick) + (event === null ? '' : `&event=${event}`);
