import '../branch/compare.css';
import { useMemo } from 'preact/hooks';
import { DifferenceCurves } from '../branch/difference-curves.tsx';
import { DifferingEndings } from '../branch/differences.tsx';
import { Parting } from '../branch/parting.tsx';
import { otherEndings } from '../branch/run-differences.ts';
import { isKey, t } from '../i18n/index.ts';
import { shareDone } from '../run-view/progress.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { type Comparison, useBranches } from '../store/branches.ts';
import { ledFault } from './led-fault.ts';
import type { BranchView } from './without-decisions.ts';

/** The class's game beside the one in which some decisions were not made. */
export function LedBranch({ view, run }: { view: BranchView; run: RunView }) {
  const { pair, busy } = useBranches();
  const fault = ledFault.value;
  return (
    <main class="led led-branch">
      <h2>{questionOf(view, run)}</h2>
      {fault ? <p class="led-says">{fault === 'none' ? t('debrief.noDecision') : fault}</p> : null}
      {busy.value ? <progress max={1} value={shareDone(busy.value)} aria-label={t('app.computed')} /> : null}
      {pair.value ? <Compared pair={pair.value} /> : null}
    </main>
  );
}

function questionOf({ act, actor, from, to }: BranchView, run: RunView): string {
  const key = `debrief.deed-${act}`;
  const when = { from: dateLabel(run.clock, from), to: dateLabel(run.clock, Math.max(from, to - 1)) };
  const deed = t(isKey(key) ? key : 'debrief.deed-other');
  if (actor === null) return t('debrief.ifNobody', { deed, ...when });
  return t('debrief.ifOne', { deed, actor: run.actorName(actor), ...when });
}

function Compared({ pair }: { pair: Comparison }) {
  const endings = useMemo(() => otherEndings(pair.original.run.replay, pair.branch.run.replay), [pair]);
  return (
    <>
      <p class="led-says">{t('debrief.without', { count: pair.plan.without?.length ?? 0 })}</p>
      <Parting pair={pair} />
      <div class="led-columns">
        <DifferingEndings endings={endings} run={pair.branch.run} />
        <DifferenceCurves pair={pair} />
      </div>
    </>
  );
}
