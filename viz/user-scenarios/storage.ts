/** A scenario of the person’s own, as its text stands; it need not be one that can be run. */
export interface StoredScenario {
  key: string;
  title: string;
  text: string;
  /** When it was last written, ms since 1970. */
  changed: number;
}

/** What stands in the editor, unsaved, and which own scenario it is a version of. */
export interface EditorDraft {
  text: string;
  of: string | undefined;
}

const SCENARIOS = 'scenarios';
const DRAFTS = 'drafts';

/** Where scenarios are kept between visits; every call rejects where the browser refuses to keep anything. */
export interface ScenarioStorage {
  all(): Promise<StoredScenario[]>;
  put(own: StoredScenario): Promise<void>;
  remove(key: string): Promise<void>;
  draft(): Promise<EditorDraft | undefined>;
  putDraft(draft: EditorDraft | undefined): Promise<void>;
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** What was written is kept only once its transaction is through: the place may turn out too small at its end. */
const settled = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(SCENARIOS, { keyPath: 'key' });
    request.result.createObjectStore(DRAFTS);
  };
  return answer(request);
}

/** In the browser’s own database, opened when it is first asked for. */
export function openScenarioStorage(name = 'foedus'): ScenarioStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const database = (): Promise<IDBDatabase> => {
    opened ??= Promise.resolve(name).then(openDatabase);
    // A refusal is not for ever: the person may allow it meanwhile.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  };
  const reading = async <T>(store: string, ask: (from: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answer(ask((await database()).transaction(store).objectStore(store)));
  const writing = async (store: string, ask: (to: IDBObjectStore) => IDBRequest): Promise<void> => {
    const transaction = (await database()).transaction(store, 'readwrite');
    ask(transaction.objectStore(store));
    await settled(transaction);
  };
  return {
    all: () => reading(SCENARIOS, (from) => from.getAll() as IDBRequest<StoredScenario[]>),
    put: (own) => writing(SCENARIOS, (to) => to.put(own)),
    remove: (key) => writing(SCENARIOS, (to) => to.delete(key)),
    draft: () => reading(DRAFTS, (from) => from.get('draft') as IDBRequest<EditorDraft | undefined>),
    putDraft: (draft) => writing(DRAFTS, (to) => (draft ? to.put(draft, 'draft') : to.delete('draft'))),
  };
}
