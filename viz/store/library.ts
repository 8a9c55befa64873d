import type { ScenariosById } from '../../formats/link/link.ts';
import { type Key, t } from '../i18n/index.ts';

/** A scenario that can be chosen; `group` is the key of what its part of the list is called. */
export interface ScenarioChoice {
  id: string;
  title: string;
  group?: Key;
  load(): Promise<unknown>;
}

/** Scenarios to choose from, each of them fetched when it is wanted. */
export function createLibrary(books: readonly ScenarioChoice[]) {
  const fetched = new Set<unknown>();
  /** As it was written; undefined for an id that is none. Rejects with a sentence where it cannot be had. */
  async function scenario(id: string): Promise<unknown> {
    const written = await books
      .find((book) => book.id === id)
      ?.load()
      .catch(() => {
        throw new Error(t('app.scenarioFailed'));
      });
    if (written !== undefined) fetched.add(written);
    return written;
  }
  return {
    shelf: books as readonly Omit<ScenarioChoice, 'load'>[],
    scenario,
    /** Those of these ids; all where none are said. */
    async scenarios(ids: readonly unknown[] = books.map(({ id }) => id)): Promise<ScenariosById> {
      const wanted = books.filter(({ id }) => ids.includes(id));
      return Object.fromEntries(await Promise.all(wanted.map(async ({ id }) => [id, await scenario(id)] as const)));
    },
    /** Whether a scenario is one of these, not just like one. */
    isOnShelf: (written: unknown): boolean => fetched.has(written),
  };
}

export type Library = ReturnType<typeof createLibrary>;
