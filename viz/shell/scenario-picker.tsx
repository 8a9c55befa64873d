import { useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { spanLabel } from '../run-view/time.ts';
import { isSeed, SEED_LENGTH } from '../share/address.ts';
import type { Library } from '../store/library.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { Icon } from '../ui/icons.tsx';
import { openUserScenario, shownOf } from '../user-scenarios/open.ts';
import { useUserScenarios } from '../user-scenarios/user-scenarios.ts';

/** The list of scenarios is the title: what is on show, and what else there is. */
export function ScenarioTitle() {
  const { shown, library, scenario } = useRun();
  const run = shown.value;
  const title =
    run?.scenario.title ?? scenarioText(library.catalogue.find(({ id }) => id === scenario.value)?.title ?? '');
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
  const { scenario, seed, start } = useRun();
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
  const run = useRun();
  const panels = usePanels();
  const userScenarios = useUserScenarios();
  const { library, scenario, given, shown, start } = run;
  const own = userScenarios.list.value;
  const mine = shownOf(userScenarios, run);
  const pick = (value: string): void => {
    const chosen = own.find(({ key }) => value === OWN + key);
    if (chosen) openUserScenario({ run, panels }, chosen);
    else void start(value, library.openingSeed(value), undefined, null);
  };
  const groups = [...new Set(library.catalogue.map(({ group }) => group))];
  return (
    <label>
      <span class="unseen">{t('app.scenario')}</span>
      <select
        id="scenario"
        value={mine ? OWN + mine.key : given.value ? GIVEN : scenario.value}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        {given.value && !mine ? (
          <option value={GIVEN}>{t('app.fromLink', { title: shown.value?.scenario.title ?? '…' })}</option>
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
