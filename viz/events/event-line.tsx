import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Event } from '../../sim/world/event.ts';
import { AttributionButton } from '../attribution/attribution-link.tsx';
import { Without } from '../branch/without.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { RecordedSign } from '../record/event-mark.tsx';
import { eventLookOf } from '../run-view/event-looks.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { usePlayback } from '../store/playback.ts';
import { GlyphIcon } from '../ui/glyphs.tsx';
import { LazyPart } from '../ui/lazy-part.tsx';
import { memo } from '../ui/memo.tsx';
import { explainingEventOf, isGiven } from '../why/explaining-event.ts';
import { DeciderSign } from './decider-sign.tsx';
import { useIsChosen } from './use-is-chosen.ts';

const loadReasons = async () => ({ View: (await import('../why/reasons.tsx')).Reasons });

export type When = 'past' | 'now' | 'ahead';

interface LineOf {
  run: RunView;
  event: Event;
  dated: boolean;
  when: When;
}

export const Line = memo(({ run, event, dated, when }: LineOf) => {
  const { open, isChosen } = useOpening(run, event);
  const decision = explainingEventOf(run, event);
  return (
    <EventItem when={when} isChosen={isChosen}>
      <EventRow run={run} event={event} dated={dated} when={when}>
        <span class="event-text">
          <Sentence parts={sentence(event, run)} run={run} />
          <DeciderSign event={event} run={run} />
          <RecordedSign event={event} run={run} />
        </span>
        <span class="event-asks">
          {decision ? <Why open={open} /> : null}
          <AttributionButton event={event} run={run} />
        </span>
      </EventRow>
      {/* What is given can be taken away wherever it stands; of other events only those of now have room for that. */}
      {when === 'now' || isGiven(event) ? <Without event={event} run={run} /> : null}
      {open.value && decision ? <LazyPart load={loadReasons} of={{ event, decision, run }} /> : null}
    </EventItem>
  );
});

/** An event of a crisis that is open: its date and its sign stand above it. */
export function InnerLine({ run, event }: { run: RunView; event: Event }) {
  const { open, isChosen } = useOpening(run, event);
  const decision = explainingEventOf(run, event);
  return (
    <li class="event inner" data-chosen={isChosen ? '' : undefined}>
      <div class="event-row">
        <GlyphIcon glyph={eventLookOf(event).glyph} />
        <span class="event-text">
          <Sentence parts={sentence(event, run)} run={run} />
          <DeciderSign event={event} run={run} />
          <RecordedSign event={event} run={run} />
        </span>
        <span class="event-asks">{decision ? <Why open={open} /> : null}</span>
      </div>
      {open.value && decision ? <LazyPart load={loadReasons} of={{ event, decision, run }} /> : null}
    </li>
  );
}

/** Whether its reasons are open: they open by themselves where a link means the event. */
function useOpening(run: RunView, event: Event): { open: Signal<boolean>; isChosen: boolean } {
  const open = useSignal(false);
  const isChosen = useIsChosen(run, event);
  useEffect(() => {
    if (isChosen) open.value = true;
  }, [isChosen, open]);
  return { open, isChosen };
}

interface ItemOf {
  when: When;
  isChosen?: boolean;
  children: ComponentChildren;
}

export const EventItem = ({ when, isChosen, children }: ItemOf) => (
  <li
    class={`event ${when}`}
    data-chosen={isChosen ? '' : undefined}
    data-now={when === 'now' ? '' : undefined}
    data-ahead={when === 'ahead' ? '' : undefined}
  >
    {children}
  </li>
);

/** The date and the sign, and what stands beside them. */
export function EventRow({ run, event, dated, when, children }: LineOf & { children: ComponentChildren }) {
  const { step, tick } = usePlayback();
  const date = dateLabel(run.clock, event.tick);
  return (
    <div class="event-row">
      {/* It reaches under the whole line; only the names in it, and why, have a click of their own. */}
      <button
        type="button"
        class="event-jump"
        aria-current={when === 'now' ? 'time' : undefined}
        aria-label={t('event.go', { date })}
        onClick={() => step(event.tick - tick.peek())}
      >
        <span class="event-date">{dated ? date : ''}</span>
        <GlyphIcon glyph={eventLookOf(event).glyph} />
      </button>
      {children}
    </div>
  );
}

function Why({ open }: { open: Signal<boolean> }) {
  const flip = (): void => {
    open.value = !open.value;
  };
  return (
    <button type="button" class="event-why" aria-expanded={open.value} onClick={flip}>
      {t('why.why')}
    </button>
  );
}
