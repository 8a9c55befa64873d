import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { AddEntry } from './add-entry.tsx';
import { DesignFields } from './design-fields.tsx';
import { EntryCard } from './entry-card.tsx';
import { namedEntries } from './form.ts';
import { FurtherFields } from './further-fields.tsx';
import { MeasureFields } from './measure-fields.tsx';
import type { PlanState } from './plan-state.ts';
import { PlanSummary } from './plan-summary.tsx';
import type { SweepState } from './sweep-state.ts';
import { VariantFields } from './variant-fields.tsx';

/** The plan in fields, from what varies to what is measured; beside it what it comes to. */
export function PlanPart({ sweep }: { sweep: SweepState }) {
  const { plan } = sweep;
  if (!plan.source.value) return <p class="sweep-none">{t('sweep.noRun')}</p>;
  return (
    <div class="sweep-plan">
      <div class="sweep-fields">
        <Source plan={plan} />
        <Varied plan={plan} />
        <DesignFields plan={plan} />
        <MeasureFields plan={plan} />
        <VariantFields plan={plan} />
        <FurtherFields plan={plan} />
      </div>
      <PlanSummary sweep={sweep} />
    </div>
  );
}

function Source({ plan }: { plan: PlanState }) {
  const { title: written, file, isBundled } = plan.source.value!;
  const title = scenarioText(written);
  return (
    <p class="sweep-source">
      {file === undefined
        ? t(isBundled ? 'sweep.sourcePlain' : 'sweep.sourceGiven', { title })
        : t('sweep.sourceFile', { title, file })}{' '}
      {file === undefined ? null : (
        <button type="button" class="link" id="sweep-leave-file" onClick={() => plan.leaveFile()}>
          {t('sweep.leaveFile')}
        </button>
      )}
    </p>
  );
}

function Varied({ plan }: { plan: PlanState }) {
  const form = plan.form.value;
  const named = namedEntries(form);
  return (
    <section class="sweep-section" aria-labelledby="sweep-vary">
      <h3 id="sweep-vary">{t('sweep.vary')}</h3>
      <p class="sweep-says">{t('sweep.varySay')}</p>
      <ol class="sweep-entries">
        {form.entries.map((entry) => (
          <EntryCard key={entry.key} plan={plan} entry={entry} place={named.indexOf(entry)} />
        ))}
      </ol>
      <AddEntry plan={plan} />
    </section>
  );
}
