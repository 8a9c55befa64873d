import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useApp } from '../store/state.ts';

type Outcome<T> = { came: T } | { failed: true } | undefined;

const known = new Map<() => Promise<unknown>, Outcome<unknown>>();

/** What is fetched when it is first needed, and kept; undefined while it is on its way, or while it is not `wanted`. */
export function useLazy<T>(load: () => Promise<T>, wanted: boolean): Outcome<T> {
  const [, again] = useState(0);
  const outcome = known.get(load) as Outcome<T>;
  const missing = wanted && !outcome;
  useEffect(() => {
    if (!missing) return;
    let here = true;
    const settle = (found: Outcome<T>): void => {
      known.set(load, found);
      if (here) again((count) => count + 1);
    };
    load().then(
      (came) => settle({ came }),
      () => settle({ failed: true }),
    );
    return () => {
      here = false;
    };
  }, [load, missing]);
  useEffect(() => {
    if (!wanted) return;
    // What could not be fetched may be there the next time it is wanted.
    return () => {
      if (hasFailed(known.get(load))) known.delete(load);
    };
  }, [load, wanted]);
  return wanted ? outcome : undefined;
}

const hasFailed = (outcome: Outcome<unknown>): boolean => outcome !== undefined && 'failed' in outcome;

/**
 * The same for what opens when a person asks: once it was there it stays, so that it can close as it likes. Where it cannot
 * be fetched the page says so, and `giveUp` takes the wish back.
 */
export function useAsked<T>(load: () => Promise<T>, wanted: boolean, giveUp: () => void): T | undefined {
  const { notice } = useApp();
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
