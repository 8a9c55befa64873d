import { useApp } from '../app/state.ts';
import { InPlace } from './in-place.tsx';
import { useLater } from './later.ts';

const load = async () => ({ View: (await import('./compare-bar.tsx')).CompareBar });

/** Stands above a branch. It is fetched while the branch is yet being made. */
export function Compare() {
  const { pair, asking, busy } = useApp().branches;
  const shown = pair.value;
  useLater(load, shown !== undefined || asking.value || busy.value !== undefined);
  return shown ? <InPlace load={load} of={{ pair: shown }} /> : null;
}
