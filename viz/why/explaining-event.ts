import type { Event } from '../../sim/world/event.ts';
import { deciderOf, type MaybePlayed } from '../run-view/decider.ts';
import type { RunView } from '../run-view/run-view.ts';

/** Whether the engine left word of why. */
const isExplained = ({ because, chance }: Event): boolean => because.length > 0 || chance !== undefined;

/** What the run was given and did not bring about itself: why it happened is for its scenario, or whoever placed it, to say. */
export const isGiven = ({ kind }: Pick<Event, 'kind'>): boolean => kind === 'shock' || kind === 'intervention';

/** The event that tells why another happened: mostly itself; of who leaves when its notice is up, the notice. */
export function explainingEventOf(run: Pick<RunView, 'events'> & MaybePlayed, event: Event): Event | undefined {
  if (isExplained(event) || isGiven(event)) return event;
  if (event.kind !== 'left') return deciderOf(run, event) && event;
  for (let k = run.events.lastIndexOf(event) - 1; k >= 0; k--) {
    const other = run.events[k]!;
    const fits = other.kind === 'notice' && other.alliance === event.alliance && other.who[0] === event.who[0];
    if (fits) return isExplained(other) || deciderOf(run, other) ? other : undefined;
  }
  return deciderOf(run, event) && event;
}
