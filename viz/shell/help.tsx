import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFirstSteps } from '../first-steps/first-steps.ts';
import { t } from '../i18n/index.ts';
import { eventLookOf } from '../run-view/event-looks.ts';
import { usePanels } from '../store/panels.ts';
import { GlyphIcon } from '../ui/glyphs.tsx';
import { KEY_COMMANDS } from './commands.ts';
import { areLettersKeys, setLetterKeys } from './letter-keys.ts';

const SIGNS = ['founded', 'joined', 'left', 'dissolved', 'shock', 'attacked', 'honoured'] as const;

export function Help() {
  const { helping } = usePanels();
  const firstSteps = useFirstSteps();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const open = helping.value;
  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal();
      // Else the first control has it, below all that there is to read, where the space bar would turn the letters off.
      title.current?.focus();
    }
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    helping.value = false;
  };
  const keys = KEY_COMMANDS.flatMap(({ key }) =>
    key?.shown && key.does ? { shown: key.shown(), does: key.does() } : [],
  );
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title" tabIndex={-1} ref={title}>
        {t('help.title')}
      </h2>
      <p>{t('help.about')}</p>
      <div class="help-columns">
        <Legend caption={t('help.keys')} rows={keys.map(({ shown, does }) => [<kbd key={shown}>{shown}</kbd>, does])} />
        <Legend
          caption={t('help.signs')}
          rows={SIGNS.map((kind) => [<Sign key={kind} kind={kind} />, t(`help.${kind}`)])}
        />
      </div>
      <label class="help-letters">
        <input
          type="checkbox"
          id="letter-keys"
          checked={areLettersKeys.value}
          onChange={({ currentTarget }) => setLetterKeys(currentTarget.checked)}
        />
        {t('help.letters')}
      </label>
      <div class="help-buttons">
        <button type="button" class="plain" onClick={close}>
          {t('common.close')}
        </button>
        <button
          type="button"
          class="plain"
          id="first-steps"
          onClick={() => {
            close();
            firstSteps.again();
          }}
        >
          {t('help.hint')}
        </button>
      </div>
    </dialog>
  );
}

const Sign = ({ kind }: { kind: string }) => <GlyphIcon glyph={eventLookOf({ kind }).glyph} />;

const Legend = ({ caption, rows }: { caption: string; rows: [sign: VNode, says: string][] }) => (
  <table>
    <caption>{caption}</caption>
    <tbody>
      {rows.map(([sign, says]) => (
        <tr key={says}>
          <th scope="row">{sign}</th>
          <td>{says}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
