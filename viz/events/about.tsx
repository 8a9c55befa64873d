import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { useAsked } from '../store/use-asked.ts';

const load = () => import('./scenario-notes.tsx');

/** Opens what the scenario says of itself: its caveats, and where its numbers come from. */
export function AboutButton() {
  const open = useSignal(false);
  const close = (): void => {
    open.value = false;
  };
  const came = useAsked(load, open.value, close);
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
      {open.value && came ? <came.ScenarioNotes close={close} /> : null}
    </>
  );
}
