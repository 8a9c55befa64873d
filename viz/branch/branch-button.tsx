import { t } from '../i18n/index.ts';
import { useApp } from '../store/state.ts';

/** Opens the form; nothing where runs cannot be branched. */
export function BranchButton() {
  const { source, ask } = useApp();
  if (!source.branching) return null;
  return (
    <button type="button" class="plain" id="branch-here" aria-haspopup="dialog" aria-keyshortcuts="B" onClick={ask}>
      {t('branch.here')}
    </button>
  );
}
