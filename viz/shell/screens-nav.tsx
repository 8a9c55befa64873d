import { type Key, t } from '../i18n/index.ts';
import { useApp } from '../store/state.ts';
import { REPLAY, SCREENS } from './screens.ts';

/** The pages of the app, side by side; nothing where there is but one. */
export function ScreensNav() {
  const { screen, playing } = useApp();
  if (SCREENS.length === 0) return null;
  const tab = (name: string, title: Key) => (
    <button
      key={name}
      type="button"
      id={`screen-${name}`}
      aria-current={screen.value === name ? 'page' : undefined}
      onClick={() => {
        playing.value = false;
        screen.value = name;
      }}
    >
      {t(title)}
    </button>
  );
  return (
    <nav class="screens" aria-label={t('app.screens')}>
      {tab(REPLAY, 'app.replay')}
      {SCREENS.map(({ name, title }) => tab(name, title))}
    </nav>
  );
}
