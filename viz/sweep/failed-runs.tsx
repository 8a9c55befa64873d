import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { EngineSays } from './engine-says.tsx';
import type { ResultsState } from './results-state.ts';
import { type RunsPicking, statusText } from './runs-dialog.tsx';

const BAD = ['failed', 'refused', 'timeout'] as const;

/** Sentences that are named; the list of a kind of them has all runs. */
const NAMED = 4;

/** Runs that came to nothing, by their sentences: each opens the runs that it is the sentence of. */
export function FailedRuns({ results, picking }: { results: ResultsState; picking: RunsPicking }) {
  const { counts } = results.job.progress.value;
  const bad = BAD.reduce((sum, status) => sum + counts[status], 0);
  useEffect(() => {
    if (bad > 0) results.want(['error']);
  }, [bad > 0]);
  const errors = results.columns.value.get('error');
  const statuses = results.columns.value.get('status');
  const groups = useMemo(() => groupsOf(statuses, errors), [statuses, errors]);
  if (bad === 0) return null;
  return (
    <section class="sweep-failed" aria-labelledby="sweep-failed">
      <h4 id="sweep-failed">{t('sweep.failedRuns', { count: bad })}</h4>
      <ul>
        {groups.slice(0, NAMED).map(({ sentence, status, runs }) => (
          <li key={`${status} ${sentence}`}>
            <button type="button" class="link" onClick={() => picking.pick(statusText(status), runs)}>
              {t('sweep.failedCount', { count: runs.length, status: statusText(status) })}
            </button>{' '}
            <EngineSays sentence={sentence} />
          </li>
        ))}
      </ul>
      {groups.length > NAMED ? (
        <p class="sweep-says">{t('sweep.failedMore', { count: groups.length - NAMED })}</p>
      ) : null}
    </section>
  );
}

type Column = ArrayLike<unknown> | undefined;

/** The most frequent first. */
function groupsOf(statuses: Column, errors: Column): { sentence: string; status: string; runs: number[] }[] {
  if (!statuses || !errors) return [];
  const groups = new Map<string, { sentence: string; status: string; runs: number[] }>();
  for (let run = 0; run < errors.length; run++) {
    const sentence = errors[run];
    if (typeof sentence !== 'string') continue;
    const status = String(statuses[run]);
    const key = `${status} ${sentence}`;
    const group = groups.get(key) ?? { sentence, status, runs: [] };
    groups.set(key, group);
    group.runs.push(run);
  }
  return [...groups.values()].sort((a, b) => b.runs.length - a.runs.length);
}
