import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { Screen } from './screens.ts';

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
