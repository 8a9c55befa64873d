// The load of a class, in a process of its own: it plays rooms against a server and sends what it timed to its parent.
import { type PlayedRoom, type PlayOptions, playRoom } from './play-room.ts';

export interface LoadOrder extends Omit<PlayOptions, 'kill'> {
  rooms: number;
  isKilled: boolean;
}
export type LoadNews = { kill: true } | { played: PlayedRoom[] } | { failed: string };

const tell = (news: LoadNews): void => void process.send!(news);

let up: (() => void) | undefined;
const killServer = (): Promise<void> =>
  new Promise((resolve) => {
    up = resolve;
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
    return playRoom(isKilled && k === 0 ? { ...order, kill: killServer } : order);
  };
  Promise.all(Array.from({ length: rooms }, (_, k) => play(k))).then(
    (played) => tell({ played }),
    (error) => tell({ failed: String(error instanceof Error ? error.stack : error) }),
  );
});
