import { isFact } from '../../sim/experiment/sweep/run-values.ts';
import { t } from '../i18n/index.ts';
import { useNames } from '../store/use-names.ts';
import { levelText, measureName } from './measure-words.ts';
import { axesOf, othersOf } from './result-axes.ts';
import type { ResultsState, ResultsView } from './results-state.ts';

/** Which measure is looked at, how, and over what. */
export function ChartControls({ results }: { results: ResultsState }) {
  const { varied, variants, view, measure, variant, measures } = results;
  const facts = useNames('facts', scenarioId(results)) ?? {};
  const offered: readonly ResultsView[] = [
    ...(varied.length > 1 ? (['heat'] as const) : []),
    ...(varied.length > 0 ? (['lines'] as const) : []),
    'table',
    'sensitivity',
  ];
  const option = (name: string) => (
    <option key={name} value={name}>
      {measureName(name, facts)}
    </option>
  );
  const ofFacts = measures.filter(({ name }) => isFact(name));
  return (
    <div class="sweep-controls">
      <fieldset class="segmented" id="sweep-views">
        <legend class="unseen">{t('sweep.views')}</legend>
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            id={`sweep-view-${one}`}
            aria-pressed={view.value === one}
            onClick={() => {
              view.value = one;
            }}
          >
            {t(`sweep.view.${one}`)}
          </button>
        ))}
      </fieldset>
      <Choice
        id="sweep-measured"
        label={t('sweep.measured')}
        value={measure.value}
        write={(name) => (measure.value = name)}
      >
        {measures.filter(({ name }) => !isFact(name)).map(({ name }) => option(name))}
        {ofFacts.length > 0 ? (
          <optgroup label={t('sweep.factGroup')}>{ofFacts.map(({ name }) => option(name))}</optgroup>
        ) : null}
      </Choice>
      {view.value === 'heat' || view.value === 'lines' ? <Axes results={results} /> : null}
      {variants.length > 1 && view.value === 'heat' ? (
        <Choice
          id="sweep-variant"
          label={t('sweep.variant')}
          value={variant.value}
          write={(name) => (variant.value = name)}
        >
          {variants.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
      ) : null}
    </div>
  );
}

export const scenarioId = ({ job }: ResultsState): string => String(Object(job.plan.spec.scenario).id);

interface ChoiceOf {
  id: string;
  label: string;
  value: string;
  write(value: string): void;
  children: preact.ComponentChildren;
}

const Choice = ({ id, label, value, write, children }: ChoiceOf) => (
  <span class="sweep-field">
    <label for={id}>{label}</label>
    <select id={id} value={value} onChange={(event) => write(event.currentTarget.value)}>
      {children}
    </select>
  </span>
);

function Axes({ results }: { results: ResultsState }) {
  const { varied, view, across, up, series, slices, variants } = results;
  const axes = axesOf(results);
  const isHeat = view.value === 'heat';
  const others = othersOf(results).flatMap((name) => axes.get(name) ?? []);
  const names = varied.map((name) => (
    <option key={name} value={name}>
      {name}
    </option>
  ));
  /** What was on the other axis takes the place of what comes there. */
  const place = (own: typeof across, other: typeof across, name: string): void => {
    if (other.value === name) other.value = own.value;
    own.value = name;
  };
  const few = varied.filter((name) => name !== across.value && (axes.get(name)?.levels.length ?? 99) <= MOST_LINES);
  return (
    <>
      <Choice
        id="sweep-across"
        label={t('sweep.across')}
        value={across.value}
        write={(name) => place(across, up, name)}
      >
        {names}
      </Choice>
      {isHeat ? (
        <Choice id="sweep-up" label={t('sweep.up')} value={up.value} write={(name) => place(up, across, name)}>
          {names}
        </Choice>
      ) : few.length > 0 ? (
        <Choice
          id="sweep-series"
          label={t('sweep.series')}
          value={series.value}
          write={(name) => (series.value = name)}
        >
          <option value="">{t(variants.length > 1 ? 'sweep.seriesVariants' : 'sweep.seriesNone')}</option>
          {few.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
      ) : null}
      {others.map((axis) => (
        <Choice
          key={axis.name}
          id={`sweep-slice-${varied.indexOf(axis.name)}`}
          label={axis.name}
          value={String(slices.value[axis.name] ?? '')}
          write={(level) => {
            const { [axis.name]: _, ...rest } = slices.value;
            slices.value = level === '' ? rest : { ...rest, [axis.name]: Number(level) };
          }}
        >
          <option value="">{t('sweep.averaged')}</option>
          {axis.levels.map((level, k) => (
            <option key={level.from} value={String(k)}>
              {levelText(level, axis)}
            </option>
          ))}
        </Choice>
      ))}
    </>
  );
}

/** As many as there are hues. */
export const MOST_LINES = 7;
