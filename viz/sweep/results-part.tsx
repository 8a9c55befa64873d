import { useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { ChartControls } from './chart-controls.tsx';
import { ExportTools } from './export-tools.tsx';
import { FailedRuns } from './failed-runs.tsx';
import { ResultsChart } from './results-chart.tsx';
import type { ResultsState } from './results-state.ts';
import { RunBar } from './run-bar.tsx';
import { createRunsPicking, RunsDialog } from './runs-dialog.tsx';
import type { SweepState } from './sweep-state.ts';

/** What the runs of a sweep came to, while they are made and afterwards. */
export function ResultsPart({ sweep }: { sweep: SweepState }) {
  const results = sweep.results.value;
  if (results) return <Results key={results.job.key} sweep={sweep} results={results} />;
  return (
    <div class="sweep-none">
      <p>{t('sweep.noResults')}</p>
      <p class="sweep-tools">
        <button type="button" class="plain" onClick={() => (sweep.part.value = 'plan')}>
          {t('sweep.toPlan')}
        </button>
        <button type="button" class="plain" onClick={() => (sweep.part.value = 'kept')}>
          {t('sweep.toKept')}
        </button>
      </p>
    </div>
  );
}

function Results({ sweep, results }: { sweep: SweepState; results: ResultsState }) {
  const picking = useMemo(createRunsPicking, [results]);
  const { title } = results.job.plan.spec.scenario as { title: string };
  return (
    <div class="sweep-results">
      <header class="sweep-results-head">
        <h3>{scenarioText(title)}</h3>
        <RunBar sweep={sweep} results={results} />
      </header>
      {results.fault.value ? (
        <p class="fault" role="alert">
          {results.fault.value}
        </p>
      ) : null}
      <FailedRuns results={results} picking={picking} />
      <ChartControls results={results} />
      <ResultsChart results={results} picking={picking} />
      <ExportTools sweep={sweep} results={results} />
      <RunsDialog sweep={sweep} results={results} picking={picking} />
    </div>
  );
}
