import { declaredSeeds } from './declared-seeds.ts';

/** A scenario by its id and title, loaded on demand. */
export interface ScenarioEntry {
  id: string;
  title: string;
  group: 'histories' | 'classics';
  /** The seed with which a page opens it; undefined where none is declared. */
  seed: string | undefined;
  load(): Promise<unknown>;
}

export const entryOf =
  (name: ScenarioEntry['group']) =>
  (id: string, title: string, load: () => Promise<{ default: unknown }>): ScenarioEntry => ({
    id,
    title,
    group: name,
    seed: declaredSeeds[id]?.seed,
    load: async () => (await load()).default,
  });
