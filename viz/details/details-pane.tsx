import type { RunView } from '../run-view/run-view.ts';
import { useSelection } from '../store/selection.ts';
import { useAsked } from '../store/use-asked.ts';

const load = () => import('./details.tsx');

/** What is known of the actor or the alliance that was chosen; fetched when the first one is. */
export function DetailsPane({ run }: { run: RunView }) {
  const { chosen } = useSelection();
  const wanted = chosen.value !== undefined;
  const came = useAsked(load, wanted, () => {
    chosen.value = undefined;
  });
  return wanted && came ? <came.Details run={run} /> : null;
}
