import type { Event } from '../../sim/world/event.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useLazy } from '../ui/lazy.ts';

const load = () => import('./without-button.tsx');

/** What if it had not happened: a button that comes a moment after its event, and where it cannot be had is no loss. */
export function Without({ run, event }: { run: RunView; event: Event }) {
  const part = useLazy(load, true);
  return part && 'came' in part ? <part.came.WithoutButton run={run} event={event} /> : null;
}
