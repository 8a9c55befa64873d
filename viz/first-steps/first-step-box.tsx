import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useRun } from '../store/run.ts';
import { currentStep, FIRST_STEPS, type FirstStep, useFirstSteps } from './first-steps.ts';

/** The next hint takes over the focus of the one whose button was pressed, wherever on the page it stands. */
let handing = false;

/** One of the first steps, beside the control that it speaks of; nothing while it is not its turn. It never takes the focus. */
export function FirstStepBox({ at }: { at: FirstStep }) {
  const firstSteps = useFirstSteps();
  const { shown } = useRun();
  const next = useRef<HTMLButtonElement>(null);
  const on = currentStep(firstSteps, shown.value);
  const mine = on?.name === at;
  useLayoutEffect(() => {
    if (mine && handing) next.current?.focus();
    if (mine) handing = false;
  }, [mine]);
  if (!mine) return null;
  const isLast = at === FIRST_STEPS.at(-1);
  return (
    <div class={`hint hint-${at}`} role="note" aria-label={t('hint.title')}>
      <span class="hint-place">{t('hint.place', { number: on.place + 1, count: on.of })}</span>
      <p>{t(`hint.${at}`)}</p>
      <div class="hint-buttons">
        <button
          ref={next}
          type="button"
          class="hint-next"
          onClick={() => {
            handing = !isLast;
            firstSteps.pass(at);
          }}
        >
          {isLast ? t('hint.done') : t('hint.next')}
        </button>
        {isLast ? null : (
          <button type="button" class="hint-skip" onClick={firstSteps.end}>
            {t('hint.skip')}
          </button>
        )}
      </div>
    </div>
  );
}
