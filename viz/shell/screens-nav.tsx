import { type Key, t } from '../i18n/index.ts';
import { type ScreenName, usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { SCREENS } from './screens.ts';

/** The pages of the app, side by side. */
export function ScreensNav() {
  const { playing } = usePlayback();
  const { screen } = usePanels();
  const tab = (name: ScreenName, title: Key) => (
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
      {tab('replay', 'app.replay')}
      {SCREENS.map(({ name, title }) => tab(name, title))}
    </nav>
  );
}
