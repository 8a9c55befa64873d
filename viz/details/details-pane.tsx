import type { Story } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';
import { useAsked } from '../ui/lazy.ts';

const load = () => import('./details.tsx');

/** What is known of the actor or the alliance that was chosen; fetched when the first one is. */
export function Chosen({ story }: { story: Story }) {
  const { chosen } = useApp();
  const wanted = chosen.value !== undefined;
  const came = useAsked(load, wanted, () => {
    chosen.value = undefined;
  });
  return wanted && came ? <came.Dossier story={story} /> : null;
}
