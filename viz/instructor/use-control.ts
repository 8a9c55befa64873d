import { computed } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { InstructorState, Scene } from '../../classroom/protocol/state.ts';
import { gameWords } from '../classroom/game-words.ts';
import { studentLanguage } from '../classroom/language.ts';
import { actorNames, type Names } from '../classroom/names.ts';
import type { StaffRoom } from '../classroom/staff-room.ts';
import type { StudentWords } from '../classroom/words/words.ts';
import { instructorEnglish } from './words/en.ts';
import { instructorSpanish } from './words/es.ts';
import type { InstructorWords } from './words/words.ts';

export const ControlContext = createContext<StaffRoom<InstructorState> | undefined>(undefined);

/** What the page says, in the instructor's own language. */
export const instructorWords = computed<InstructorWords>(() =>
  studentLanguage.value === 'es' ? instructorSpanish : instructorEnglish,
);

export interface Control {
  room: StaffRoom<InstructorState>;
  scene: Scene;
  state: InstructorState;
  names: Names;
  says: InstructorWords;
  /** What the phones say of the game. */
  game: StudentWords;
}

/** What most parts need. Only below a room that has told its scene and its state. */
export function useControl(): Control {
  const room = useContext(ControlContext);
  const scene = room?.scene.value;
  const state = room?.state.value;
  if (!room || !scene || !state) throw new Error('no room that has told its state stands above this part of the page');
  const game = gameWords(studentLanguage.value);
  const names = useMemo(() => actorNames(scene, room.treaties, game), [scene, room, game]);
  return { room, scene, state, names, says: instructorWords.value, game };
}
