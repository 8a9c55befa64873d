import { signal } from '@preact/signals';
import { openScenarioStorage, type ScenarioStorage, type StoredScenario } from './storage.ts';

/** The person’s own scenarios, newest first, kept in this browser as far as it lets us. */
export function createUserScenarios(store: ScenarioStorage = openScenarioStorage()) {
  const list = signal<readonly StoredScenario[]>([]);
  /** The browser refuses to keep things: what is here is lost when the page is closed. */
  const refused = signal(false);
  const removed = signal<StoredScenario | undefined>(undefined);
  const kept = async (work: Promise<unknown>): Promise<void> => {
    await work.then(
      () => {
        refused.value = false;
      },
      () => {
        refused.value = true;
      },
    );
  };
  const enter = (own: StoredScenario): void => {
    const others = list.peek().filter(({ key }) => key !== own.key);
    list.value = [...others, own].sort((a, b) => b.changed - a.changed || (a.key < b.key ? -1 : 1));
  };
  /** Writes under a key; a new one where none is given. @returns the key */
  async function put(text: string, title: string, key: string = crypto.randomUUID()): Promise<string> {
    const own = { key, title, text, changed: Date.now() };
    enter(own);
    await kept(store.put(own));
    return key;
  }
  return {
    list,
    refused,
    /** What was deleted last, as long as it can be brought back. */
    removed,
    put,
    async recall(): Promise<void> {
      const found = await store.all().catch(() => undefined);
      // Only writing tells whether things are kept; a browser that forbids reading too will say so then.
      for (const own of found ?? []) enter(own);
    },
    async remove(key: string): Promise<void> {
      removed.value = list.peek().find((own) => own.key === key);
      list.value = list.peek().filter((own) => own.key !== key);
      await kept(store.remove(key));
    },
    async restore(): Promise<void> {
      const own = removed.peek();
      if (!own) return;
      removed.value = undefined;
      enter(own);
      await kept(store.put(own));
    },
    draft: () => store.draft().catch(() => undefined),
    keepDraft: (text: string, of: string | undefined) => kept(store.putDraft({ text, of })),
  };
}

export type UserScenarios = ReturnType<typeof createUserScenarios>;

/** The scenario that a text is, as an object; undefined for what is no JSON object. */
export function scenarioIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
