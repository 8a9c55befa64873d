import type { PlayerView } from '../protocol/state.ts';
import type { Guest } from './connection.ts';

/** Without a heartbeat for so long a player counts as gone; without a tap as idle. ms. */
const GONE = 15_000;
const IDLE = 90_000;

/** Who is here. Nothing of it is in the log but who was absent when a round closed. */
export interface Presence {
  of(player: string): PlayerView['presence'];
  isHere(player: string): boolean;
  /** Whether nothing was heard since the round was opened. */
  isAbsent(player: string): boolean;
  /** Something was heard. */
  note(player: string, guest: Guest): void;
  roundOpens(): void;
}

interface Known {
  heardAt: number;
  tappedAt: number;
  isSeen: boolean;
}

export function presence(now: () => number): Presence {
  const known = new Map<string, Known>();
  let since = now();
  const of = (player: string): PlayerView['presence'] => {
    const one = known.get(player);
    if (!one || now() - one.heardAt > GONE) return 'gone';
    return one.isSeen && now() - one.tappedAt < IDLE ? 'here' : 'idle';
  };
  return {
    of,
    isHere: (player) => of(player) !== 'gone',
    isAbsent(player) {
      const one = known.get(player);
      return !one || (one.tappedAt < since && !(one.isSeen && one.heardAt >= since));
    },
    note: (player, { heardAt, tappedAt, isSeen }) => known.set(player, { heardAt, tappedAt, isSeen }),
    roundOpens() {
      since = now();
    },
  };
}
