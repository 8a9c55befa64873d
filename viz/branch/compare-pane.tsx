import { useBranches } from '../store/branches.ts';
import { useLazy } from '../ui/lazy.ts';
import { LazyPart } from '../ui/lazy-part.tsx';

const load = async () => ({ View: (await import('./compare-bar.tsx')).CompareBar });

/** Stands above a branch. It is fetched while the branch is yet being made. */
export function ComparePane() {
  const { pair, asking, busy } = useBranches();
  const shown = pair.value;
  useLazy(load, shown !== undefined || asking.value || busy.value !== undefined);
  return shown ? <LazyPart load={load} of={{ pair: shown }} /> : null;
}
