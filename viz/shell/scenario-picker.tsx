import { useRef } from 'preact/hooks';
import { isSeed, MOST_SEED } from '../../sim/schema/seed.ts';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { spanLabel } from '../run-view/time.ts';
import type { Library } from '../store/library.ts';
import { usePanels } from '../store/panels.ts';
import { type RunSlice, useRun } from '../store/run.ts';
import { Icon } from '../ui/icons.tsx';
import { openUserScenario, shownOf } from '../user-scenarios/open.ts';
import { useUserScenarios } from '../user-scenarios/user-scenarios.ts';

const UNTITLED = '…';

/** What stands in the place of a title while there is no scenario: none was fetched yet, or it could not be had. */
function noTitle({ scenario, status }: Pick<RunSlice, 'scenario' | 'status'>): string | undefined {
  const now = status.value;
  if (now.status === 'failed' && (now.isUnfetched || scenario.value === '')) return t('app.chooseScenario');
  return scenario.value === '' ? UNTITLED : undefined;
}

/** The list of scenarios is the title: what is on show, and what else there is. */
export function ScenarioTitle() {
  const slice = useRun();
  const { shown, library, scenario, given } = slice;
  const run = shown.value;
  // What a stranger gave has no title before it was accepted, whatever scenario it says it is.
  const chosen = given.value ? UNTITLED : library.catalogue.find(({ id }) => id === scenario.value)?.title;
  const title = noTitle(slice) ?? run?.scenario.title ?? scenarioText(chosen ?? '');
  const years = run && !run.timeless ? spanLabel(run.clock, run.ticks) : '';
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

export function SeedForm() {
  const run = useRun();
  const { scenario, seed, start } = run;
  const field = useRef<HTMLInputElement>(null);
  const rerun = (wanted: string): void => {
    if (wanted === seed.value) return;
    if (isSeed(wanted)) void start(scenario.value, wanted);
    else if (field.current) field.current.value = seed.value;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    rerun(field.current?.value ?? '');
  };
  if (noTitle(run) !== undefined) return null;
  return (
    <form class="controls" onSubmit={submit}>
      <label>
        <span>{t('app.seed')}</span>
        <input
          id="seed"
          ref={field}
          value={seed.value}
          size={8}
          maxLength={MOST_SEED}
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
const NONE = '';
const GIVEN = '#given';
const OWN = '#own ';

function ScenarioPicker() {
  const run = useRun();
  const panels = usePanels();
  const userScenarios = useUserScenarios();
  const { library, scenario, given, status, shown, start } = run;
  const own = userScenarios.list.value;
  const mine = status.value.status === 'failed' ? undefined : shownOf(userScenarios, run);
  const pick = (value: string): void => {
    if (value === NONE) return;
    const chosen = own.find(({ key }) => value === OWN + key);
    if (chosen) void openUserScenario({ run, panels }, chosen);
    else void start(value, library.openingSeed(value), undefined, null);
  };
  const none = noTitle(run);
  const groups = [...new Set(library.catalogue.map(({ group }) => group))];
  return (
    <label>
      <span class="unseen">{t('app.scenario')}</span>
      <select
        id="scenario"
        value={none !== undefined ? NONE : mine ? OWN + mine.key : given.value ? GIVEN : scenario.value}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        {none !== undefined ? <option value={NONE}>{none}</option> : null}
        {none === undefined && given.value && !mine ? (
          <option value={GIVEN}>{shown.value?.scenario.title ?? UNTITLED}</option>
        ) : null}
        {groups.length > 1 ? (
          groups.map((group) => (
            <optgroup key={group} label={group && t(group)}>
              <Choices of={library.catalogue.filter((choice) => choice.group === group)} />
            </optgroup>
          ))
        ) : (
          <Choices of={library.catalogue} />
        )}
        {own.length > 0 ? (
          <optgroup label={t('explore.own')}>
            <Choices of={own.map(({ key, title }) => ({ id: OWN + key, title }))} />
          </optgroup>
        ) : null}
      </select>
    </label>
  );
}

const Choices = ({ of }: { of: Library['catalogue'] }) => (
  <>
    {of.map(({ id, title }) => (
      <option key={id} value={id}>
        {scenarioText(title)}
      </option>
    ))}
  </>
);
