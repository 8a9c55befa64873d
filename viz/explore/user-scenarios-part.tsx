import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { language, t } from '../i18n/index.ts';
import { useSharedRun } from '../share/shared-run.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { saveFile } from '../ui/save-file.ts';
import { openFile } from '../user-scenarios/file-drop.ts';
import { openUserScenario } from '../user-scenarios/open.ts';
import type { StoredScenario } from '../user-scenarios/storage.ts';
import { scenarioIn, useUserScenarios } from '../user-scenarios/user-scenarios.ts';
import { jsonText, retitled } from './editor-state.ts';
import type { ExploreState } from './explore-state.ts';

/** What is kept in this browser, and the ways in and out. */
export function UserScenariosPart({ explore }: { explore: ExploreState }) {
  const userScenarios = useUserScenarios();
  const { shown } = useRun();
  const copy = async (): Promise<void> => {
    const run = shown.peek()!;
    const text = jsonText(run.written.scenario);
    const title = t('explore.copyOf', { title: run.scenario.title });
    await userScenarios.put(retitled(text, title), title);
  };
  return (
    <div class="user-scenarios">
      <div class="user-scenarios-tools">
        <button type="button" class="plain" id="own-copy" disabled={!shown.value} onClick={() => void copy()}>
          {t('explore.keepCopy')}
        </button>
        <FilePicker />
        <p class="quiet">{t('explore.dropHint')}</p>
      </div>
      {userScenarios.refused.value ? (
        <p class="fault" role="alert" id="own-refused">
          {t('explore.refused')}
        </p>
      ) : null}
      <Removed />
      {userScenarios.list.value.length === 0 ? <p class="explore-none">{t('explore.noneYet')}</p> : null}
      <ul class="own-list">
        {userScenarios.list.value.map((one) => (
          <Row key={one.key} own={one} explore={explore} />
        ))}
      </ul>
    </div>
  );
}

function FilePicker() {
  const slices = {
    run: useRun(),
    panels: usePanels(),
    userScenarios: useUserScenarios(),
    sharedRun: useSharedRun(),
  };
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="plain" id="open-file" onClick={() => field.current?.click()}>
        {t('explore.openFile')}
      </button>
      <input
        ref={field}
        id="file"
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('explore.openFile')}
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          // The same file may be chosen again once it is mended.
          if (file) void openFile(slices, file).finally(() => (input.value = ''));
        }}
      />
    </>
  );
}

function Removed() {
  const userScenarios = useUserScenarios();
  const gone = userScenarios.removed.value;
  if (!gone) return null;
  return (
    <p class="own-removed" role="status">
      {t('explore.removed', { title: gone.title })}{' '}
      <button type="button" class="plain" id="own-restore" onClick={() => void userScenarios.restore()}>
        {t('explore.restore')}
      </button>
    </p>
  );
}

/** A name that any file system takes. */
export const fileNameOf = (title: string): string =>
  `${
    title
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'scenario'
  }.json`;

function Row({ own, explore }: { own: StoredScenario; explore: ExploreState }) {
  const run = useRun();
  const panels = usePanels();
  const userScenarios = useUserScenarios();
  const naming = useSignal(false);
  const scenario = scenarioIn(own.text);
  const when = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' }).format(own.changed);
  const edit = (): void => {
    explore.editor.opened.value = true;
    explore.editor.lay(own.text, own.key);
    explore.part.value = 'editor';
  };
  const button = (name: string, label: string, act: () => unknown, disabled = false) => (
    <button
      type="button"
      class="plain"
      data-act={name}
      aria-label={`${label}: ${own.title}`}
      disabled={disabled}
      onClick={() => void act()}
    >
      {label}
    </button>
  );
  return (
    <li class="own-row">
      <div class="own-name">
        {naming.value ? <Naming own={own} done={() => (naming.value = false)} /> : <h2>{own.title}</h2>}
        <p class="quiet">{t('explore.changed', { when })}</p>
      </div>
      <div class="own-acts">
        {button('open', t('explore.open'), () => openUserScenario({ run, panels }, own), !scenario)}
        {button('edit', t('explore.edit'), edit)}
        {button('rename', t('explore.rename'), () => (naming.value = true), !scenario)}
        {button('duplicate', t('explore.duplicate'), () => {
          const title = t('explore.copyOf', { title: own.title });
          return userScenarios.put(scenario ? retitled(own.text, title) : own.text, title);
        })}
        {button('export', t('explore.export'), () => {
          saveFile(fileNameOf(own.title), own.text, 'application/json');
        })}
        {button('delete', t('explore.delete'), () => userScenarios.remove(own.key))}
      </div>
    </li>
  );
}

function Naming({ own, done }: { own: StoredScenario; done(): void }) {
  const userScenarios = useUserScenarios();
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const title = (form.elements.namedItem('title') as HTMLInputElement).value.trim();
    if (title) void userScenarios.put(retitled(own.text, title), title, own.key);
    done();
  };
  return (
    <form class="own-naming" onSubmit={submit}>
      <input
        name="title"
        aria-label={t('explore.newName')}
        defaultValue={own.title}
        maxLength={200}
        autocomplete="off"
        ref={(field) => {
          if (field && document.activeElement !== field) field.focus();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') done();
        }}
      />
      <button type="submit" class="plain">
        {t('explore.rename')}
      </button>
    </form>
  );
}
