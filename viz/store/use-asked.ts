import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { hasFailed, useLazy } from '../ui/lazy.ts';
import { usePanels } from './panels.ts';

/**
 * What is fetched when a person asks for it: once it was there it stays, so that it can close as it likes. Where it cannot be
 * fetched the page says so, and `giveUp` takes the wish back.
 */
export function useAsked<T>(load: () => Promise<T>, wanted: boolean, giveUp: () => void): T | undefined {
  const { notice } = usePanels();
  const asked = useRef(false);
  const outcome = useLazy(load, wanted || asked.current);
  const failed = hasFailed(outcome);
  useEffect(() => {
    if (!failed) return;
    giveUp();
    notice.value = t('app.partFailed');
  }, [failed]);
  if (!outcome || !('came' in outcome)) return undefined;
  asked.current = true;
  return outcome.came;
}
