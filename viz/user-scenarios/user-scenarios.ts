import { type ReadonlySignal, signal } from '@preact/signals';
import { slice } from '../store/slice.ts';
import { type EditorDraft, openScenarioStorage, type ScenarioStorage, type StoredScenario } from './storage.ts';

/** The person’s own scenarios, kept in this browser as far as it lets us. */
export interface UserScenariosSlice {
  /** Newest first. */
  list: ReadonlySignal<readonly StoredScenario[]>;
  /** The browser refuses to keep things: what is here is lost when the page is closed. */
  refused: ReadonlySignal<boolean>;
  /** What was deleted last, as long as it can be brought back. */
  removed: ReadonlySignal<StoredScenario | undefined>;
  /** Writes under a key; a new one where none is given. @returns the key */
  put(text: string, title: string, key?: string): Promise<string>;
  /** Reads what was kept. */
  recall(): Promise<void>;
  remove(key: string): Promise<void>;
  restore(): Promise<void>;
  draft(): Promise<EditorDraft | undefined>;
  keepDraft(text: string, of: string | undefined): Promise<void>;
}

export const [UserScenariosProvider, useUserScenarios] = slice<UserScenariosSlice>();

export function createUserScenarios(store: ScenarioStorage = openScenarioStorage()): UserScenariosSlice {
  const list = signal<readonly StoredScenario[]>([]);
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
  async function put(text: string, title: string, key: string = crypto.randomUUID()): Promise<string> {
    const own = { key, title, text, changed: Date.now() };
    enter(own);
    await kept(store.put(own));
    return key;
  }
  return {
    list,
    refused,
    removed,
    put,
    async recall() {
      const found = await store.all().catch(() => undefined);
      // Only writing tells whether things are kept; a browser that forbids reading too will say so then.
      for (const own of found ?? []) enter(own);
    },
    async remove(key) {
      removed.value = list.peek().find((own) => own.key === key);
      list.value = list.peek().filter((own) => own.key !== key);
      await kept(store.remove(key));
    },
    async restore() {
      const own = removed.peek();
      if (!own) return;
      removed.value = undefined;
      enter(own);
      await kept(store.put(own));
    },
    draft: () => store.draft().catch(() => undefined),
    keepDraft: (text, of) => kept(store.putDraft({ text, of })),
  };
}

/** The scenario that a text is, as an object; undefined for what is no JSON object. */
export function scenarioIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
