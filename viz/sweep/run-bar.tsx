import type { SweepProgress } from '../../workers/sweep-service.ts';
import { numeral, t } from '../i18n/index.ts';
import { whole } from '../odds/words.ts';
import type { ResultsState } from './results-state.ts';
import type { SweepState } from './sweep-state.ts';
import { durationText, sweepFaultText } from './words.ts';

/** How far the runs are, and what stops them or makes them go on. */
export function RunBar({ sweep, results }: { sweep: SweepState; results: ResultsState }) {
  const { job } = results;
  const progress = job.progress.value;
  const { stage, done, total } = progress;
  const isRunning = stage === 'running' || stage === 'stopping';
  const press = (): void => {
    if (isRunning) void job.stop();
    else job.start();
  };
  return (
    <div class="sweep-bar">
      <progress class="sweep-progress" aria-label={t('sweep.progress')} max={total} value={done} />
      <p class="sweep-status" id="sweep-status">
        {progressText(progress)}
      </p>
      {/* Said at the ends alone: a count that is read out at every step drowns everything else. */}
      <p class="unseen" role="status">
        {isRunning ? '' : progressText(progress)}
      </p>
      {done < total ? (
        <button type="button" class={isRunning ? 'plain' : 'plain sweep-go'} id="sweep-toggle" onClick={press}>
          {t(isRunning ? 'sweep.stop' : done > 0 ? 'sweep.goOn' : 'sweep.run')}
        </button>
      ) : null}
      <button
        type="button"
        class="plain"
        id="sweep-change"
        onClick={() =>
          void sweep.attempt(async () => {
            await sweep.plan.take(job.plan, t('sweep.keptSweep'));
            sweep.part.value = 'plan';
          })
        }
      >
        {t('sweep.changePlan')}
      </button>
      <FaultLine progress={progress} />
    </div>
  );
}

function progressText({ stage, done, total, rate, secondsLeft }: SweepProgress): string {
  const counts = { done: whole(done), total: whole(total) };
  if (stage === 'done' || done === total) return t('sweep.allDone', { count: total });
  if (stage === 'stopping') return t('sweep.stopping');
  if (stage !== 'running') return t(done > 0 || stage === 'stopped' ? 'sweep.stopped' : 'sweep.notBegun', counts);
  const pace =
    rate === undefined ? '' : t('sweep.pace', { rate: numeral({ maximumSignificantDigits: 2 }).format(rate) });
  const left = secondsLeft === undefined ? '' : t('sweep.left', { time: durationText(secondsLeft) });
  return [t('sweep.running', counts), pace, left].filter(Boolean).join(' · ');
}

function FaultLine({ progress: { fault } }: { progress: SweepProgress }) {
  if (!fault) return null;
  return (
    <p class="fault sweep-fault" role="alert">
      {sweepFaultText(fault)}
    </p>
  );
}
