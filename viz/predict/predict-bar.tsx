import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import { useAsked } from '../store/use-asked.ts';
import { askedOf, isOffered, usePredictions } from './predict-state.ts';

const load = () => import('./dialogs-lazy.ts');

/** Questions on a run, and what a person expects of it before it is seen: an offer, in the way of nothing. */
export function PredictBar({ run }: { run: RunView }) {
  const predictions = usePredictions();
  const slice = useRun();
  const prediction = predictions.predictionOf(run);
  const came = useAsked(load, prediction !== undefined || predictions.open.value !== undefined, () => {
    predictions.open.value = undefined;
  });
  const asked = askedOf(run, prediction?.kind);
  const { questions = [] } = run.scenario;
  if (!asked && questions.length === 0) return null;
  const offered = asked !== undefined && !prediction && isOffered(predictions, slice, run);
  return (
    <div class={offered ? 'quiz offered' : 'quiz'}>
      {offered ? <p class="quiz-offer">{t('predict.offer')}</p> : null}
      {came && asked && prediction ? <came.Predicted run={run} asked={asked} prediction={prediction} /> : null}
      <div class="quiz-acts">
        {asked && !prediction ? <Opener name="predict" label={t('predict.predict')} /> : null}
        {offered ? <Decline run={run} /> : null}
        {questions.length > 0 && !offered ? <Opener name="questions" label={t('questions.open')} /> : null}
      </div>
      {came ? <came.QuestionsDialog questions={questions} /> : null}
      {came && asked ? <came.PredictDialog run={run} asked={asked} /> : null}
    </div>
  );
}

const Opener = ({ name, label }: { name: 'questions' | 'predict'; label: string }) => {
  const { open } = usePredictions();
  const { playing } = usePlayback();
  return (
    <button
      type="button"
      class="plain"
      id={`open-${name}`}
      aria-haspopup="dialog"
      onClick={() => {
        playing.value = false;
        open.value = name;
      }}
    >
      {label}
    </button>
  );
};

function Decline({ run }: { run: RunView }) {
  const { declined } = usePredictions();
  return (
    <button
      type="button"
      class="plain"
      id="decline"
      onClick={() => {
        declined.value = new Set(declined.peek()).add(run.scenario.id);
      }}
    >
      {t('predict.dismiss')}
    </button>
  );
}
