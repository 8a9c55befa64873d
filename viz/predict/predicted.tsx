import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { SCREENS } from '../shell/screens.ts';
import { type State, useApp } from '../store/state.ts';
import { answerOf, type Prediction, trySettling } from './predict-state.ts';
import type { PredictionQuestion, SettledQuestion } from './predictions.ts';
import { answerInWords, choiceInWords } from './words.ts';

interface PredictedOf {
  run: RunView;
  asked: PredictionQuestion | SettledQuestion;
  prediction: Prediction;
}

/** What was expected; and once the run was watched to its end, or the answer asked for, what came. */
export function Predicted({ run, asked, prediction }: PredictedOf) {
  const state = useApp();
  const { tick, quiz } = state;
  const fault = useSignal('');
  const busy = useSignal(false);
  const watched = asked.kind !== 'lever' && tick.value >= run.ticks - 1;
  const reveal = async (): Promise<void> => {
    if (asked.kind === 'lever') {
      busy.value = true;
      try {
        const tried = await trySettling(state, run, asked);
        quiz.put(run, { ...prediction, tried, revealed: true });
      } catch (error) {
        fault.value = t('predict.failed', { why: error instanceof Error ? error.message : String(error) });
      }
      busy.value = false;
    } else quiz.put(run, { ...prediction, revealed: true });
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
    <p class={right ? 'quiz-said right' : 'quiz-said'} role="status" id="verdict">
      {t('predict.yours', { choice: choiceInWords(prediction.choice, run) })}{' '}
      <b>{t(right ? 'predict.right' : 'predict.wrong')}</b> {answerInWords(asked, prediction, run)}{' '}
      <Odds state={state} />
    </p>
  );
}

/** How often it comes so is for the page of odds, where there is one. */
function Odds({ state }: { state: State }) {
  if (!SCREENS.some(({ name }) => name === 'odds')) return <span class="quiz-one">{t('predict.oneSeed')}</span>;
  return (
    <button
      type="button"
      class="plain"
      id="how-likely"
      onClick={() => {
        state.screen.value = 'odds';
      }}
    >
      {t('predict.odds')}
    </button>
  );
}
