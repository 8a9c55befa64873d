import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import type { Story } from '../story/story.ts';
import { t } from '../text/index.ts';

type Dossier = ComponentType<{ story: Story }>;

/** What is known of the actor or the alliance that was chosen; fetched when the first one is. */
export function Chosen({ story }: { story: Story }) {
  const { chosen, notice } = useApp();
  const [found, find] = useState<{ Dossier: Dossier }>();
  const wanted = chosen.value !== undefined;
  useEffect(() => {
    if (!wanted || found) return;
    import('./dossier.tsx').then(find, () => {
      chosen.value = undefined;
      notice.value = t('app.screenFailed');
    });
  }, [wanted, found]);
  return wanted && found ? <found.Dossier story={story} /> : null;
}
