import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Story } from '../story/story.ts';
import { t } from '../text/index.ts';

type View = FunctionComponent<{ story: Story }>;

/** Who trusts whom. It comes when it is first looked at. */
export function Matrix({ story }: { story: Story }) {
  const [found, find] = useState<{ View: View }>();
  const [failed, fail] = useState(false);
  useEffect(() => {
    import('./matrix-view.tsx').then(
      ({ MatrixView }) => find({ View: MatrixView }),
      () => fail(true),
    );
  }, []);
  if (found) return <found.View story={story} />;
  return (
    <p class="matrix-waiting" role="status">
      {failed ? t('app.screenFailed') : ''}
    </p>
  );
}
