import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { ProjectorState, Scene } from '../../classroom/protocol/state.ts';
import { gameWords } from '../classroom/game-words.ts';
import { actorNames, type Names } from '../classroom/names.ts';
import type { StaffRoom } from '../classroom/staff-room.ts';
import type { StudentWords } from '../classroom/words/words.ts';
import { projectorEnglish } from './words/en.ts';
import { projectorSpanish } from './words/es.ts';
import type { ProjectorWords } from './words/words.ts';

export const WallContext = createContext<StaffRoom<ProjectorState> | undefined>(undefined);

export const projectorWords = (language: 'en' | 'es'): ProjectorWords =>
  language === 'es' ? projectorSpanish : projectorEnglish;

export interface Wall {
  room: StaffRoom<ProjectorState>;
  scene: Scene;
  state: ProjectorState;
  names: Names;
  says: ProjectorWords;
  /** What the phones say of the game. */
  game: StudentWords;
}

/** What most parts need. Only below a room that has told its scene and its state. The class's language is that of the scene. */
export function useWall(): Wall {
  const room = useContext(WallContext);
  const scene = room?.scene.value;
  const state = room?.state.value;
  if (!room || !scene || !state) throw new Error('no room that has told its state stands above this part of the page');
  const game = gameWords(scene.language);
  const names = useMemo(() => actorNames(scene, room.treaties, game), [scene, room, game]);
  return { room, scene, state, names, says: projectorWords(scene.language), game };
}
