import type { RoomLanguage } from '../log/entry.ts';
import type { RefusalCode } from '../room/judge.ts';
import type {
  InstructorState,
  JoinAddress,
  OwnPart,
  Price,
  ProjectorState,
  RoomStage,
  Scene,
  StudentState,
} from './state.ts';

// What crosses a connection to a page. Types only, so that a page takes no schema with it.

export type RoomView = StudentState | ProjectorState | InstructorState;

export type RoomAnswer =
  | { for: 'answer'; id: number; ok: true; seat?: { player: string; phrase?: string }; price?: Price }
  | { for: 'answer'; id: number; ok: false; refused: RefusalCode; text: string };

export type RoomMessage =
  /** The first message on a connection, before any entrance. */
  | { for: 'greeting'; code: string; title: string; language: RoomLanguage; stage: RoomStage; connection: string }
  | Scene
  | RoomView
  | OwnPart
  | RoomAnswer
  /** Another tab or device has taken this seat. The connection ends. */
  | { for: 'moved' }
  /** The next class plays: whoever had a seat has none any more. The connection ends. */
  | { for: 'cleared' }
  /** There is no such room, or it was erased; or another version made it, and its file is all that can be had. The connection ends. */
  | { for: 'gone'; text: string; isOtherVersion?: true }
  /** Answers a heartbeat. */
  | { for: 'here' }
  | { for: 'count'; decided: number; of: number };

/** What `POST rooms` answers: the room, or the rooms of parallel worlds. */
export interface OpenedRooms {
  rooms: { code: string; instructor: string; projector: string; join: JoinAddress }[];
}
