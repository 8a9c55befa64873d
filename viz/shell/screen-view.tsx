import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { ScreenEntry } from './screen-entry.ts';

/** Fetches a screen and shows it. */
export function ScreenView({ screen }: { screen: ScreenEntry }) {
  const [Screen, show] = useState<ComponentType>();
  const [failed, fail] = useState(false);
  useEffect(() => {
    screen.load().then(
      (component) => show(() => component),
      () => fail(true),
    );
  }, [screen]);
  if (Screen) return <Screen />;
  return (
    <main class="waiting">
      <p role="status">{t(failed ? 'app.screenFailed' : 'app.screenComing')}</p>
    </main>
  );
}
