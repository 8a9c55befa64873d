import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import { eventsAt } from '../story/moment.ts';
import { textOf } from '../story/parts.ts';
import { readOut } from '../story/readout.ts';
import { sentence } from '../story/sentences.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { loadPhases } from './inside.tsx';
import { useLater } from './later.ts';

/** Says aloud what a step shows; silent while the run plays or is dragged, when it would only pile up words. */
export function Announcer({ story }: { story: Story }) {
  const { tick, playing, dragging, inside } = useApp();
  const [said, say] = useState('');
  const at = tick.value;
  const step = inside.step.value;
  const order = inside.open.value?.phases.order;
  const phases = useLater(loadPhases, step !== undefined);
  const quiet = playing.value || dragging.value;
  useEffect(() => {
    if (quiet) return say('');
    const timer = setTimeout(() => {
      if (step && order) {
        const inside = phases && 'came' in phases ? phases.came.spokenPhase(story, step, order) : '';
        return say(`${dateLabel(story.clock, at)}. ${inside}`);
      }
      const news = eventsAt(story.news, at).slice(0, 3);
      const said = story.timeless ? [] : [dateLabel(story.clock, at), readOut(story.chart, at)];
      say(
        [...said, ...news.map((event) => textOf(sentence(event, story)))]
          .filter(Boolean)
          .join('. ')
          .replaceAll('.. ', '. '),
      );
    }, 250);
    return () => clearTimeout(timer);
  }, [story, at, quiet, step, order, phases]);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}
