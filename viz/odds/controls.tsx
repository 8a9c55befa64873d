import { useSignal } from '@preact/signals';
import { numeral, t } from '../i18n/index.ts';
import { MOST_SEEDS, type Study, type StudyStage } from './study.ts';
import { whole } from './words.ts';

const OFFERED = [100, 1_000, 5_000] as const;

/** How many runs, and the button that makes them or stops them. */
export function Controls({ study }: { study: Study }) {
  const wanted = useSignal(1_000);
  const own = useSignal('');
  const fault = useSignal('');
  const stage = study.stage.value;
  const running = stage.kind === 'running';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (running) {
      study.stop();
      return;
    }
    const asked = own.value.trim() === '' ? wanted.value : Number(own.value);
    const fits = Number.isInteger(asked) && asked >= 2 && asked <= MOST_SEEDS;
    fault.value = fits ? '' : t('odds.wrongNumber', { most: whole(MOST_SEEDS) });
    if (fits) void study.run(asked);
  };
  return (
    <form class="odds-controls" onSubmit={submit} noValidate>
      <fieldset class="odds-number" disabled={running}>
        <legend class="unseen">{t('odds.howMany')}</legend>
        <span aria-hidden="true">{t('odds.howMany')}</span>
        <span class="segmented">
          {OFFERED.map((count) => (
            <button
              key={count}
              type="button"
              aria-pressed={own.value.trim() === '' && wanted.value === count}
              onClick={() => {
                wanted.value = count;
                own.value = '';
                fault.value = '';
              }}
            >
              {whole(count)}
            </button>
          ))}
        </span>
        <input
          type="text"
          inputMode="numeric"
          aria-label={t('odds.ownNumber')}
          placeholder="…"
          maxLength={6}
          value={own.value}
          aria-invalid={fault.value !== ''}
          onInput={(event) => {
            own.value = event.currentTarget.value;
          }}
        />
      </fieldset>
      <button type="submit" class={running ? 'plain' : 'plain odds-go'} id="odds-run">
        {t(running ? 'odds.stop' : 'odds.run')}
      </button>
      {running ? (
        <progress aria-label={t('odds.howMany')} max={stage.wanted} value={stage.done} class="odds-progress" />
      ) : null}
      <p class={fault.value || stage.kind === 'failed' ? 'odds-status fault' : 'odds-status'} id="odds-status">
        {fault.value || progressOf(stage)}
      </p>
      {/* Said at the ends alone: a count that is read out at every step drowns everything else. */}
      <p class="unseen" role="status">
        {fault.value || (running ? '' : progressOf(stage))}
      </p>
    </form>
  );
}

function progressOf(stage: StudyStage): string {
  switch (stage.kind) {
    case 'idle':
      return '';
    case 'running':
      return t('odds.running', { done: whole(stage.done), wanted: whole(stage.wanted) });
    case 'stopped':
      return t('odds.stopped', { done: whole(stage.done), wanted: whole(stage.wanted) });
    case 'failed':
      return t('odds.failed', { why: stage.why });
    case 'done': {
      const seconds = numeral({ maximumSignificantDigits: 2 }).format(stage.milliseconds / 1_000);
      return t('odds.done', { done: stage.done, last: whole(stage.done), seconds });
    }
  }
}
