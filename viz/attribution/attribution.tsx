import './attribution.css';
import { useEffect, useMemo } from 'preact/hooks';
import { YEARS_BEFORE } from '../../sim/counterfactual/span.ts';
import { t } from '../i18n/index.ts';
import { shareDone } from '../run-view/progress.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { nameWithArticle } from '../run-view/words.ts';
import { useBranches } from '../store/branches.ts';
import { useRun } from '../store/run.ts';
import type { AskedEnding } from './asked-ending.ts';
import { type AttributionRun, CONTINUATIONS, createAttributionRun } from './attribution-run.ts';
import { FindingList } from './findings.tsx';

export interface AttributionOf {
  asked: AskedEnding;
  run: RunView;
  close(): void;
}

/** What may have ended an alliance, each thing taken away in turn. */
export function AttributionView({ asked, run, close }: AttributionOf) {
  const { session } = useRun();
  const branches = useBranches();
  const attribution = useMemo(() => createAttributionRun(session, asked, branches.back()), [asked, run]);
  useEffect(() => {
    void attribution.run(0);
    return attribution.leave;
  }, [attribution]);
  const record = run.replay.alliances.find(({ id, founded }) => id === asked.alliance && founded === asked.founded);
  const { rounds, ticksPerYear } = run.clock;
  const date = dateLabel(run.clock, record?.ended ?? 0);
  return (
    <>
      <h2 id="attribution-title">
        {t('attribution.title', { alliance: nameWithArticle(record?.name ?? asked.alliance) })}
      </h2>
      <p class="attribution-lead">
        {rounds
          ? t('attribution.leadRounds', { date, years: YEARS_BEFORE * ticksPerYear })
          : t('attribution.lead', { date, years: YEARS_BEFORE })}{' '}
        {t('attribution.notTried')}
      </p>
      <Progress attribution={attribution} />
      {attribution.found.value ? (
        <FindingList attribution={attribution} found={attribution.found.value} run={run} close={close} />
      ) : null}
      <div class="ask-buttons">
        {isUntried(attribution) ? (
          <button type="button" class="plain" id="try-luck" onClick={() => void attribution.run(CONTINUATIONS)}>
            {t('attribution.luck', { n: CONTINUATIONS })}
          </button>
        ) : null}
        <button type="button" class="plain" onClick={close}>
          {t('common.close')}
        </button>
      </div>
    </>
  );
}

/** Whether there is something whose luck nobody has asked about yet. */
const isUntried = ({ found, progress }: AttributionRun): boolean =>
  progress.value === undefined && found.value?.findings[0] !== undefined && !found.value.findings[0].continuations;

function Progress({ attribution }: { attribution: AttributionRun }) {
  const { progress, stopped, fault } = attribution;
  if (progress.value)
    return (
      <p class="attribution-progress">
        <progress max={1} value={shareDone(progress.value)} aria-label={t('attribution.running')} />
        <button type="button" class="plain" id="stop-attribution" onClick={() => void attribution.stop()}>
          {t('attribution.stop')}
        </button>
      </p>
    );
  if (fault.value)
    return (
      <p class="fault" role="alert">
        {t('attribution.went', { why: fault.value })}
      </p>
    );
  if (!stopped.value) return null;
  return (
    <p class="attribution-progress" role="status">
      <span>{t('attribution.stopped')}</span>
      {attribution.found.value ? null : (
        <button type="button" class="plain" onClick={() => void attribution.run(0)}>
          {t('attribution.again')}
        </button>
      )}
    </p>
  );
}
