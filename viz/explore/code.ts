import { indentWithTab, redo, undo } from '@codemirror/commands';
import { json, jsonLanguage } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { type Schema, wordsAt } from './complete.ts';
import type { Placed } from './fault-position.ts';

/** The editor of a text of JSON. */
export interface Code {
  /** Puts another text there, as one step that can be undone. */
  put(text: string): void;
  mark(faults: readonly Placed[]): void;
  goTo(offset: number): void;
  undo(): void;
  redo(): void;
  close(): void;
}

/** Colours of the page; they come through the shadow by themselves. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--leaf)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--rubric)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--rubric)', padding: '10px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--rubric)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--hue-1-fill) 32%, transparent)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--rubric-wash) 55%, transparent)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--quiet)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--rubric-wash)', color: 'var(--ink)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--rubric-wash)', borderColor: 'var(--rule)', color: 'var(--ink)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--leaf)',
    color: 'var(--ink)',
    border: '1px solid var(--control)',
    borderRadius: '4px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--ink)', color: 'var(--paper)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'inherit', opacity: '0.75' },
  // The sign of a fault is a letter: an image written into the sheet is none that the policy allows.
  '.cm-lint-marker-error': { content: 'normal', color: 'var(--rubric)' },
  '.cm-lint-marker-error::before': { content: '"✖"', fontSize: '12px', lineHeight: '1' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--rubric)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--rubric)',
    textUnderlineOffset: '3px',
  },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-textfield': { backgroundColor: 'var(--leaf)', borderColor: 'var(--control)' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--leaf)', borderColor: 'var(--control)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--hue-2-fill) 30%, transparent)',
  },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'color-mix(in srgb, var(--hue-4-edge) 85%, var(--ink))' },
  { tag: tags.string, color: 'color-mix(in srgb, var(--hue-2-edge) 80%, var(--ink))' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--rubric)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--quiet)' },
]);

/** Words of the scenarios’ schema, fetched when they are first asked for. */
const completion = jsonLanguage.data.of({
  async autocomplete(context: {
    state: EditorState;
    pos: number;
    explicit: boolean;
    matchBefore(pattern: RegExp): { from: number; text: string } | null;
  }) {
    const { state, pos, explicit } = context;
    const word = context.matchBefore(/"?[\w$/-]*/);
    if (!explicit && !word?.text.startsWith('"')) return null;
    const { default: schema } = await import('../../scenarios/schema.json');
    const { words, isKey } = wordsAt(state.doc.toString(), pos, schema as unknown as Schema);
    const closing = state.sliceDoc(pos, pos + 1) === '"' ? 1 : 0;
    return {
      from: word?.from ?? pos,
      to: pos + closing,
      options: words.map(({ label, detail }) => ({
        label: JSON.stringify(label),
        detail: detail.length > 70 ? `${detail.slice(0, 69)}…` : detail,
        type: isKey ? 'property' : 'text',
        apply:
          isKey && !/^"?\s*:/.test(state.sliceDoc(pos, pos + 8)) ? `${JSON.stringify(label)}: ` : JSON.stringify(label),
      })),
    };
  },
});

/**
 * Opens an editor in a shadow of its own: there its styles are sheets, which a strict content policy allows, and not elements.
 */
export function openCode(host: HTMLElement, text: string, label: string, onChange: (text: string) => void): Code {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let silent = false;
  const view = new EditorView({
    root,
    parent: root as unknown as HTMLElement,
    state: EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        json(),
        completion,
        lintGutter(),
        theme,
        syntaxHighlighting(colours),
        keymap.of([indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !silent) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  // It scrolls, so the keyboard must reach it.
  view.scrollDOM.tabIndex = 0;
  return {
    put(next) {
      if (next === view.state.doc.toString()) return;
      silent = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      silent = false;
    },
    mark(faults) {
      const end = view.state.doc.length;
      const diagnostics = faults
        .map(
          ({ from, to, message }): Diagnostic => ({
            from: Math.min(from, end),
            to: Math.min(to, end),
            severity: 'error',
            message,
          }),
        )
        .sort((a, b) => a.from - b.from);
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(offset) {
      const at = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    close: () => view.destroy(),
  };
}
