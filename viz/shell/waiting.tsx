import type { Progress } from '../../workers/protocol.ts';
import { numeral, t } from '../i18n/index.ts';
import { shareDone } from '../run-view/progress.ts';
import { sharedRunText, useSharedRun } from '../share/shared-run.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';

export function Loading({ progress }: { progress: Progress | undefined }) {
  const share = shareDone(progress);
  return (
    <main class="waiting">
      <p>{t('app.computing')}</p>
      <progress max={1} value={share} aria-label={t('app.computed')} />
      <p class="small">{numeral({ style: 'percent' }).format(share)}</p>
    </main>
  );
}

export function Failed({ message, isUnfetched = false }: { message: string; isUnfetched?: boolean }) {
  const { again } = useRun();
  return (
    <main class="waiting">
      <div role="alert">
        <h2>{t(isUnfetched ? 'app.unfetched' : 'app.stopped')}</h2>
        <p>{message || t('app.noReason')}</p>
      </div>
      <button type="button" class="plain" id="retry" onClick={() => void again()}>
        {t(isUnfetched ? 'app.tryAgain' : 'app.again')}
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

/** What was wrong with the address, a file, or anything else that a person may have meant otherwise; and what became of a link. */
export function Notice() {
  const { notice } = usePanels();
  const { checked } = useSharedRun();
  const { shown } = useRun();
  const check = checked.value?.run === shown.value ? checked.value?.check : undefined;
  const text = notice.value || sharedRunText(check);
  if (!text) return null;
  return (
    <p class={notice.value || check?.tick !== null ? 'notice' : 'notice calm'} role="status">
      {text}
      <button
        type="button"
        class="plain"
        onClick={() => {
          notice.value = '';
          checked.value = undefined;
        }}
      >
        {t('app.dismiss')}
      </button>
    </p>
  );
}
