import type { NextSeats } from '../log/entry.ts';
import type { JoinAddress } from '../protocol/state.ts';
import type { RoomState } from '../room/state.ts';
import type { Limits } from './limits.ts';

/** What a room needs of the server that it is in. */
export interface RoomHost {
  limits: Limits;
  join(code: string): JoinAddress;
  worlds(room: RoomState): { code: string; stage: RoomState['stage']; round: number }[];
  keptUntil(room: RoomState): number;
  reveal(room: RoomState): void;
  /** Begins the next game with a new seed, in all worlds of a room. */
  again(room: RoomState, seats: NextSeats): Promise<void>;
  /** Removes a room and its file. @param told called when that is done, before the guests are sent away. */
  erase(code: string, told: () => void): Promise<void>;
  /** Tells the other worlds of a room that it went on. */
  moved(room: RoomState): void;
  /** The room cannot go on. */
  failed(code: string, error: unknown): void;
  /** One message brought trouble. */
  stumbled(code: string, error: unknown): void;
  writeRefusal(line: string): void;
  now(): number;
}
