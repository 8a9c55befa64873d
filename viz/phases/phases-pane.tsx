import type { RunView } from '../run-view/run-view.ts';
import { usePhases } from '../store/phases.ts';
import { LazyPart } from '../ui/lazy-part.tsx';

export const loadPhases = () => import('./phases-view.tsx');

const load = async () => ({ View: (await loadPhases()).PhasesView });

/** The inside of the tick on show; nothing while whole ticks are shown. */
export function PhasesPane({ run }: { run: RunView }) {
  const open = usePhases().open.value;
  return open ? <LazyPart load={load} of={{ run, open }} /> : null;
}
