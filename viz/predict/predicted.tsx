import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import { answerOf, trySettling } from './answer.ts';
import { type Prediction, usePredictions } from './predict-state.ts';
import type { PredictionQuestion, SettledQuestion } from './predictions.ts';
import { answerInWords, choiceInWords } from './words.ts';

interface PredictedOf {
  run: RunView;
  asked: PredictionQuestion | SettledQuestion;
  prediction: Prediction;
}

/** What was expected; and once the run was watched to its end, or the answer asked for, what came. */
export function Predicted({ run, asked, prediction }: PredictedOf) {
  const slice = useRun();
  const { tick } = usePlayback();
  const predictions = usePredictions();
  const fault = useSignal('');
  const busy = useSignal(false);
  const watched = asked.kind !== 'lever' && tick.value >= run.ticks - 1;
  const reveal = async (): Promise<void> => {
    if (asked.kind === 'lever') {
      busy.value = true;
      try {
        const tried = await trySettling(slice, run, asked);
        predictions.put(run, { ...prediction, tried, revealed: true });
      } catch (error) {
        fault.value = t('predict.failed', { why: error instanceof Error ? error.message : String(error) });
      }
      busy.value = false;
    } else predictions.put(run, { ...prediction, revealed: true });
  };
  useEffect(() => {
    if (watched && !prediction.revealed) void reveal();
  }, [watched, prediction.revealed]);
  if (!prediction.revealed)
    return (
      <p class="quiz-said">
        {t('predict.yours', { choice: choiceInWords(prediction.choice, run) })}{' '}
        <button type="button" class="plain" id="reveal" disabled={busy.value} onClick={() => void reveal()}>
          {t(busy.value ? 'predict.trying' : 'predict.reveal')}
        </button>
        {fault.value ? <span role="alert">{fault.value}</span> : null}
      </p>
    );
  const right = answerOf(asked, prediction) === prediction.choice;
  return (
    <p class={right ? 'quiz-said right' : 'quiz-said'} role="status" id="prediction-result">
      {t('predict.yours', { choice: choiceInWords(prediction.choice, run) })}{' '}
      <b>{t(right ? 'predict.right' : 'predict.wrong')}</b> {answerInWords(asked, prediction, run)} <Odds />
    </p>
  );
}

/** How often it comes so is for the page of odds. */
function Odds() {
  const { screen } = usePanels();
  return (
    <button
      type="button"
      class="plain"
      id="how-likely"
      onClick={() => {
        screen.value = 'odds';
      }}
    >
      {t('predict.odds')}
    </button>
  );
}
