import { useEffect, useState } from 'preact/hooks';
import { loadPhases } from '../phases/phases-pane.tsx';
import { eventsAt } from '../run-view/moment.ts';
import { textOf } from '../run-view/phrase.ts';
import { readoutText } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { useApp } from '../store/state.ts';
import { useLazy } from '../ui/lazy.ts';

/** Says aloud what a step shows; silent while the run plays or is dragged, when it would only pile up words. */
export function Announcer({ run }: { run: RunView }) {
  const { tick, playing, dragging, inside } = useApp();
  const [said, say] = useState('');
  const at = tick.value;
  const step = inside.step.value;
  const order = inside.open.value?.phases.order;
  const phases = useLazy(loadPhases, step !== undefined);
  const quiet = playing.value || dragging.value;
  useEffect(() => {
    if (quiet) return say('');
    const timer = setTimeout(() => {
      if (step && order) {
        const inside = phases && 'came' in phases ? phases.came.spokenPhase(run, step, order) : '';
        return say(`${dateLabel(run.clock, at)}. ${inside}`);
      }
      const news = eventsAt(run.news, at).slice(0, 3);
      const said = run.timeless ? [] : [dateLabel(run.clock, at), readoutText(run.chart, at)];
      say(
        [...said, ...news.map((event) => textOf(sentence(event, run)))]
          .filter(Boolean)
          .join('. ')
          .replaceAll('.. ', '. '),
      );
    }, 250);
    return () => clearTimeout(timer);
  }, [run, at, quiet, step, order, phases]);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}
