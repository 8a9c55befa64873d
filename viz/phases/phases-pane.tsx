import type { Story } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';
import { InPlace } from '../ui/lazy-part.tsx';

export const loadPhases = () => import('./phases-view.tsx');

const load = async () => ({ View: (await loadPhases()).PhasesView });

/** The inside of the tick on show; nothing while whole ticks are shown. */
export function Inside({ story }: { story: Story }) {
  const open = useApp().inside.open.value;
  return open ? <InPlace load={load} of={{ story, open }} /> : null;
}
