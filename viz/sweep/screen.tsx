import './sweep.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { KeptPart } from './kept-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { ResultsPart } from './results-part.tsx';
import { type SweepPart, type SweepState, sweepStateOf } from './sweep-state.ts';

/** Many runs of one scenario, with what varies between them: its plan, its runs, and what they come to. */
export function SweepScreen() {
  const run = useRun();
  const sweep = sweepStateOf({ run, panels: usePanels() });
  const shown = run.shown.value;
  const main = useRef<HTMLElement>(null);
  useEffect(() => sweep.plan.follow(), [shown]);
  // Each part is read from its top.
  useEffect(() => main.current?.scrollTo(0, 0), [sweep.part.value]);
  return (
    <main ref={main} class="sweep" data-part={sweep.part.value}>
      <div class="sweep-head">
        <h2>{t('sweep.heading')}</h2>
        <Parts sweep={sweep} />
      </div>
      {sweep.notice.value ? (
        <p class="sweep-notice fault" role="alert">
          {sweep.notice.value}
        </p>
      ) : null}
      {sweep.part.value === 'plan' ? <PlanPart sweep={sweep} /> : null}
      {sweep.part.value === 'results' ? <ResultsPart sweep={sweep} /> : null}
      {sweep.part.value === 'kept' ? <KeptPart sweep={sweep} /> : null}
    </main>
  );
}

function Parts({ sweep }: { sweep: SweepState }) {
  const choose = (part: SweepPart, label: string) => (
    <button
      type="button"
      id={`sweep-part-${part}`}
      aria-pressed={sweep.part.value === part}
      onClick={() => {
        sweep.part.value = part;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="segmented">
      {choose('plan', t('sweep.plan'))}
      {choose('results', t('sweep.results'))}
      {choose('kept', t('sweep.kept', { count: sweep.sweeps.list.value.length }))}
    </div>
  );
}
