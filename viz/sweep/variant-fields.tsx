import { t } from '../i18n/index.ts';
import { FieldFaults, isAt } from './field.tsx';
import type { PlanState } from './plan-state.ts';

type Compared = 'none' | 'with' | 'both';

/** Whether each point is run with the interventions of the run on show, without them, or both; or with the lists of a file. */
export function VariantFields({ plan }: { plan: PlanState }) {
  const { variants } = plan.form.value;
  const { interventions, file } = plan.source.value!;
  const faults = (plan.check.verdict.value?.faults ?? []).filter((fault) => isAt(fault, 'interventions'));
  const now: Compared = variants.length === 0 ? 'none' : variants.length === 1 ? 'with' : 'both';
  const choose = (next: Compared): void =>
    plan.change({
      variants: [
        ...(next === 'both' ? [{ name: 'without', list: [] }] : []),
        ...(next === 'none' ? [] : [{ name: 'with', list: interventions }]),
      ],
    });
  return (
    <section class="sweep-section" aria-labelledby="sweep-variants">
      <h3 id="sweep-variants">{t('sweep.interventions')}</h3>
      {file === undefined && interventions.length > 0 ? (
        <fieldset class="segmented" id="sweep-compare">
          <legend class="unseen">{t('sweep.interventions')}</legend>
          {(['none', 'with', 'both'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={now === one} onClick={() => choose(one)}>
              {t(`sweep.compare.${one}`, { count: interventions.length })}
            </button>
          ))}
        </fieldset>
      ) : (
        <p class="sweep-says">
          {variants.length > 0
            ? t('sweep.variantsKept', { count: variants.length, names: variants.map(({ name }) => name).join(', ') })
            : t('sweep.variantsNone')}
        </p>
      )}
      <FieldFaults id="sweep-variants-wrong" faults={faults} />
    </section>
  );
}
