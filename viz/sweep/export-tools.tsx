import { planText } from '../../sim/experiment/sweep/plan.ts';
import { t } from '../i18n/index.ts';
import { saveFile } from '../ui/save-file.ts';
import { canOpenFolders } from './folders.ts';
import type { ResultsState } from './results-state.ts';
import type { SweepState } from './sweep-state.ts';

/** Rows of a CSV that are asked for at a time. */
const ROWS = 5_000;

/** Ways to take the sweep elsewhere: the same files as the command writes, its rows as CSV, its plan. */
export function ExportTools({ sweep, results }: { sweep: SweepState; results: ResultsState }) {
  const { job } = results;
  const { done, shardsDone } = job.progress.value;
  const name = `${String(Object(job.plan.spec.scenario).id).replace(/[^A-Za-z0-9-]+/g, '-')}-sweep`;
  const button = (id: string, label: string, isThere: boolean, work: () => Promise<unknown>) => (
    <button
      type="button"
      class="plain"
      id={id}
      disabled={!isThere}
      onClick={() => void sweep.attempt(async () => void (await work()))}
    >
      {label}
    </button>
  );
  return (
    <section class="sweep-export" aria-labelledby="sweep-export">
      <h4 id="sweep-export">{t('sweep.export')}</h4>
      <p class="sweep-says">{t('sweep.exportSays')}</p>
      <p class="sweep-tools">
        {button('sweep-zip', t('sweep.saveZip'), shardsDone > 0, async () =>
          saveFile(`${name}.zip`, await job.zip(), 'application/zip'),
        )}
        {canOpenFolders()
          ? button('sweep-save-folder', t('sweep.saveFolder'), shardsDone > 0, () => job.saveFolder())
          : null}
        {button('sweep-csv', t('sweep.saveCsv'), done > 0, async () => {
          const { mergeCsv } = await import('../../formats/sweep/merge.ts');
          const parts: string[] = [];
          for await (const part of mergeCsv(job.plan.columns, rowsOf(results))) parts.push(part);
          saveFile(`${name}.csv`, new Blob(parts, { type: 'text/csv' }), 'text/csv');
        })}
        {button('sweep-plan-json', t('sweep.savePlan'), true, async () =>
          saveFile('plan.json', planText(job.plan), 'application/json'),
        )}
      </p>
    </section>
  );
}

/** A part after the other, so that no table need be whole in memory twice. */
async function* rowsOf({ job }: ResultsState) {
  const total = job.plans.reduce((sum, { runs }) => sum + runs, 0);
  for (let from = 0; from < total; from += ROWS) yield await job.rows(from, Math.min(total, from + ROWS));
}
