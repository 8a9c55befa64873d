import { signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { whole } from '../odds/words.ts';
import { settingText } from '../run-view/words.ts';
import { useNames } from '../store/use-names.ts';
import { Icon } from '../ui/icons.tsx';
import { scenarioId } from './chart-controls.tsx';
import { EngineSays } from './engine-says.tsx';
import { measureName } from './measure-words.ts';
import type { ResultsState } from './results-state.ts';
import type { SweepState } from './sweep-state.ts';

/** The runs that a person asked to see. */
export function createRunsPicking() {
  const picked = signal<{ title: string; runs: readonly number[] } | undefined>(undefined);
  return {
    picked,
    pick(title: string, runs: readonly number[]): void {
      picked.value = { title, runs };
    },
    close(): void {
      picked.value = undefined;
    },
  };
}

export type RunsPicking = ReturnType<typeof createRunsPicking>;

interface DialogOf {
  sweep: SweepState;
  results: ResultsState;
  picking: RunsPicking;
}

/** Runs that are listed; the files that can be saved have them all. */
const SHOWN = 100;
const TAIL = ['seed', 'digest', 'error'];

/** Lists the runs of a cell, each a way to its replay. */
export function RunsDialog({ sweep, results, picking }: DialogOf) {
  const dialog = useRef<HTMLDialogElement>(null);
  const picked = picking.picked.value;
  const open = picked !== undefined;
  useEffect(() => {
    if (open) results.want(TAIL);
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="help sweep-runs-dialog" aria-labelledby="sweep-runs-title" onClose={picking.close}>
      {picked ? (
        <>
          <h2 id="sweep-runs-title">{picked.title}</h2>
          <RunsTable sweep={sweep} results={results} runs={picked.runs} />
        </>
      ) : null}
      <button type="button" class="plain" onClick={picking.close}>
        {t('common.close')}
      </button>
    </dialog>
  );
}

/** A row a run: what it is, how it ended, what it came to, and its replay. */
function RunsTable({ sweep, results, runs }: Omit<DialogOf, 'picking'> & { runs: readonly number[] }) {
  const { columns, varied, variants, measure } = results;
  const facts = useNames('facts', scenarioId(results)) ?? {};
  const cell = (name: string, run: number): unknown => columns.value.get(name)?.[run];
  const text = (name: string, run: number): string => {
    const value = cell(name, run);
    if (value === undefined || value === null || Number.isNaN(value)) return '–';
    return settingText(value);
  };
  const copied = useSignal('');
  const copyLink = async (run: number): Promise<void> => {
    try {
      const link = await results.job.linkOf(run);
      copied.value = t('sweep.linkIs', { run, link });
      await navigator.clipboard.writeText(link);
      copied.value = t('sweep.linkCopied', { run });
    } catch (error) {
      // Where there is no clipboard, the link stands there to be copied by hand.
      if (copied.value === '') copied.value = error instanceof Error ? error.message : String(error);
    }
  };
  if (runs.length === 0) return <p class="sweep-says">{t('sweep.noRuns')}</p>;
  const shown = runs.slice(0, SHOWN);
  const hasErrors = shown.some((run) => cell('error', run) != null);
  return (
    <>
      <p class="sweep-says">
        {runs.length > SHOWN
          ? t('sweep.runsShown', { shown: whole(SHOWN), count: whole(runs.length) })
          : t('sweep.runsAll', { count: runs.length })}
      </p>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="sweep-table-scroll" tabIndex={0} aria-label={t('sweep.runsTable')}>
        <table class="sweep-table">
          <thead>
            <tr>
              <th scope="col">{t('sweep.run.number')}</th>
              <th scope="col">{t('sweep.run.seed')}</th>
              {variants.length > 0 ? <th scope="col">{t('sweep.variant')}</th> : null}
              <th scope="col">{measureName(measure.value, facts)}</th>
              <th scope="col">{t('sweep.run.status')}</th>
              {varied.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t(hasErrors ? 'sweep.run.why' : 'sweep.run.digest')}</th>
              <th scope="col">
                <span class="unseen">{t('sweep.run.link')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((run) => (
              <tr key={run}>
                <th scope="row">
                  <button
                    type="button"
                    class="seed sweep-open-run"
                    data-run={run}
                    data-digest={String(cell('digest', run) ?? '')}
                    disabled={cell('status', run) === 'refused'}
                    aria-label={t('sweep.openRun', { run })}
                    title={t('sweep.openRun', { run })}
                    onClick={() => void sweep.openRun(run)}
                  >
                    {run}
                  </button>
                </th>
                <td>{text('seed', run)}</td>
                {variants.length > 0 ? <td>{text('variant', run)}</td> : null}
                <td>{text(measure.value, run)}</td>
                <td>{statusText(String(cell('status', run)))}</td>
                {varied.map((name) => (
                  <td key={name}>{text(name, run)}</td>
                ))}
                {hasErrors ? (
                  <td class="sweep-why">
                    <EngineSays sentence={text('error', run)} />
                  </td>
                ) : (
                  <td>
                    <code>{text('digest', run)}</code>
                  </td>
                )}
                <td>
                  <button
                    type="button"
                    class="copy"
                    disabled={cell('status', run) === 'refused'}
                    aria-label={t('sweep.copyLink', { run })}
                    title={t('sweep.copyLink', { run })}
                    onClick={() => void copyLink(run)}
                  >
                    <Icon name="copy" />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="sweep-says" role="status">
        {copied.value}
      </p>
    </>
  );
}

const STATUSES = ['done', 'stopped', 'failed', 'refused', 'timeout'] as const;

export const statusText = (status: string): string => {
  const known = STATUSES.find((one) => one === status);
  return known ? t(`sweep.status.${known}`) : status;
};
