import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useApp } from '../store/state.ts';
import type { Code } from './code.ts';
import { type EditorState, formatted, MOST_TEXT } from './editor-state.ts';
import type { ExploreState } from './explore-state.ts';
import { lineAt, placed } from './fault-position.ts';

/** Faults shown at a time: nobody mends more at once. */
const SHOWN = 30;

export function EditorPart({ desk: { manuscript } }: { desk: ExploreState }) {
  const { run } = useApp();
  const code = useRef<Code | undefined>(undefined);
  const opened = manuscript.opened.value || run.value !== undefined;
  useEffect(() => {
    if (opened) void manuscript.open();
  }, [opened]);
  return (
    <div class="editing">
      <Toolbar manuscript={manuscript} code={code} />
      {manuscript.text.value.length > MOST_TEXT ? (
        <p class="explore-none">{t('editor.tooLong')}</p>
      ) : manuscript.opened.value ? (
        <Paper manuscript={manuscript} code={code} />
      ) : (
        <p class="explore-none">{t('explore.looking')}</p>
      )}
      <Faults manuscript={manuscript} code={code} />
    </div>
  );
}

interface Part {
  manuscript: EditorState;
  code: { current: Code | undefined };
}

function Toolbar({ manuscript, code }: Part) {
  const { run } = useApp();
  const { faults, saved, text } = manuscript;
  const sound = faults.value?.length === 0;
  const format = (): void => {
    const next = formatted(text.peek());
    code.current?.put(next);
    manuscript.write(next);
  };
  return (
    <div class="editor-tools">
      <button
        type="button"
        class="plain weighty"
        id="editor-run"
        disabled={faults.value !== undefined && !sound}
        onClick={() => void manuscript.run()}
      >
        {t('editor.run')}
      </button>
      <button type="button" class="plain" id="editor-save" onClick={() => void manuscript.save(t('editor.untitled'))}>
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
        disabled={!run.value}
        title={run.value?.scenario.title}
        onClick={() => void manuscript.copyShown()}
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
function Paper({ manuscript, code }: Part) {
  const host = useRef<HTMLDivElement>(null);
  const failed = useSignal(false);
  const ready = useSignal(false);
  useEffect(() => {
    let gone = false;
    import('./code.ts').then(
      ({ openCode }) => {
        if (gone || !host.current) return;
        code.current = openCode(host.current, manuscript.text.peek(), t('editor.label'), manuscript.write);
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
    code.current?.put(manuscript.text.peek());
  }, [manuscript.laid.value]);
  useEffect(() => {
    const text = manuscript.text.peek();
    if (manuscript.faults.value) code.current?.mark(placed(text, manuscript.faults.value));
  }, [manuscript.faults.value, ready.value]);
  return (
    <section class="paper" aria-label={t('editor.label')}>
      {failed.value ? <p class="explore-none">{t('app.screenFailed')}</p> : null}
      <div class="paper-host" ref={host} />
      <p class="paper-hint">{t('editor.hint')}</p>
    </section>
  );
}

function Faults({ manuscript, code }: Part) {
  const faults = manuscript.faults.value;
  const text = manuscript.text.value;
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
