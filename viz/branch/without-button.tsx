import './without.css';
import { useSignal } from '@preact/signals';
import type { Event } from '../../sim/world/event.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useBranches } from '../store/branches.ts';
import { usePlayback } from '../store/playback.ts';
import { useNames } from '../store/use-names.ts';
import { planWithout, withoutWords } from './without-plan.ts';

/** What if this had not happened: the branch without it, beside the original. Nothing where no single change takes it away. */
export function WithoutButton({ run, event }: { run: RunView; event: Event }) {
  const branches = useBranches();
  const { step, tick } = usePlayback();
  const fault = useSignal('');
  const nouns = useNames('shocks', run.scenario.id);
  const plan = planWithout(run, event);
  if (!plan || !nouns) return null;
  const busy = branches.busy.value !== undefined;
  const go = async (): Promise<void> => {
    fault.value = (await branches.create(plan)) ?? '';
    if (fault.value || !branches.pair.peek()) return;
    if (!branches.paired.peek()) branches.togglePaired();
    step(event.tick - tick.peek());
  };
  return (
    <div class="without">
      <button type="button" class="without-event" disabled={busy} onClick={() => void go()}>
        {withoutWords(run, event, nouns)}
      </button>
      {fault.value ? (
        <p class="fault" role="alert">
          {fault.value}
        </p>
      ) : null}
    </div>
  );
}
