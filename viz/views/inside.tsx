import { useApp } from '../app/state.ts';
import type { Story } from '../story/story.ts';
import { InPlace } from './in-place.tsx';

export const loadPhases = () => import('./phases.tsx');

const load = async () => ({ View: (await loadPhases()).PhasesView });

/** The inside of the tick on show; nothing while whole ticks are shown. */
export function Inside({ story }: { story: Story }) {
  const open = useApp().inside.open.value;
  return open ? <InPlace load={load} of={{ story, open }} /> : null;
}
