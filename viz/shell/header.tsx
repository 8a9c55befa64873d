import { language, t } from '../i18n/index.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { isLanguage, LANGUAGES } from '../i18n/languages.ts';
import { enclosedRun, home } from '../share/enclosed-run.ts';
import type { Opening } from '../share/linked.ts';
import { openPayload } from '../share/links.ts';
import { useSharedRun } from '../share/shared-run.ts';
import { useBranches } from '../store/branches.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { useSelection } from '../store/selection.ts';
import { buttonOf } from '../ui/command.ts';
import { Icon } from '../ui/icons.tsx';
import { isDark } from '../ui/theme.ts';
import { share, toggleHelp, toggleTheme } from './commands.ts';
import { ScenarioTitle, SeedForm } from './scenario-picker.tsx';
import { ScreensNav } from './screens-nav.tsx';

/** A page saved with a run begins anew by opening it again: its address may say that already, and then going there does nothing. */
function begin(slices: Opening, event: MouseEvent): void {
  const payload = enclosedRun();
  if (!payload || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  slices.panels.notice.value = '';
  void openPayload(slices, payload);
}

export function Header() {
  const slices = {
    run: useRun(),
    panels: usePanels(),
    branches: useBranches(),
    selection: useSelection(),
    sharedRun: useSharedRun(),
  };
  return (
    <header class="masthead">
      <a class="wordmark" href={home()} aria-label={t('app.startPage')} onClick={(event) => begin(slices, event)}>
        Foedus
      </a>
      <ScenarioTitle />
      <ScreensNav />
      <SeedForm />
      <div class="tools">
        <button
          {...buttonOf(share, slices)}
          class="share-button"
          id="share"
          aria-haspopup="dialog"
          disabled={!share.applies?.(slices)}
        >
          <Icon name="share" />
          <span>{share.label?.(slices)}</span>
        </button>
        <LanguagePicker />
        <button {...buttonOf(toggleTheme, slices)} class="round" aria-label={toggleTheme.label?.(slices)}>
          <Icon name={isDark() ? 'sun' : 'moon'} />
        </button>
        <button {...buttonOf(toggleHelp, slices)} class="round" aria-label={toggleHelp.label?.(slices)}>
          ?
        </button>
      </div>
    </header>
  );
}

/** Each language by its own name: whoever looks for theirs may read no other. */
const LanguagePicker = () => (
  <label class="languages">
    <span class="unseen">{t('app.language')}</span>
    <select
      id="language"
      value={language.value}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) void chooseLanguage(value).catch(() => {});
      }}
    >
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
