import { batch } from '@preact/signals';
import type { Story } from '../run-view/run-view.ts';
import { type State, VIEWS, type View } from '../store/state.ts';

// What of a run is looked at, written behind its address: whoever opens the link sees the same table, or the same actor's books.

const firstView = ({ chart }: Story): View => (chart ? 'chart' : 'network');

const isViewOf = ({ chart, actors }: Story, view: string | null): view is View =>
  VIEWS.some((known) => known === view) && (view !== 'chart' || !!chart) && (view !== 'matrix' || actors.length > 1);

/** `&view=…` where it is not the one that the run opens with, and `&actor=…` or `&alliance=…` where one is looked at closely. */
export function posePart({ view, chosen }: State, story: Story): string {
  const parts = new URLSearchParams();
  const what = chosen.peek();
  if (view.peek() !== firstView(story)) parts.set('view', view.peek());
  if (typeof what === 'number') parts.set('actor', story.actors[what]?.id ?? '');
  else if (what !== undefined) parts.set('alliance', what);
  return parts.size > 0 ? `&${parts}` : '';
}

/** Takes up what an address says of it. The address is anybody's: what the run on show does not have is passed over. */
export function takePose(state: State, hash: string): void {
  const story = state.story.peek();
  if (!story) return;
  const at = hash.startsWith('#~') ? hash.indexOf('&') : 0;
  const given = new URLSearchParams(at < 0 ? '' : hash.slice(at + 1));
  const [view, actor, alliance] = [given.get('view'), given.get('actor'), given.get('alliance')];
  const found = actor === null ? story.alliances.find(({ id }) => id === alliance)?.id : story.indexOf.get(actor);
  batch(() => {
    if (isViewOf(story, view)) state.view.value = view;
    if (found !== undefined) state.chosen.value = found;
  });
}
