import { useRef } from 'preact/hooks';
import { faultSentence } from '../../sim/schema/fault.ts';
import { engineSentence } from '../i18n/engine-sentences.ts';
import { numeral, t } from '../i18n/index.ts';
import { saveFile } from '../ui/save-file.ts';
import { EngineSays } from './engine-says.tsx';
import { fieldOfFault } from './fault-field.ts';
import { namedEntries } from './form.ts';
import type { SweepState } from './sweep-state.ts';
import { bytesText, durationText } from './words.ts';

/** Faults that are named here; all stand at their fields. */
const NAMED = 6;

/** What the plan comes to: runs, points, shards and time; the button that runs it; and the same as a file. */
export function PlanSummary({ sweep }: { sweep: SweepState }) {
  const { plan } = sweep;
  const { verdict, isBehind } = plan.check;
  const found = verdict.value;
  const faults = found?.faults ?? [];
  const isReady = found?.outline !== undefined && !isBehind.value;
  return (
    <aside class="sweep-summary" aria-labelledby="sweep-summary">
      <div class="sweep-summary-head">
        <h3 id="sweep-summary">{t('sweep.summary')}</h3>
        {found?.outline ? <Counts sweep={sweep} /> : null}
        {faults.length > 0 ? <Faults sweep={sweep} /> : null}
        {found ? null : <p class="sweep-says">{t('sweep.checking')}</p>}
        <p class="unseen" role="status">
          {isBehind.value || !found
            ? ''
            : faults.length > 0
              ? t('sweep.faults', { count: faults.length })
              : t('sweep.runs', { count: found.outline?.plan.runs ?? 0 })}
        </p>
        <button
          type="button"
          class="plain sweep-go"
          id="sweep-run"
          aria-disabled={!isReady}
          onClick={() => {
            if (isReady) void sweep.runPlan();
          }}
        >
          {t('sweep.run')}
        </button>
      </div>
      <p class="sweep-says">{t('sweep.tabCloses')}</p>
      <AsFile sweep={sweep} />
    </aside>
  );
}

function Counts({ sweep }: { sweep: SweepState }) {
  const { verdict, estimate } = sweep.plan.check;
  const { runs, shards, numbering } = verdict.value!.outline!.plan;
  const { points, replicates, variants } = numbering;
  const timed = estimate.value;
  const workers = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  return (
    <>
      <p class="sweep-runs">
        <b>{t('sweep.runs', { count: runs })}</b>
      </p>
      <p class="sweep-says sweep-product">
        {t('sweep.product', { points, replicates, variants })} {t('sweep.shards', { count: shards })}
      </p>
      {namedEntries(sweep.plan.form.value).length === 0 ? <p class="sweep-says">{t('sweep.onlySeed')}</p> : null}
      <p class="sweep-time" id="sweep-time">
        {timed
          ? t('sweep.time', {
              time: durationText((runs * timed.secondsPerRun) / workers),
              workers,
              each: numeral({ maximumSignificantDigits: 2 }).format(1_000 * timed.secondsPerRun),
              size: bytesText((timed.bytes / Math.max(1, timed.runs)) * runs),
            })
          : t(timed === null ? 'sweep.noTiming' : 'sweep.timing')}
      </p>
      {timed && timed.refused > 0 ? (
        <p class="sweep-wrong">
          {t('sweep.refusedTries', {
            refused: timed.refused,
            tried: timed.tried,
            why: engineSentence(timed.why ?? '').text,
          })}
        </p>
      ) : null}
    </>
  );
}

function Faults({ sweep }: { sweep: SweepState }) {
  const faults = sweep.plan.check.verdict.value?.faults ?? [];
  const form = sweep.plan.form.value;
  return (
    <div class="sweep-faults">
      <p>{t('sweep.faults', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, NAMED).map((fault) => {
          const field = fieldOfFault(fault, form);
          return (
            <li key={faultSentence(fault)}>
              {field ? (
                <button type="button" class="link" onClick={() => document.getElementById(field)?.focus()}>
                  <EngineSays sentence={faultSentence(fault)} />
                </button>
              ) : (
                <EngineSays sentence={faultSentence(fault)} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** As the command line takes it, whatever the language. */
const commandOf = (file: string): string => `npx foedus sweep ${file} --out DIR`;

const fileName = (id: string): string => `${id.replace(/[^A-Za-z0-9-]+/g, '-')}-sweep.json`;

/** The same sweep for the command, and the way back. */
function AsFile({ sweep }: { sweep: SweepState }) {
  const { plan } = sweep;
  const field = useRef<HTMLInputElement>(null);
  const name = fileName(plan.source.value?.id ?? 'sweep');
  return (
    <section class="sweep-file" aria-labelledby="sweep-file">
      <h3 id="sweep-file">{t('sweep.file')}</h3>
      <p class="sweep-says">{t('sweep.fileSays')}</p>
      <p class="sweep-tools">
        <button
          type="button"
          class="plain"
          id="sweep-save"
          onClick={() => saveFile(name, plan.text(), 'application/json')}
        >
          {t('sweep.save')}
        </button>
        <button type="button" class="plain" id="sweep-open" onClick={() => field.current?.click()}>
          {t('sweep.open')}
        </button>
      </p>
      <input
        ref={field}
        id="sweep-file-field"
        type="file"
        accept=".json,.csv,application/json,text/csv"
        multiple
        hidden
        aria-label={t('sweep.open')}
        onChange={(event) => {
          const input = event.currentTarget;
          // The same file may be chosen again once it is mended.
          void sweep.openSpecFiles([...(input.files ?? [])]).finally(() => (input.value = ''));
        }}
      />
      {plan.refusal.value ? (
        <p class="sweep-wrong" role="alert" id="sweep-refusal">
          <EngineSays sentence={plan.refusal.value} />
        </p>
      ) : null}
      <p class="sweep-command">
        <code>{commandOf(name)}</code>
      </p>
      <details class="sweep-text">
        <summary>{t('sweep.showFile')}</summary>
        {/* It scrolls, so the keyboard must reach it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <section class="sweep-text-scroll" tabIndex={0} aria-label={t('sweep.showFile')}>
          <pre>{shortened(plan.text())}</pre>
        </section>
      </details>
    </section>
  );
}

/** A scenario within it may have megabytes. */
const MOST_TEXT = 20_000;
const shortened = (text: string): string => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);
