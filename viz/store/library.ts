import type { ScenariosById } from '../../formats/link/link.ts';
import { type Key, t } from '../i18n/index.ts';

/** A scenario that can be chosen; `group` is the key of what its part of the list is called. */
export interface ScenarioChoice {
  id: string;
  title: string;
  group?: Key;
  /** The seed that it is declared to open with; else it is "1". */
  seed?: string | undefined;
  load(): Promise<unknown>;
}

/** Scenarios to choose from, each of them fetched when it is wanted. */
export interface Library {
  catalogue: readonly Omit<ScenarioChoice, 'load'>[];
  /** The seed that a scenario opens with where none is asked for. */
  openingSeed(id: string): string;
  /** That seed, if it is one that was declared. */
  declaredSeed(id: string): string | undefined;
  /** As it was written; undefined for an id that is none. Rejects with a sentence where it cannot be had. */
  scenario(id: string): Promise<unknown>;
  /** Those of these ids; all where none are said. */
  scenarios(ids?: readonly unknown[]): Promise<ScenariosById>;
  /** Whether a scenario is one of these, not just like one. */
  isBundled(written: unknown): boolean;
}

export function createLibrary(catalogue: readonly ScenarioChoice[]): Library {
  const declaredSeed = (id: string): string | undefined => catalogue.find((choice) => choice.id === id)?.seed;
  const fetched = new Set<unknown>();
  async function scenario(id: string): Promise<unknown> {
    const written = await catalogue
      .find((choice) => choice.id === id)
      ?.load()
      .catch(() => {
        throw new Error(t('app.scenarioFailed'));
      });
    if (written !== undefined) fetched.add(written);
    return written;
  }
  return {
    catalogue,
    openingSeed: (id) => declaredSeed(id) ?? '1',
    declaredSeed,
    scenario,
    async scenarios(ids = catalogue.map(({ id }) => id)) {
      const wanted = catalogue.filter(({ id }) => ids.includes(id));
      return Object.fromEntries(await Promise.all(wanted.map(async ({ id }) => [id, await scenario(id)] as const)));
    },
    isBundled: (written) => fetched.has(written),
  };
}
