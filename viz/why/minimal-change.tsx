import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MinimalChange } from '../../sim/counterfactual/minimal-change.ts';
import type { Event } from '../../sim/world/event.ts';
import { isCancelled } from '../../workers/protocol.ts';
import { t } from '../i18n/index.ts';
import type { Plan } from '../run-view/plan.ts';
import type { RunView } from '../run-view/run-view.ts';
import { kindsAt } from '../run-view/what-if.ts';
import { useBranches } from '../store/branches.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import {
  decidersWords,
  indirectWords,
  minimalChangeWords,
  otherWords,
  planOfChange,
  planOfOther,
} from './minimal-change-words.ts';

type Answer = 'asking' | 'unasked' | { flip: MinimalChange } | { fault: string };

/** Answers stay with their events: a replay's events are its own. */
const known = new WeakMap<Event, MinimalChange>();

/** Where reasons end: what would have kept it from happening, as the engine finds by trying, each a branch away. */
export function MinimalChangeBox({ event, decision, run }: { event: Event; decision: Event; run: RunView }) {
  const answer = useAnswer(decision, run);
  if (decision.kind === 'shock' || kindsAt(run, decision.tick).length === 0) return null;
  const now = answer.value;
  return (
    <div class="flip" aria-live="polite">
      <h3>{t('why.what-if')}</h3>
      {now === 'asking' ? <p class="chance">{t('why.searching')}</p> : null}
      {now === 'unasked' ? <Ask answer={answer} /> : null}
      {typeof now === 'object' && 'fault' in now ? <p>{t('why.failed', { message: now.fault })}</p> : null}
      {typeof now === 'object' && 'flip' in now ? <Answers flip={now.flip} event={event} run={run} /> : null}
    </div>
  );
}

/** Asks at once; a newer question, asked elsewhere on the page, leaves this one to be asked again. */
function useAnswer(decision: Event, run: RunView): Signal<Answer> {
  const { session } = useRun();
  const branches = useBranches();
  const found = known.get(decision);
  const answer = useSignal<Answer>(found ? { flip: found } : 'asking');
  const asking = answer.value === 'asking';
  useEffect(() => {
    if (!asking || kindsAt(run, decision.tick).length === 0) return;
    let wanted = true;
    session.minimalChange(run.events.indexOf(decision), branches.back()).then(
      (flip) => {
        known.set(decision, flip);
        if (wanted) answer.value = { flip };
      },
      (error) => {
        if (!wanted) return;
        if (isCancelled(error)) answer.value = 'unasked';
        else answer.value = { fault: error instanceof Error ? error.message : String(error) };
      },
    );
    return () => {
      wanted = false;
    };
  }, [asking, decision, run]);
  return answer;
}

const Ask = ({ answer }: { answer: Signal<Answer> }) => (
  <button
    type="button"
    class="plain"
    onClick={() => {
      answer.value = 'asking';
    }}
  >
    {t('why.what-if')}
  </button>
);

function Answers({ flip, event, run }: { flip: MinimalChange; event: Event; run: RunView }) {
  const { step, tick } = usePlayback();
  const branches = useBranches();
  const fault = useSignal('');
  const { smallest, indirect, otherwise } = flip;
  const busy = branches.busy.value !== undefined;
  const go = async (plan: Plan): Promise<void> => {
    fault.value = (await branches.create(plan)) ?? '';
    if (!fault.value) step(plan.tick - tick.peek());
  };
  return (
    <>
      {smallest ? (
        <button
          type="button"
          class="flip-branch"
          disabled={busy}
          onClick={() => void go(planOfChange(smallest, flip.tick))}
        >
          {minimalChangeWords(smallest, event, run)}
          <span class="flip-whose">{decidersWords(smallest, run)}</span>
          <span class="flip-go">{t(busy ? 'why.branching' : 'why.branch')}</span>
        </button>
      ) : (
        <p>{t('why.nothing', { count: flip.inputs })}</p>
      )}
      {indirect ? (
        <button
          type="button"
          class="flip-branch other"
          disabled={busy}
          onClick={() => void go(planOfChange(indirect, flip.tick))}
        >
          {indirectWords(indirect, run)}
          <span class="flip-whose">{decidersWords(indirect, run)}</span>
        </button>
      ) : null}
      {otherwise ? (
        <button
          type="button"
          class="flip-branch other"
          disabled={busy}
          onClick={() => void go(planOfOther(otherwise, flip.tick))}
        >
          {t(otherwise.averts ? 'why.force' : 'why.force-in-vain', otherWords(otherwise.intervention, run))}
        </button>
      ) : null}
      {fault.value ? (
        <p class="fault" role="alert">
          {fault.value}
        </p>
      ) : null}
    </>
  );
}
