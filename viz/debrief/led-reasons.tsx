import type { Event } from '../../sim/world/event.ts';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { explainingEventOf } from '../why/explaining-event.ts';
import { Reasons } from '../why/reasons.tsx';

/** Why an event came about. */
export function LedReasons({ run, event }: { run: RunView; event: Event | undefined }) {
  if (!event)
    return (
      <main class="led">
        <p class="led-says">{t('debrief.noEvent')}</p>
      </main>
    );
  const decision = explainingEventOf(run, event);
  return (
    <main class="led">
      <p class="led-kicker">{dateLabel(run.clock, event.tick)}</p>
      <h2>
        <Sentence parts={sentence(event, run)} run={run} />
      </h2>
      {decision ? (
        <Reasons key={event} event={event} decision={decision} run={run} />
      ) : (
        <p class="led-says">{t('debrief.noReason')}</p>
      )}
    </main>
  );
}
