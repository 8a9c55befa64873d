import { t } from '../i18n/index.ts';
import { usePanels } from '../store/panels.ts';

/** Says what becomes of a file that is held over the page. */
export function DropHint() {
  const { dropping } = usePanels();
  if (!dropping.value) return null;
  return (
    <p class="drop-hint" role="status">
      {t('explore.drop')}
    </p>
  );
}
