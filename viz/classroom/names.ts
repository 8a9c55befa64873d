import type { Scene } from '../../classroom/protocol/state.ts';
import type { StudentWords } from './words/words.ts';

/** Names of actors and treaties by their ids. */
export interface Names {
  actor(id: string): string;
  treaty(id: string): string;
  /** Of either. What has no name is called by its id. */
  any(id: string): string;
  list(ids: readonly string[]): string;
}

export function actorNames(
  scene: Scene | undefined,
  treaties: ReadonlyMap<string, string>,
  words: StudentWords,
): Names {
  const actors = new Map(scene?.actors.map(({ actor, name, short }) => [actor, short ?? name]));
  const actor = (id: string): string => actors.get(id) ?? id;
  const treaty = (id: string): string => treaties.get(id) ?? id;
  const any = (id: string): string => actors.get(id) ?? treaties.get(id) ?? id;
  return { actor, treaty, any, list: (ids) => words.listOf(ids.map(any)) };
}
