import { useSignal } from '@preact/signals';
import type { ParameterControl } from '../../sim/experiment/parameter-controls.ts';
import { isKey, t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { inWords } from '../run-view/words.ts';
import { useApp } from '../store/state.ts';
import { BeforeAfter } from './before-after.tsx';
import type { ExploreState } from './explore-state.ts';
import type { ParameterTrial } from './parameter-trial.ts';
import { controlSpanOf, isWithin, typed, withoutBinaryDust } from './range.ts';

/** Lists longer than this are for the editor. */
const LONGEST = 40;

export function ParameterControlsPart({ desk }: { desk: ExploreState }) {
  const { run, status } = useApp();
  const bench = desk.bench.value;
  if (!bench || !run.value)
    return <p class="explore-none">{status.value.status === 'failed' ? status.value.message : t('explore.noRun')}</p>;
  return (
    <div class="bench">
      <Panel bench={bench} desk={desk} />
      <BeforeAfter bench={bench} />
    </div>
  );
}

function Panel({ bench, desk }: { bench: ParameterTrial; desk: ExploreState }) {
  const levers = bench.levers.value;
  const shown = levers?.filter(({ value }) => typeof value === 'number' || value.length <= LONGEST);
  const own = shown?.filter(({ key }) => !key.startsWith('model.')) ?? [];
  const model = shown?.filter(({ key }) => key.startsWith('model.')) ?? [];
  return (
    <section class="levers" aria-labelledby="levers-title">
      <div class="levers-head">
        <h2 id="levers-title">{t('explore.turn')}</h2>
        <button
          type="button"
          class="plain"
          id="reset-levers"
          disabled={bench.turned.value === 0}
          onClick={() => bench.resetAll()}
        >
          {t('explore.resetAll')}
        </button>
      </div>
      {levers ? null : <p class="quiet">{bench.fault.value || t('explore.looking')}</p>}
      {levers && shown?.length === 0 ? (
        <p class="quiet">
          {t('explore.noLevers')}{' '}
          <button
            type="button"
            class="plain"
            onClick={() => {
              desk.part.value = 'editor';
            }}
          >
            {t('explore.editor')}
          </button>
        </p>
      ) : null}
      {own.length > 0 ? <List caption={t('explore.declared')} levers={own} bench={bench} /> : null}
      {model.length > 0 ? <List caption={t('explore.ofModel')} levers={model} bench={bench} /> : null}
    </section>
  );
}

const List = ({
  caption,
  levers,
  bench,
}: {
  caption: string;
  levers: readonly ParameterControl[];
  bench: ParameterTrial;
}) => (
  <>
    <h3>{caption}</h3>
    <ul class="lever-list">
      {levers.map((lever) => (
        <Row key={lever.key} lever={lever} bench={bench} />
      ))}
    </ul>
  </>
);

function Row({ lever, bench }: { lever: ParameterControl; bench: ParameterTrial }) {
  const wrong = useSignal('');
  const now = bench.values.value[lever.key] ?? lever.value;
  const isTurned = Object.hasOwn(bench.values.value, lever.key);
  const id = lever.key.replace('.', '-');
  const bare = lever.key.replace(/^(model|parameters)\./, '');
  const named = `explore.lever.${bare}`;
  // Of the scenario’s own parameters the page knows but the one that the engine knows too.
  const isOurs = (lever.key.startsWith('model.') || bare === 'expost') && isKey(named);
  const name = isOurs ? t(named) : bare;
  const isList = typeof lever.value !== 'number';
  const says = `explore.leverSays.${bare}`;
  const turn = (value: number | number[] | undefined): void => {
    if (value === undefined || !isWithin(lever, value)) {
      const { min, max } = lever;
      wrong.value = t(lever.whole ? 'explore.wholeWithin' : 'explore.within', { min: inWords(min), max: inWords(max) });
      return;
    }
    wrong.value = '';
    bench.turn(lever, value);
  };
  return (
    <li class={isTurned ? 'lever turned' : 'lever'}>
      <label class="lever-name" for={id}>
        {isOurs ? name : <code>{name}</code>}
      </label>
      <p class="lever-says" id={`${id}-says`}>
        {isOurs && isKey(says) ? t(says) : scenarioText(lever.describe)}
      </p>
      <div class="lever-row">
        {typeof now === 'number' ? <Slider lever={lever} value={now} label={name} turn={turn} /> : null}
        <input
          id={id}
          class={isList ? 'lever-field long' : 'lever-field'}
          inputMode={isList ? 'text' : 'decimal'}
          autocomplete="off"
          value={typeof now === 'number' ? String(now) : now.join(', ')}
          aria-describedby={`${id}-says`}
          aria-invalid={wrong.value !== ''}
          onChange={(event) => turn(typed(event.currentTarget.value, isList))}
        />
        <button
          type="button"
          class="lever-reset"
          aria-label={t('explore.resetOne', { name })}
          title={t('explore.was', { value: inWords(lever.value) })}
          disabled={!isTurned}
          onClick={() => {
            wrong.value = '';
            bench.turn(lever, lever.value);
          }}
        >
          ↺
        </button>
      </div>
      {wrong.value ? (
        <p class="lever-wrong" role="alert">
          {wrong.value}
        </p>
      ) : null}
    </li>
  );
}

interface SliderOf {
  lever: ParameterControl;
  value: number;
  label: string;
  turn(value: number): void;
}

function Slider({ lever, value, label, turn }: SliderOf) {
  const { min, max, step } = controlSpanOf(lever, lever.value as number);
  return (
    <input
      type="range"
      aria-label={label}
      min={min}
      max={max}
      step={step}
      value={value}
      onInput={(event) =>
        turn(Math.max(lever.min, Math.min(lever.max, withoutBinaryDust(Number(event.currentTarget.value)))))
      }
    />
  );
}
