import { batch } from '@preact/signals';
import type { RunView } from '../run-view/run-view.ts';
import type { PanelsSlice, ReplayView } from '../store/panels.ts';
import type { RunSlice } from '../store/run.ts';
import type { SelectionSlice } from '../store/selection.ts';

// What of a run is looked at, written behind its address: whoever opens the link sees the same table, or the same actor's books.

interface Looked {
  panels: PanelsSlice;
  selection: SelectionSlice;
}

const VIEWS: readonly string[] = ['chart', 'network', 'table', 'matrix'] satisfies ReplayView[];

const firstView = ({ chart }: RunView): ReplayView => (chart ? 'chart' : 'network');

const isViewOf = ({ chart, actors }: RunView, view: string | null): view is ReplayView =>
  view !== null && VIEWS.includes(view) && (view !== 'chart' || !!chart) && (view !== 'matrix' || actors.length > 1);

/** `&view=…` where it is not the one that the run opens with, and `&actor=…` or `&alliance=…` where one is looked at closely. */
export function viewPart({ panels: { view }, selection }: Looked, run: RunView): string {
  const parts = new URLSearchParams();
  const what = selection.chosen.peek();
  if (view.peek() !== firstView(run)) parts.set('view', view.peek());
  if (typeof what === 'number') parts.set('actor', run.actors[what]?.id ?? '');
  else if (what !== undefined) parts.set('alliance', what);
  return parts.size > 0 ? `&${parts}` : '';
}

/** Takes up what an address says of it. The address is anybody's: what the run on show does not have is passed over. */
export function applyView({ run: { shown }, panels, selection }: Looked & { run: RunSlice }, hash: string): void {
  const run = shown.peek();
  if (!run) return;
  const at = hash.startsWith('#~') ? hash.indexOf('&') : 0;
  const given = new URLSearchParams(at < 0 ? '' : hash.slice(at + 1));
  const [view, actor, alliance] = [given.get('view'), given.get('actor'), given.get('alliance')];
  const found = actor === null ? run.alliances.find(({ id }) => id === alliance)?.id : run.indexOf.get(actor);
  batch(() => {
    if (isViewOf(run, view)) panels.view.value = view;
    if (found !== undefined) selection.chosen.value = found;
  });
}
