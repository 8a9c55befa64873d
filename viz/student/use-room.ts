import { useComputed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StudentState } from '../../classroom/protocol/state.ts';
import { words } from '../classroom/language.ts';
import { actorNames, type Names } from '../classroom/names.ts';
import type { StudentWords } from '../classroom/words/words.ts';
import { type Amounts, amountsFor } from './amounts.ts';
import type { StudentRoom } from './room.ts';

export const RoomContext = createContext<StudentRoom | undefined>(undefined);

export function useStudentRoom(): StudentRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('no room stands above this part of the page');
  return room;
}

/** What most parts need: the room, its state, and words for both. Only below a room that has told its state. */
export function useGame(): {
  room: StudentRoom;
  state: StudentState;
  names: Names;
  says: StudentWords;
  amounts: Amounts;
} {
  const room = useStudentRoom();
  const names = useComputed(() => actorNames(room.scene.value, room.treaties, words.value));
  const state = room.state.value!;
  return { room, state, names: names.value, says: words.value, amounts: amountsFor(state, words.value) };
}
