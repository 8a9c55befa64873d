import { t } from '../i18n/index.ts';
import { waitingUpdate } from './install.ts';

/** Says that a newer version waits, and leaves it to the person. */
export function Update() {
  const take = waitingUpdate.value;
  if (!take) return null;
  return (
    <p class="notice calm update" role="status">
      {t('install.ready')}
      <button type="button" class="plain" id="reload" onClick={take}>
        {t('install.reload')}
      </button>
      <button
        type="button"
        class="plain"
        id="later"
        onClick={() => {
          waitingUpdate.value = undefined;
        }}
      >
        {t('install.later')}
      </button>
    </p>
  );
}
