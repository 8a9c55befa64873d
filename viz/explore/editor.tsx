import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useRun } from '../store/run.ts';
import type { Code } from './code.ts';
import { type EditorState, formatted, MOST_TEXT } from './editor-state.ts';
import type { ExploreState } from './explore-state.ts';
import { lineAt, placed } from './fault-position.ts';

/** Faults shown at a time: nobody mends more at once. */
const SHOWN = 30;

export function EditorPart({ explore: { editor } }: { explore: ExploreState }) {
  const { shown } = useRun();
  const code = useRef<Code | undefined>(undefined);
  const opened = editor.opened.value || shown.value !== undefined;
  useEffect(() => {
    if (opened) void editor.open();
  }, [opened]);
  return (
    <div class="editing">
      <Toolbar editor={editor} code={code} />
      {editor.text.value.length > MOST_TEXT ? (
        <p class="explore-none">{t('editor.tooLong')}</p>
      ) : editor.opened.value ? (
        <Paper editor={editor} code={code} />
      ) : (
        <p class="explore-none">{t('explore.looking')}</p>
      )}
      <Faults editor={editor} code={code} />
    </div>
  );
}

interface Part {
  editor: EditorState;
  code: { current: Code | undefined };
}

function Toolbar({ editor, code }: Part) {
  const { shown } = useRun();
  const { faults, saved, text } = editor;
  const sound = faults.value?.length === 0;
  const format = (): void => {
    const next = formatted(text.peek());
    code.current?.put(next);
    editor.write(next);
  };
  return (
    <div class="editor-tools">
      <button
        type="button"
        class="plain weighty"
        id="editor-run"
        disabled={faults.value !== undefined && !sound}
        onClick={() => void editor.run()}
      >
        {t('editor.run')}
      </button>
      <button type="button" class="plain" id="editor-save" onClick={() => void editor.save(t('editor.untitled'))}>
        {t('editor.save')}
      </button>
      <button type="button" class="plain" id="editor-format" onClick={format}>
        {t('editor.format')}
      </button>
      <button type="button" class="plain" id="editor-undo" onClick={() => code.current?.undo()}>
        {t('editor.undo')}
      </button>
      <button type="button" class="plain" id="editor-redo" onClick={() => code.current?.redo()}>
        {t('editor.redo')}
      </button>
      <button
        type="button"
        class="plain"
        id="editor-copy"
        disabled={!shown.value}
        title={shown.value?.scenario.title}
        onClick={() => void editor.copyShown()}
      >
        {t('editor.copyShown')}
      </button>
      <span class="editor-state" role="status">
        {t(saved.value ? 'editor.saved' : 'editor.draft')}
      </span>
    </div>
  );
}

/** The sheet itself: what edits comes when it is first wanted. */
function Paper({ editor, code }: Part) {
  const host = useRef<HTMLDivElement>(null);
  const failed = useSignal(false);
  const ready = useSignal(false);
  useEffect(() => {
    let gone = false;
    import('./code.ts').then(
      ({ openCode }) => {
        if (gone || !host.current) return;
        code.current = openCode(host.current, editor.text.peek(), t('editor.label'), editor.write);
        ready.value = true;
      },
      () => {
        failed.value = true;
      },
    );
    return () => {
      gone = true;
      code.current?.close();
      code.current = undefined;
    };
  }, []);
  useEffect(() => {
    code.current?.put(editor.text.peek());
  }, [editor.laid.value]);
  useEffect(() => {
    const text = editor.text.peek();
    if (editor.faults.value) code.current?.mark(placed(text, editor.faults.value));
  }, [editor.faults.value, ready.value]);
  return (
    <section class="paper" aria-label={t('editor.label')}>
      {failed.value ? <p class="explore-none">{t('app.screenFailed')}</p> : null}
      <div class="paper-host" ref={host} />
      <p class="paper-hint">{t('editor.hint')}</p>
    </section>
  );
}

function Faults({ editor, code }: Part) {
  const faults = editor.faults.value;
  const text = editor.text.value;
  const places = faults ? placed(text, faults.slice(0, SHOWN)) : [];
  return (
    <section class="editor-faults" aria-labelledby="faults-title">
      <h2 id="faults-title" aria-live="polite">
        {faults ? t('editor.faults', { count: faults.length }) : t('editor.checking')}
      </h2>
      {faults?.length === 0 ? <p class="quiet">{t('editor.sound')}</p> : null}
      <ol>
        {places.map(({ path, message, from }) => (
          <li key={`${path} ${message}`}>
            <button type="button" class="editor-fault" onClick={() => code.current?.goTo(from)}>
              <span class="fault-line">{t('editor.line', { line: lineAt(text, from) })}</span>{' '}
              <code>{path || t('editor.whole')}</code> <span class="fault-says">{message}</span>
            </button>
          </li>
        ))}
      </ol>
      {faults && faults.length > SHOWN ? (
        <p class="quiet">{t('editor.more', { count: faults.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
