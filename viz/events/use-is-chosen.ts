import { useComputed } from '@preact/signals';
import type { Event } from '../../sim/world/event.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePanels } from '../store/panels.ts';

/** Whether a link means one of these events. Only those whose answer changes are drawn anew. */
export function useIsChosen({ events }: Pick<RunView, 'events'>, ...of: readonly Event[]): boolean {
  const { chosenEvent } = usePanels();
  return useComputed(() => {
    const chosen = events[chosenEvent.value ?? -1];
    return chosen !== undefined && of.includes(chosen);
  }).value;
}
