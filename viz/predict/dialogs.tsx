import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { usePredictions } from './predict-state.ts';
import type { PredictionChoice, PredictionQuestion, SettledQuestion } from './predictions.ts';
import { askedInWords, choiceInWords } from './words.ts';

interface DialogOf {
  name: 'questions' | 'predict';
  title: string;
  children: ComponentChildren;
}

function Dialog({ name, title, children }: DialogOf) {
  const predictions = usePredictions();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = predictions.open.value === name;
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    if (predictions.open.peek() === name) predictions.open.value = undefined;
  };
  return (
    <dialog ref={dialog} class="help quiz-dialog" aria-labelledby={`${name}-title`} onClose={close}>
      {open ? (
        <>
          <h2 id={`${name}-title`}>{title}</h2>
          {children}
          <div class="quiz-close">
            <button type="button" class="plain" onClick={close}>
              {t(name === 'predict' ? 'predict.dismiss' : 'common.close')}
            </button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}

/** The scenario’s own questions, which nobody but people can answer. */
export const QuestionsDialog = ({ questions }: { questions: readonly string[] }) => (
  <Dialog name="questions" title={t('questions.title')}>
    <p>{t('questions.intro')}</p>
    <ol class="quiz-questions">
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ol>
  </Dialog>
);

/** One question that the engine answers. Who answers goes back to the start, with the rest of the run covered. */
export function PredictDialog({ run, asked }: { run: RunView; asked: PredictionQuestion | SettledQuestion }) {
  const predictions = usePredictions();
  const { go } = usePlayback();
  const choose = (choice: PredictionChoice): void => {
    predictions.put(run, { kind: asked.kind, choice, revealed: false });
    predictions.open.value = undefined;
    if (asked.kind !== 'lever') go(0);
  };
  return (
    <Dialog name="predict" title={t('predict.title')}>
      <p class="quiz-asked">{askedInWords(asked, run)}</p>
      {asked.kind === 'lever' ? <p class="quiz-says">{scenarioText(asked.control.describe)}</p> : null}
      <div class="quiz-choices">
        {asked.choices.map((choice) => (
          <button key={choice} type="button" class="plain" data-choice={choice} onClick={() => choose(choice)}>
            {choiceInWords(choice, run)}
          </button>
        ))}
      </div>
      <p class="quiz-says">{t(asked.kind === 'lever' ? 'predict.tried' : 'predict.hidden')}</p>
    </Dialog>
  );
}
