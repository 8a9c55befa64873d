import { isPlayed, type RoomState } from '../room/state.ts';
import { randomBelow } from './secrets.ts';

const sizeOf = (room: RoomState, actor: string): number =>
  room.seats.get(actor)!.delegation.filter((player) => !room.players.get(player)!.isRemoved).length;

/** The first seat that nobody has. */
const freeSeat = (room: RoomState): string | undefined =>
  [...room.seats.keys()].find((actor) => sizeOf(room, actor) === 0);

/**
 * The actor that a player gets who comes now: a seat that nobody has, else the smallest delegation. While a round is open or runs, a
 * seat that the model plays is not taken away from it: null, until the next boundary.
 */
export function seatFor(room: RoomState): string | null {
  const free = freeSeat(room);
  const isBetween = room.stage === 'lobby' || room.stage === 'predict' || room.stage === 'between';
  if (free !== undefined) return isBetween || isPlayed(room, free) ? free : null;
  let smallest: string | null = null;
  for (const actor of room.seats.keys())
    if (smallest === null || sizeOf(room, actor) < sizeOf(room, smallest)) smallest = actor;
  return smallest;
}

/** The same in an order drawn by lot: who gets which actor is no part of the run. */
export function shuffled<T>(list: readonly T[]): T[] {
  const order = [...list];
  for (let k = order.length - 1; k > 0; k--) {
    const other = randomBelow(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
