import { useRef } from 'preact/hooks';
import { language, t } from '../i18n/index.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { isLanguage, LANGUAGES } from '../i18n/languages.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { spanLabel } from '../run-view/time.ts';
import { isSeed, SEED_LENGTH } from '../share/address.ts';
import { enclosed, home } from '../share/enclosed-run.ts';
import { openPayload } from '../share/link.ts';
import type { Source } from '../store/source.ts';
import { type State, useApp } from '../store/state.ts';
import { Icon } from '../ui/icons.tsx';
import { flipTheme, isDark } from '../ui/theme.ts';
import { openUserScenario, shownOf } from '../user-scenarios/open.ts';
import { ScreensNav } from './screens-nav.tsx';

/** A page saved with a run begins anew by opening it again: its address may say that already, and then going there does nothing. */
function begin(state: State, event: MouseEvent): void {
  const letter = enclosed();
  if (!letter || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  state.notice.value = '';
  void openPayload(state, letter);
}

export function Header() {
  const state = useApp();
  const { helping, sharing, run } = state;
  return (
    <header class="masthead">
      <a class="wordmark" href={home()} aria-label={t('app.startPage')} onClick={(event) => begin(state, event)}>
        Foedus
      </a>
      <Title />
      <ScreensNav />
      <Controls />
      <div class="tools">
        <button
          type="button"
          class="share-button"
          id="share"
          aria-haspopup="dialog"
          disabled={!run.value}
          onClick={() => {
            sharing.value = true;
          }}
        >
          <Icon name="share" />
          <span>{t('app.share')}</span>
        </button>
        <Tongues />
        <button type="button" class="round" aria-label={t(isDark() ? 'app.light' : 'app.dark')} onClick={flipTheme}>
          <Icon name={isDark() ? 'sun' : 'moon'} />
        </button>
        <button
          type="button"
          class="round"
          aria-label={t('app.help')}
          onClick={() => {
            helping.value = true;
          }}
        >
          ?
        </button>
      </div>
    </header>
  );
}

/** Each language by its own name: whoever looks for theirs may read no other. */
const Tongues = () => (
  <label class="tongues">
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

/** The list of scenarios is the title: what is on show, and what else there is. */
function Title() {
  const { run, source, scenario } = useApp();
  const told = run.value;
  const title = told?.scenario.title ?? scenarioText(source.shelf.find(({ id }) => id === scenario.value)?.title ?? '');
  const years = told && !told.timeless ? spanLabel(told.clock, told.ticks) : '';
  return (
    <div class="title">
      <h1 class="unseen">{title}</h1>
      <ScenarioPicker />
      {years && !title.includes(years) ? <span class="years">{years}</span> : null}
    </div>
  );
}

/** A new seed is drawn by the page, not by the run: here chance may be the machine's. */
const freshSeed = (): string => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 100_000);

function Controls() {
  const { scenario, seed, start } = useApp();
  const field = useRef<HTMLInputElement>(null);
  const rerun = (wanted: string): void => {
    const trimmed = wanted.trim();
    if (trimmed === seed.value) return;
    if (isSeed(trimmed)) void start(scenario.value, trimmed);
    else if (field.current) field.current.value = seed.value;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    rerun(field.current?.value ?? '');
  };
  return (
    <form class="controls" onSubmit={submit}>
      <label>
        <span>{t('app.seed')}</span>
        <input
          id="seed"
          ref={field}
          value={seed.value}
          size={8}
          maxLength={SEED_LENGTH}
          autocomplete="off"
          spellcheck={false}
          onChange={(event) => rerun(event.currentTarget.value)}
        />
      </label>
      <button type="button" class="round" id="new-seed" title={t('app.newSeed')} onClick={() => rerun(freshSeed())}>
        <Icon name="die" />
        <span class="unseen">{t('app.newSeed')}</span>
      </button>
    </form>
  );
}

/** No scenario has such an id. */
const GIVEN = '#given';
const OWN = '#own ';

function ScenarioPicker() {
  const state = useApp();
  const { source, scenario, seed, given, run, start, own } = state;
  const mine = shownOf(state);
  const pick = (value: string): void => {
    const chosen = own.list.peek().find(({ key }) => value === OWN + key);
    if (chosen) openUserScenario(state, chosen);
    else void start(value, seed.value, undefined, null);
  };
  const shelves = [...new Set(source.shelf.map(({ group }) => group))];
  return (
    <label>
      <span class="unseen">{t('app.scenario')}</span>
      <select
        id="scenario"
        value={mine ? OWN + mine.key : given.value ? GIVEN : scenario.value}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        {given.value && !mine ? (
          <option value={GIVEN}>{t('app.fromLink', { title: run.value?.scenario.title ?? '…' })}</option>
        ) : null}
        {shelves.length > 1 ? (
          shelves.map((group) => (
            <optgroup key={group} label={group && t(group)}>
              <Shelf books={source.shelf.filter((book) => book.group === group)} />
            </optgroup>
          ))
        ) : (
          <Shelf books={source.shelf} />
        )}
        {own.list.value.length > 0 ? (
          <optgroup label={t('explore.own')}>
            <Shelf books={own.list.value.map(({ key, title: own }) => ({ id: OWN + key, title: own }))} />
          </optgroup>
        ) : null}
      </select>
    </label>
  );
}

const Shelf = ({ books }: { books: Source['shelf'] }) => (
  <>
    {books.map(({ id, title }) => (
      <option key={id} value={id}>
        {scenarioText(title)}
      </option>
    ))}
  </>
);
