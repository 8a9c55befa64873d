import { t } from '../i18n/index.ts';
import { metricName } from '../run-view/figure-names.ts';
import { CheckField, FieldFaults, isAt, TextField } from './field.tsx';
import type { PlanForm } from './form.ts';
import { measureName } from './measure-words.ts';
import { type NameChoice, NamesField } from './names-field.tsx';
import type { PlanState } from './plan-state.ts';
import { WindowFields } from './window-fields.tsx';

/** An example, in the language of formulas. */
const REPORTER = 'attacks, count:attacked:0:10';

/** Parts of the measures whose faults stand at their fields. */
const FIELDS = /^measure\.(end|analyses|windows|every)/;
const NONE: readonly NameChoice[] = [];

const called = (name: string): string => measureName(name, {});
const asWritten = (name: string): string => name;

/** What is read off each run. */
export function MeasureFields({ plan }: { plan: PlanState }) {
  const form = plan.form.value;
  const known = plan.choices.value;
  const faults = (plan.check.verdict.value?.faults ?? []).filter((fault) => isAt(fault, 'measure'));
  const metrics = known?.metrics ?? NONE;
  const all = metrics.map(({ name }) => name);
  const { analyses, every, hasFacts, isEverything } = form;
  const end = isEverything ? all : form.end;
  /** Whatever is chosen is said in the sweep from then on; what says nothing measures every metric. */
  const write = (next: Partial<PlanForm>): void => plan.change({ end, isEverything: false, ...next });
  const ofPart = (part: string) => faults.filter((fault) => isAt(fault, `measure.${part}`));
  return (
    <section class="sweep-section" aria-labelledby="sweep-measure">
      <h3 id="sweep-measure">{t('sweep.measure')}</h3>
      {known ? null : <p class="sweep-says">{t('sweep.looking')}</p>}
      <div class="sweep-part">
        <h4>{t('sweep.atEnd')}</h4>
        <p class="sweep-metrics-tools">
          <button
            type="button"
            class="plain"
            id="sweep-everything"
            aria-disabled={!known}
            onClick={() => known && plan.change({ end: all, isEverything: !isMore(form) })}
          >
            {t('sweep.everyMetric', { count: all.length })}
          </button>
          <button type="button" class="plain" id="sweep-nothing" onClick={() => write({ end: [] })}>
            {t('sweep.none')}
          </button>
        </p>
        <NamesField
          id="sweep-end"
          label={t('sweep.addMetric')}
          placeholder={REPORTER}
          names={end}
          choices={metrics}
          called={called}
          faults={ofPart('end')}
          write={(names) => write({ end: names })}
        />
        {hasFacts || (known && known.facts > 0) ? (
          <CheckField
            id="sweep-facts"
            label={t('sweep.facts', { count: known?.facts ?? 0 })}
            isChecked={hasFacts}
            write={(isChecked) => write({ hasFacts: isChecked })}
          />
        ) : null}
      </div>
      <WindowFields plan={plan} write={write} />
      <div class="sweep-part">
        <h4>{t('sweep.series')}</h4>
        <div class="sweep-row">
          <TextField
            id="sweep-every"
            label={t('sweep.everyTicks')}
            value={every.ticks}
            faults={ofPart('every.ticks')}
            write={(ticks) => write({ every: { ...every, ticks } })}
            isNumber
          />
          <div class="sweep-names-field">
            <NamesField
              id="sweep-series"
              label={t('sweep.addSeries')}
              names={every.names}
              choices={plan.worldMetrics.value}
              called={metricName}
              faults={ofPart('every').filter((fault) => !isAt(fault, 'measure.every.ticks'))}
              write={(names) => write({ every: { ...every, names } })}
            />
          </div>
        </div>
      </div>
      {analyses.length > 0 || (known && known.analyses.length > 0) ? (
        <div class="sweep-part">
          <h4>{t('sweep.analyses')}</h4>
          <NamesField
            id="sweep-analyses"
            label={t('sweep.addAnalysis')}
            placeholder={known?.analyses.slice(0, 3).join(', ') ?? ''}
            names={analyses}
            choices={plan.analysisKeys.value}
            called={asWritten}
            faults={ofPart('analyses')}
            write={(names) => write({ analyses: names })}
          />
        </div>
      ) : null}
      <FieldFaults id="sweep-measure-wrong" faults={faults.filter(({ path }) => !FIELDS.test(path))} />
    </section>
  );
}

/** Whether a sweep measures more than metrics at the end. */
const isMore = ({ windows, every, hasFacts, analyses }: PlanForm): boolean =>
  windows.length > 0 || every.names.length > 0 || hasFacts || analyses.length > 0;
