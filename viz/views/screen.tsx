import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Screen } from '../app/screens.ts';
import { t } from '../text/index.ts';

/** Fetches a screen and shows it. */
export function ScreenView({ screen }: { screen: Screen }) {
  const [found, find] = useState<{ Screen: ComponentType }>();
  const [failed, fail] = useState(false);
  useEffect(() => {
    screen.load().then(find, () => fail(true));
  }, [screen]);
  if (found) return <found.Screen />;
  return (
    <main class="waiting">
      <p role="status">{t(failed ? 'app.screenFailed' : 'app.screenComing')}</p>
    </main>
  );
}
