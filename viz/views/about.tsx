import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import { t } from '../text/index.ts';

/** Opens what the scenario says of itself: its caveats, and where its numbers come from. */
export function AboutButton() {
  const { notice } = useApp();
  const open = useSignal(false);
  const [found, find] = useState<{ Papers: ComponentType<{ close(): void }> }>();
  const wanted = open.value;
  useEffect(() => {
    if (!wanted || found) return;
    import('./papers.tsx').then(find, () => {
      open.value = false;
      notice.value = t('app.screenFailed');
    });
  }, [wanted, found]);
  const close = (): void => {
    open.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="link about-button"
        id="about-scenario"
        aria-haspopup="dialog"
        onClick={() => {
          open.value = true;
        }}
      >
        {t('about.title')}
      </button>
      {wanted && found ? <found.Papers close={close} /> : null}
    </>
  );
}
