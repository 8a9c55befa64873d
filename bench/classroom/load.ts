// The load of a class, in a process of its own: it plays rooms against a server and sends what it timed to its parent.
import { type PlayedRoom, type PlayOptions, playRoom } from './play-room.ts';

export interface LoadOrder extends Omit<PlayOptions, 'kill' | 'isDisturbed'> {
  rooms: number;
  isKilled: boolean;
}
export type LoadNews = { kill: true } | { played: PlayedRoom[] } | { failed: string };

const tell = (news: LoadNews): void => void process.send!(news);

/** Time after which a class that was interrupted counts as itself again, ms. */
const RECOVERY = 10_000;
let up: (() => void) | undefined;
let calmFrom = 0;
const killServer = (): Promise<void> =>
  new Promise((resolve) => {
    calmFrom = Number.POSITIVE_INFINITY;
    up = () => {
      calmFrom = performance.now() + RECOVERY;
      resolve();
    };
    tell({ kill: true });
  });

process.on('message', (message: LoadOrder | { up: true }) => {
  if ('up' in message) {
    up?.();
    return;
  }
  const { rooms, isKilled, ...order } = message;
  const play = async (k: number): Promise<PlayedRoom> => {
    // Classes begin when they begin.
    await new Promise((resolve) => setTimeout(resolve, rooms > 1 ? (k / rooms) * order.over : 0));
    const options = { ...order, isDisturbed: (since: number) => since < calmFrom };
    return playRoom(isKilled && k === 0 ? { ...options, kill: killServer } : options);
  };
  Promise.all(Array.from({ length: rooms }, (_, k) => play(k))).then(
    (played) => tell({ played }),
    (error) => tell({ failed: String(error instanceof Error ? error.stack : error) }),
  );
});
