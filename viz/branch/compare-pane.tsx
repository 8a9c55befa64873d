import { useApp } from '../store/state.ts';
import { useLater } from '../ui/lazy.ts';
import { InPlace } from '../ui/lazy-part.tsx';

const load = async () => ({ View: (await import('./compare-bar.tsx')).CompareBar });

/** Stands above a branch. It is fetched while the branch is yet being made. */
export function Compare() {
  const { pair, asking, busy } = useApp().branches;
  const shown = pair.value;
  useLater(load, shown !== undefined || asking.value || busy.value !== undefined);
  return shown ? <InPlace load={load} of={{ pair: shown }} /> : null;
}
