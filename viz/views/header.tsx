import { useRef } from 'preact/hooks';
import { isSeed, SEED_LENGTH } from '../app/address.ts';
import type { Source } from '../app/source.ts';
import { useApp } from '../app/state.ts';
import { flipTheme, isDark } from '../app/theme.ts';
import { home } from '../save/enclosed.ts';
import { spanLabel } from '../story/time.ts';
import { Icon } from './glyphs.tsx';
import { ScreensNav } from './screens-nav.tsx';

export function Header() {
  const { helping, sharing, story } = useApp();
  return (
    <header class="masthead">
      <a class="wordmark" href={home()} aria-label="Foedus, start page">
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
          disabled={!story.value}
          onClick={() => {
            sharing.value = true;
          }}
        >
          <Icon name="share" />
          <span>Share</span>
        </button>
        <button
          type="button"
          class="round"
          aria-label={isDark() ? 'Light colours' : 'Dark colours'}
          onClick={flipTheme}
        >
          <Icon name={isDark() ? 'sun' : 'moon'} />
        </button>
        <button
          type="button"
          class="round"
          aria-label="Help and keys"
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

function Title() {
  const { story, source, scenario } = useApp();
  const told = story.value;
  const title = told?.setting.title ?? source.shelf.find(({ id }) => id === scenario.value)?.title ?? '';
  const years = told && !told.timeless ? spanLabel(told.clock, told.ticks) : '';
  return (
    <h1>
      {title}
      {years && !title.includes(years) ? <span class="years"> {years}</span> : null}
    </h1>
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
      <ScenarioPicker />
      <label>
        <span>Seed</span>
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
      <button type="button" class="round" id="new-seed" title="New seed" onClick={() => rerun(freshSeed())}>
        <Icon name="die" />
        <span class="unseen">New seed</span>
      </button>
    </form>
  );
}

/** No scenario has such an id. */
const GIVEN = '#given';

function ScenarioPicker() {
  const { source, scenario, seed, given, story, start } = useApp();
  const shelves = [...new Set(source.shelf.map(({ group }) => group))];
  return (
    <label>
      <span>Scenario</span>
      <select
        id="scenario"
        value={given.value ? GIVEN : scenario.value}
        onChange={(event) => void start(event.currentTarget.value, seed.value, undefined, null)}
      >
        {given.value ? <option value={GIVEN}>From a link: {story.value?.setting.title ?? '…'}</option> : null}
        {shelves.length > 1 ? (
          shelves.map((group) => (
            <optgroup key={group} label={group}>
              <Shelf books={source.shelf.filter((book) => book.group === group)} />
            </optgroup>
          ))
        ) : (
          <Shelf books={source.shelf} />
        )}
      </select>
    </label>
  );
}

const Shelf = ({ books }: { books: Source['shelf'] }) => (
  <>
    {books.map(({ id, title }) => (
      <option key={id} value={id}>
        {title}
      </option>
    ))}
  </>
);
