import { useSignal } from '@preact/signals';
import type { Attribution, Continuations, TestedCause } from '../../sim/counterfactual/attribution.ts';
import { YEARS_BEFORE } from '../../sim/counterfactual/span.ts';
import { t } from '../i18n/index.ts';
import { eventLookOf } from '../run-view/event-looks.ts';
import { shareDone } from '../run-view/progress.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useBranches } from '../store/branches.ts';
import { GlyphIcon } from '../ui/glyphs.tsx';
import { AllianceAxis, AllianceAxisContext, type Stretch } from './alliance-axis.tsx';
import type { AttributionRun } from './attribution-run.ts';
import { causeWords, findingWords, matters, remedyOf } from './finding-words.ts';

interface FindingsOf {
  attribution: AttributionRun;
  found: Attribution;
  run: RunView;
  close(): void;
}

/** Those that mattered first, by how much; each can be opened as a branch. */
export function FindingList({ attribution, found, run, close }: FindingsOf) {
  const branches = useBranches();
  const fault = useSignal('');
  const { findings, ended, others, horizon } = found;
  const open = async ({ at, remedy, without }: TestedCause): Promise<void> => {
    await attribution.stop();
    const plan = { tick: at, interventions: remedy, without };
    fault.value = (await branches.create(plan)) ?? '';
    if (!fault.value) close();
  };
  const stretch: Stretch = { from: Math.max(0, ended - YEARS_BEFORE * run.clock.ticksPerYear), to: run.ticks };
  const list = (heading: 'attribution.mattered' | 'attribution.immaterial', some: readonly TestedCause[]) =>
    some.length === 0 ? null : (
      <section>
        <div class="findings-head">
          <h3>{t(heading)}</h3>
          <AllianceAxis run={run} stretch={stretch} ended={ended} />
        </div>
        <ol class={heading === 'attribution.mattered' ? 'findings mattered' : 'findings'}>
          {some.map((finding) => (
            <Row key={finding} finding={finding} found={found} run={run} stretch={stretch} open={open} />
          ))}
        </ol>
      </section>
    );
  if (findings.length === 0) return <p class="none">{t('attribution.none')}</p>;
  const mattered = findings.filter((finding) => matters(finding, ended));
  const continuations = findings[0]!.continuations;
  return (
    <>
      {branches.busy.value === undefined ? null : (
        <progress max={1} value={shareDone(branches.busy.value)} aria-label={t('attribution.opening')} />
      )}
      {fault.value ? (
        <p class="fault" role="alert">
          {fault.value}
        </p>
      ) : null}
      {continuations ? (
        <p class="remark">
          {t('attribution.luckSays', { n: continuations.runs, date: dateLabel(run.clock, horizon - 1) })}
        </p>
      ) : null}
      {mattered.length === 0 ? <p class="none">{t('attribution.noneMattered')}</p> : null}
      {list('attribution.mattered', mattered)}
      {list(
        'attribution.immaterial',
        findings.filter((finding) => !matters(finding, ended)),
      )}
      {others > 0 ? <p class="remark">{t('attribution.others', { n: others })}</p> : null}
    </>
  );
}

interface RowOf {
  finding: TestedCause;
  found: Attribution;
  run: RunView;
  stretch: Stretch;
  open(finding: TestedCause): Promise<void>;
}

function Row({ finding, found, run, stretch, open }: RowOf) {
  const branches = useBranches();
  const { ended } = found;
  const what = causeWords(finding, run);
  return (
    <li class="finding" data-ends={finding.ends ?? 'never'} data-kind={finding.event?.kind ?? 'placed'}>
      <span class="finding-date">{dateLabel(run.clock, finding.tick)}</span>
      <GlyphIcon glyph={eventLookOf(finding.event ?? { kind: 'intervention' }).glyph} />
      <div class="finding-what">
        <p>{what}</p>
        <p class="remark">{t('attribution.undone', { what: remedyOf(finding, run) })}</p>
      </div>
      <div class="finding-fate">
        <AllianceAxisContext stretch={stretch} at={finding.tick} ended={ended} ends={finding.ends} />
        <p>{findingWords(finding, ended, run)}</p>
        {finding.continuations ? <ContinuationsOf continuations={finding.continuations} /> : null}
      </div>
      {finding.first === null ? (
        <span />
      ) : (
        <button
          type="button"
          class="plain"
          disabled={branches.busy.value !== undefined}
          aria-label={t('attribution.openOf', { what })}
          onClick={() => void open(finding)}
        >
          {t('attribution.open')}
        </button>
      )}
    </li>
  );
}

/** Two counts, one a bar: with other luck, if it happened and if not. */
function ContinuationsOf({ continuations }: { continuations: Continuations }) {
  const bar = (key: 'attribution.luckWith' | 'attribution.luckWithout', times: number) => (
    <div class="luck-row">
      <dt>{t(key)}</dt>
      <dd>
        <span class="luck-bar" aria-hidden="true">
          {Array.from({ length: continuations.runs }, (_, k) => (
            <i key={k} class={k < times ? 'stands' : ''} />
          ))}
        </span>{' '}
        {t('attribution.luckOf', { times, n: continuations.runs })}
      </dd>
    </div>
  );
  return (
    <dl class="luck">
      {bar('attribution.luckWith', continuations.with)}
      {bar('attribution.luckWithout', continuations.without)}
    </dl>
  );
}
