import './scenario-notes.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { provenanceNotesOf } from '../details/provenance.ts';
import { ConfidenceMark } from '../details/resources.tsx';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { useRun } from '../store/run.ts';

/** What a scenario says of itself: what it is, what it leaves out, what to ask of it, and where its numbers come from. */
export function ScenarioNotes({ close }: { close(): void }) {
  const { shown } = useRun();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Its first field would be far down.
    title.current?.focus();
  }, []);
  const { summary, caveats, questions, provenance } = provenanceNotesOf(shown.value?.written.scenario);
  return (
    <dialog ref={dialog} class="help papers" aria-labelledby="papers-title" onClose={close}>
      <p class="details-unit">{t('about.title')}</p>
      <h2 id="papers-title" tabIndex={-1} ref={title}>
        {shown.value?.scenario.title}
      </h2>
      {summary ? <p>{scenarioText(summary)}</p> : null}
      <Listed title={t('about.caveats')} sentences={caveats} />
      <Listed title={t('about.questions')} sentences={questions} />
      {provenance.length > 0 ? (
        <>
          <h3>{t('about.provenance')}</h3>
          {/* It scrolls where it is wide, so the keyboard must reach it. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <section class="papers-table" tabIndex={0} aria-label={t('about.provenance')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('about.path')}</th>
                  <th scope="col">{t('about.source')}</th>
                  <th scope="col">{t('about.confidence')}</th>
                </tr>
              </thead>
              <tbody>
                {provenance.map(({ path, source: text, confidence }) => (
                  <tr key={path}>
                    <th scope="row">
                      <code>{path}</code>
                    </th>
                    <td>{text}</td>
                    <td>
                      <ConfidenceMark confidence={confidence} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : null}
      <button type="button" class="plain" onClick={() => dialog.current?.close()}>
        {t('common.close')}
      </button>
    </dialog>
  );
}

function Listed({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="papers-list">
        {sentences.map((one) => (
          <li key={one}>{scenarioText(one)}</li>
        ))}
      </ul>
    </>
  );
}
