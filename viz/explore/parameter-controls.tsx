import { useSignal } from '@preact/signals';
import type { ParameterControl } from '../../sim/experiment/parameter-controls.ts';
import { isKey, t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { inWords } from '../run-view/words.ts';
import { useRun } from '../store/run.ts';
import { BeforeAfter } from './before-after.tsx';
import type { ExploreState } from './explore-state.ts';
import type { ParameterTrial } from './parameter-trial.ts';
import { controlSpanOf, isWithin, typed, withoutBinaryDust } from './range.ts';

/** Lists longer than this are for the editor. */
const LONGEST = 40;

export function ParameterControlsPart({ explore }: { explore: ExploreState }) {
  const { shown, status } = useRun();
  const trial = explore.trial.value;
  if (!trial || !shown.value)
    return <p class="explore-none">{status.value.status === 'failed' ? status.value.message : t('explore.noRun')}</p>;
  return (
    <div class="parameter-trial">
      <Panel trial={trial} explore={explore} />
      <BeforeAfter trial={trial} />
    </div>
  );
}

function Panel({ trial, explore }: { trial: ParameterTrial; explore: ExploreState }) {
  const controls = trial.controls.value;
  const shown = controls?.filter(({ value }) => typeof value === 'number' || value.length <= LONGEST);
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
          disabled={trial.turned.value === 0}
          onClick={() => trial.resetAll()}
        >
          {t('explore.resetAll')}
        </button>
      </div>
      {controls ? null : <p class="quiet">{trial.fault.value || t('explore.looking')}</p>}
      {controls && shown?.length === 0 ? (
        <p class="quiet">
          {t('explore.noLevers')}{' '}
          <button
            type="button"
            class="plain"
            onClick={() => {
              explore.part.value = 'editor';
            }}
          >
            {t('explore.editor')}
          </button>
        </p>
      ) : null}
      {own.length > 0 ? <List caption={t('explore.declared')} controls={own} trial={trial} /> : null}
      {model.length > 0 ? <List caption={t('explore.ofModel')} controls={model} trial={trial} /> : null}
    </section>
  );
}

const List = ({
  caption,
  controls,
  trial,
}: {
  caption: string;
  controls: readonly ParameterControl[];
  trial: ParameterTrial;
}) => (
  <>
    <h3>{caption}</h3>
    <ul class="lever-list">
      {controls.map((control) => (
        <Row key={control.key} control={control} trial={trial} />
      ))}
    </ul>
  </>
);

function Row({ control, trial }: { control: ParameterControl; trial: ParameterTrial }) {
  const wrong = useSignal('');
  const now = trial.values.value[control.key] ?? control.value;
  const isTurned = Object.hasOwn(trial.values.value, control.key);
  const id = control.key.replace('.', '-');
  const bare = control.key.replace(/^(model|parameters)\./, '');
  const named = `explore.lever.${bare}`;
  // Of the scenario’s own parameters the page knows but the one that the engine knows too.
  const isOurs = (control.key.startsWith('model.') || bare === 'expost') && isKey(named);
  const name = isOurs ? t(named) : bare;
  const isList = typeof control.value !== 'number';
  const says = `explore.leverSays.${bare}`;
  const turn = (value: number | number[] | undefined): void => {
    if (value === undefined || !isWithin(control, value)) {
      const { min, max } = control;
      wrong.value = t(control.whole ? 'explore.wholeWithin' : 'explore.within', {
        min: inWords(min),
        max: inWords(max),
      });
      return;
    }
    wrong.value = '';
    trial.turn(control, value);
  };
  return (
    <li class={isTurned ? 'lever turned' : 'lever'}>
      <label class="lever-name" for={id}>
        {isOurs ? name : <code>{name}</code>}
      </label>
      <p class="lever-says" id={`${id}-says`}>
        {isOurs && isKey(says) ? t(says) : scenarioText(control.describe)}
      </p>
      <div class="lever-row">
        {typeof now === 'number' ? <Slider control={control} value={now} label={name} turn={turn} /> : null}
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
          title={t('explore.was', { value: inWords(control.value) })}
          disabled={!isTurned}
          onClick={() => {
            wrong.value = '';
            trial.turn(control, control.value);
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
  control: ParameterControl;
  value: number;
  label: string;
  turn(value: number): void;
}

function Slider({ control, value, label, turn }: SliderOf) {
  const { min, max, step } = controlSpanOf(control, control.value as number);
  return (
    <input
      type="range"
      aria-label={label}
      min={min}
      max={max}
      step={step}
      value={value}
      onInput={(event) =>
        turn(Math.max(control.min, Math.min(control.max, withoutBinaryDust(Number(event.currentTarget.value)))))
      }
    />
  );
}
