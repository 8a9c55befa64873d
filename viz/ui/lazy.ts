import { useEffect, useState } from 'preact/hooks';

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

export const hasFailed = (outcome: Outcome<unknown>): boolean => outcome !== undefined && 'failed' in outcome;
