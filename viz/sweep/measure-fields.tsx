import { t } from '../i18n/index.ts';
import { metricName } from '../run-view/figure-names.ts';
import { CheckField, FieldFaults, isAt, TextField } from './field.tsx';
import type { PlanForm } from './form.ts';
import type { PlanState } from './plan-state.ts';

/** An example, in the language of formulas. */
const REPORTER = 'count:attacked:0:10';

/** What is read off each run. */
export function MeasureFields({ plan }: { plan: PlanState }) {
  const form = plan.form.value;
  const known = plan.choices.value;
  const faults = (plan.check.verdict.value?.faults ?? []).filter((fault) => isAt(fault, 'measure'));
  const all = known?.metrics.map(({ name }) => name) ?? [];
  const chosen = form.isEverything ? all : form.end;
  const { kept } = form;
  /** Every metric and nothing else is what a sweep measures that says nothing of it. */
  const write = (next: Partial<PlanForm>): void => {
    const asked = { ...form, end: chosen, ...next };
    const { end, reporters, analyses, hasFacts } = asked;
    const isMore = hasFacts || reporters !== '' || analyses !== '' || kept.windows || kept.every;
    plan.change({ ...next, end, isEverything: end.length === all.length && !isMore });
  };
  const toggle = (name: string, isChecked: boolean): void =>
    write({ end: all.filter((one) => (one === name ? isChecked : chosen.includes(one))) });
  const ofList = (list: string) => faults.filter((fault) => isAt(fault, `measure.${list}`));
  return (
    <section class="sweep-section" aria-labelledby="sweep-measure">
      <h3 id="sweep-measure">{t('sweep.measure')}</h3>
      {known ? (
        <details class="sweep-metrics">
          <summary>{t('sweep.metrics', { chosen: chosen.length, count: all.length })}</summary>
          <p class="sweep-metrics-tools">
            <button type="button" class="plain" onClick={() => write({ end: all })}>
              {t('sweep.all')}
            </button>
            <button type="button" class="plain" onClick={() => write({ end: [] })}>
              {t('sweep.none')}
            </button>
          </p>
          <ul class="sweep-metric-list">
            {all.map((name) => (
              <li key={name}>
                <CheckField
                  id={`sweep-metric-${name}`}
                  label={metricName(name)}
                  isChecked={chosen.includes(name)}
                  write={(isChecked) => toggle(name, isChecked)}
                />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p class="sweep-says">{t('sweep.looking')}</p>
      )}
      {known && known.facts > 0 ? (
        <CheckField
          id="sweep-facts"
          label={t('sweep.facts', { count: known.facts })}
          isChecked={form.hasFacts}
          write={(hasFacts) => write({ hasFacts })}
        />
      ) : null}
      <div class="sweep-row">
        <TextField
          id="sweep-reporters"
          label={t('sweep.reporters')}
          value={form.reporters}
          placeholder={REPORTER}
          faults={ofList('end')}
          write={(reporters) => write({ reporters })}
        />
        {known && known.analyses.length > 0 ? (
          <TextField
            id="sweep-analyses"
            label={t('sweep.analyses')}
            value={form.analyses}
            placeholder={known.analyses.slice(0, 3).join(', ')}
            faults={ofList('analyses')}
            write={(analyses) => write({ analyses })}
          />
        ) : null}
      </div>
      {kept.windows || kept.every ? (
        <p class="sweep-says">
          {t('sweep.keptMeasures', { windows: kept.windows?.length ?? 0, every: kept.every?.names.length ?? 0 })}
        </p>
      ) : null}
      <FieldFaults
        id="sweep-measure-wrong"
        faults={faults.filter(({ path }) => !/^measure\.(end|analyses)/.test(path))}
      />
    </section>
  );
}
