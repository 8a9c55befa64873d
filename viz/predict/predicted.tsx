import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { Story } from '../run-view/run-view.ts';
import { SCREENS } from '../shell/screens.ts';
import { type State, useApp } from '../store/state.ts';
import { answerOf, type Prediction, tryWager } from './predict-state.ts';
import type { Question, Wager } from './predictions.ts';
import { answerInWords, choiceInWords } from './words.ts';

interface PredictedOf {
  story: Story;
  asked: Question | Wager;
  prediction: Prediction;
}

/** What was expected; and once the run was watched to its end, or the answer asked for, what came. */
export function Predicted({ story, asked, prediction }: PredictedOf) {
  const state = useApp();
  const { tick, quiz } = state;
  const fault = useSignal('');
  const busy = useSignal(false);
  const watched = asked.kind !== 'lever' && tick.value >= story.ticks - 1;
  const reveal = async (): Promise<void> => {
    if (asked.kind === 'lever') {
      busy.value = true;
      try {
        const tried = await tryWager(state, story, asked);
        quiz.put(story, { ...prediction, tried, revealed: true });
      } catch (error) {
        fault.value = t('predict.failed', { why: error instanceof Error ? error.message : String(error) });
      }
      busy.value = false;
    } else quiz.put(story, { ...prediction, revealed: true });
  };
  useEffect(() => {
    if (watched && !prediction.revealed) void reveal();
  }, [watched, prediction.revealed]);
  if (!prediction.revealed)
    return (
      <p class="quiz-said">
        {t('predict.yours', { choice: choiceInWords(prediction.choice, story) })}{' '}
        <button type="button" class="plain" id="reveal" disabled={busy.value} onClick={() => void reveal()}>
          {t(busy.value ? 'predict.trying' : 'predict.reveal')}
        </button>
        {fault.value ? <span role="alert">{fault.value}</span> : null}
      </p>
    );
  const right = answerOf(asked, prediction) === prediction.choice;
  return (
    <p class={right ? 'quiz-said right' : 'quiz-said'} role="status" id="verdict">
      {t('predict.yours', { choice: choiceInWords(prediction.choice, story) })}{' '}
      <b>{t(right ? 'predict.right' : 'predict.wrong')}</b> {answerInWords(asked, prediction, story)}{' '}
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
