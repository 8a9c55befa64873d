import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Without } from '../branch/without.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { RecordedSign } from '../record/event-mark.tsx';
import { type CrisisView, crisisHeadline } from '../run-view/crises.ts';
import type { RunView } from '../run-view/run-view.ts';
import { memo } from '../ui/memo.tsx';
import { EventItem, EventRow, InnerLine, type When } from './event-line.tsx';
import { useIsChosen } from './use-is-chosen.ts';

interface CardOf {
  run: RunView;
  crisis: CrisisView;
  dated: boolean;
  when: When;
}

/** A crisis as one line that opens: who attacked whom and how it ended; inside, who was called and who came. */
export const CrisisCard = memo(({ run, crisis, dated, when }: CardOf) => {
  const open = useSignal(false);
  const inside = useId();
  const { attack, kept, broken, events } = crisis;
  const isChosen = useIsChosen(run, attack, ...events);
  useEffect(() => {
    if (isChosen) open.value = true;
  }, [isChosen, open]);
  return (
    <EventItem when={when} isChosen={isChosen}>
      <EventRow run={run} event={attack} dated={dated} when={when}>
        <span class="event-text">
          <Sentence parts={crisisHeadline(crisis, run)} run={run} />
          <RecordedSign event={attack} run={run} />
          <button
            type="button"
            class="crisis-open"
            aria-expanded={open.value}
            aria-controls={inside}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {t('event.crisis-calls', { calls: kept + broken, kept, broken })}
          </button>
        </span>
      </EventRow>
      <ul class="crisis-inside" id={inside} hidden={!open.value}>
        {open.value ? events.map((event) => <InnerLine key={event} run={run} event={event} />) : null}
      </ul>
      <Without event={attack} run={run} />
    </EventItem>
  );
});
