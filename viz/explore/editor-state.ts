import { batch, signal } from '@preact/signals';
import { applyEdits, format, modify } from 'jsonc-parser';
import type { Fault } from '../../sim/schema/fault.ts';
import type { RemoteSession } from '../../workers/protocol.ts';
import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';
import { scenarioIn } from '../user-scenarios/user-scenarios.ts';

/** What an editor can hold without making a person wait, characters. */
export const MOST_TEXT = 2_000_000;
/** Waits for the typing to pause, ms. */
const CHECK_REST = 250;
const KEEP_REST = 400;

const LAYOUT = { tabSize: 2, insertSpaces: true, eol: '\n', keepLines: false } as const;

export const jsonText = (scenario: unknown): string => `${JSON.stringify(scenario, null, 2)}\n`;
export const formatted = (text: string): string => applyEdits(text, format(text, undefined, LAYOUT));
/** The same text with another title, all else left as it was written. */
export const retitled = (text: string, title: string): string =>
  applyEdits(text, modify(text, ['title'], title, { formattingOptions: LAYOUT }));

/** The text in the editor: checked as it is typed, kept as a draft, run when it is sound. */
export function createEditorState(state: State, engine: RemoteSession) {
  const text = signal('');
  /** Key of the own scenario that it is a version of. */
  const of = signal<string | undefined>(undefined);
  /** Undefined while the engine has not looked at what stands there now. */
  const faults = signal<readonly Fault[] | undefined>(undefined);
  const saved = signal(true);
  /** Counts the times that the text was put there by other hands than the editor’s. */
  const laid = signal(0);
  const opened = signal(false);
  let checking: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  async function check(): Promise<readonly Fault[]> {
    const asked = text.peek();
    const reading = await engine.classifyFile(asked).catch((error) => ({
      kind: 'neither' as const,
      faults: [{ path: '', message: String((error as Error).message) }],
    }));
    const found = reading.kind === 'neither' ? reading.faults : reading.kind === 'run' ? RUN_FILE : [];
    if (asked === text.peek()) faults.value = found;
    return found;
  }

  const write = (next: string): void => {
    if (next === text.peek()) return;
    batch(() => {
      text.value = next;
      faults.value = undefined;
      saved.value = false;
    });
    clearTimeout(checking);
    clearTimeout(keeping);
    checking = setTimeout(() => void check(), CHECK_REST);
    keeping = setTimeout(() => void state.own.keepDraft(text.peek(), of.peek()), KEEP_REST);
  };

  const lay = (next: string, key?: string): void => {
    batch(() => {
      of.value = key;
      write(next);
      saved.value = key !== undefined;
      laid.value++;
    });
    void check();
  };

  /** Copies what is on show; where it could not be run, what was to be. */
  const copyShown = async (): Promise<void> => {
    const shown = state.run.peek()?.written.scenario ?? state.given.peek()?.scenario;
    lay(jsonText(shown ?? (await state.source.scenario(state.scenario.peek()).catch(() => undefined)) ?? {}));
  };

  return {
    text,
    of,
    faults,
    saved,
    laid,
    opened,
    write,
    lay,
    /** The draft of last time, or a copy of what is on show. */
    async open(): Promise<void> {
      if (opened.peek()) return;
      const draft = await state.own.draft();
      if (opened.peek()) return;
      opened.value = true;
      if (draft && draft.text.trim() !== '') {
        lay(draft.text, draft.of);
        saved.value = state.own.list.peek().some(({ key, text: own }) => key === draft.of && own === draft.text);
      } else await copyShown();
    },
    copyShown,
    /** Runs what stands there; it stays here where anything is wrong with it. */
    async run(): Promise<boolean> {
      const found = await check();
      const scenario = scenarioIn(text.peek());
      if (found.length > 0 || !scenario) return false;
      state.screen.value = REPLAY;
      void state.start((scenario as { id: string }).id, state.seed.peek(), undefined, { scenario, interventions: [] });
      return true;
    },
    /** Keeps it among the person’s own scenarios, faults and all. */
    async save(untitled: string): Promise<void> {
      const now = text.peek();
      const { title } = (scenarioIn(now) ?? {}) as { title?: unknown };
      of.value = await state.own.put(now, typeof title === 'string' && title.trim() ? title : untitled, of.peek());
      await state.own.keepDraft(now, of.peek());
      if (now === text.peek()) saved.value = true;
    },
  };
}

const RUN_FILE: readonly Fault[] = [
  { path: 'format', message: 'this is a saved run: its scenario is what stands under "scenario"' },
];

export type EditorState = ReturnType<typeof createEditorState>;
