import { numeral, t } from '../i18n/index.ts';
import { sharedRunText } from '../share/link.ts';
import { useApp } from '../store/state.ts';

export function Loading({ share }: { share: number }) {
  return (
    <main class="waiting">
      <p>{t('app.computing')}</p>
      <progress max={1} value={share} aria-label={t('app.computed')} />
      <p class="small">{numeral({ style: 'percent' }).format(share)}</p>
    </main>
  );
}

export function Failed({ message }: { message: string }) {
  const { start, scenario, seed } = useApp();
  return (
    <main class="waiting">
      <div role="alert">
        <h2>{t('app.stopped')}</h2>
        <p>{message || t('app.noReason')}</p>
      </div>
      <button type="button" class="plain" id="retry" onClick={() => void start(scenario.value, seed.value)}>
        {t('app.again')}
      </button>
    </main>
  );
}

/** Stands where a run with a time of its own has its transport. */
export const Timeless = () => (
  <section class="transport timeless" aria-label={t('app.time')}>
    <p>{t('app.timeless')}</p>
  </section>
);

/** What was wrong with the address, or with anything else that a person may have meant otherwise; and what became of a link. */
export function Notice() {
  const { notice, verdict, judged, run } = useApp();
  const text = notice.value
    ? t('app.whatCanBeShown', { notice: notice.value })
    : judged.value === run.value
      ? sharedRunText(verdict.value)
      : '';
  if (!text) return null;
  return (
    <p class={notice.value || verdict.value?.tick !== null ? 'notice' : 'notice calm'} role="status">
      {text}
      <button
        type="button"
        class="plain"
        onClick={() => {
          notice.value = '';
          verdict.value = undefined;
        }}
      >
        {t('app.dismiss')}
      </button>
    </p>
  );
}
