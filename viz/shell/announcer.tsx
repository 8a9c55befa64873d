import { useEffect, useState } from 'preact/hooks';
import { loadPhases } from '../phases/phases-pane.tsx';
import { crisisHeadline, type EventEntry, entriesOf } from '../run-view/crises.ts';
import { eventsAt } from '../run-view/moment.ts';
import { type PhrasePart, textOf } from '../run-view/phrase.ts';
import { readoutText } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { usePhases } from '../store/phases.ts';
import { usePlayback } from '../store/playback.ts';
import { useLazy } from '../ui/lazy.ts';

const entryWords = ({ events, crisis }: EventEntry, run: RunView): PhrasePart[] =>
  crisis ? crisisHeadline(crisis, run) : sentence(events[0]!, run);

/** Says aloud what a step shows; silent while the run plays or is dragged, when it would only pile up words. */
export function Announcer({ run }: { run: RunView }) {
  const { tick, playing, dragging } = usePlayback();
  const phases = usePhases();
  const [said, say] = useState('');
  const at = tick.value;
  const step = phases.step.value;
  const order = phases.open.value?.phases.order;
  const words = useLazy(loadPhases, step !== undefined);
  const quiet = playing.value || dragging.value;
  useEffect(() => {
    if (quiet) return say('');
    const timer = setTimeout(() => {
      if (step && order) {
        const spoken = words && 'came' in words ? words.came.spokenPhase(run, step, order) : '';
        return say(`${dateLabel(run.clock, at)}. ${spoken}`);
      }
      const news = entriesOf(eventsAt(run.news, at)).slice(0, 3);
      const said = run.timeless ? [] : [dateLabel(run.clock, at), readoutText(run.chart, at)];
      say(
        [...said, ...news.map((entry) => textOf(entryWords(entry, run)))]
          .filter(Boolean)
          .join('. ')
          .replaceAll('.. ', '. '),
      );
    }, 250);
    return () => clearTimeout(timer);
  }, [run, at, quiet, step, order, words]);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}
