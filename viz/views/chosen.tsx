import { useApp } from '../app/state.ts';
import type { Story } from '../story/story.ts';
import { useAsked } from './later.ts';

const load = () => import('./dossier.tsx');

/** What is known of the actor or the alliance that was chosen; fetched when the first one is. */
export function Chosen({ story }: { story: Story }) {
  const { chosen } = useApp();
  const wanted = chosen.value !== undefined;
  const came = useAsked(load, wanted, () => {
    chosen.value = undefined;
  });
  return wanted && came ? <came.Dossier story={story} /> : null;
}
