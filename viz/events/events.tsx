import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Event } from '../../sim/world/event.ts';
import { AttributionButton } from '../attribution/attribution-link.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { RecordedSign } from '../record/event-mark.tsx';
import { eventLookOf } from '../run-view/event-looks.ts';
import { firstAt } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { useDebounced } from '../ui/debounced.ts';
import { GlyphIcon } from '../ui/glyphs.tsx';
import { LazyPart } from '../ui/lazy-part.tsx';
import { memo } from '../ui/memo.tsx';
import { explainingEventOf } from '../why/explaining-event.ts';

const loadReasons = async () => ({ View: (await import('../why/reasons.tsx')).Reasons });

/** Lines kept before and after now: a list of a hundred thousand would serve nobody. */
const AROUND = 20;

export function Events({ run }: { run: RunView }) {
  const { tick, dragging } = usePlayback();
  const { everything, panel } = usePanels();
  const events = everything.value ? run.events : run.news;
  const list = useRef<HTMLOListElement>(null);
  const held = useHeld(list);
  const at = useDebounced(tick.value, dragging.value, held);
  const first = firstAt(events, at);
  const next = firstAt(events, at + 1);
  const from = Math.max(0, first - AROUND);
  useNowInView(list, held, [events, first, next, panel.value === 'events']);
  if (events.length === 0) return <p class="none">{t('event.nothing')}</p>;
  return (
    <ol class="events" ref={list}>
      {events.slice(from, next + AROUND).map((event, k) => (
        <Line
          key={event}
          run={run}
          event={event}
          dated={k === 0 || events[from + k - 1]!.tick !== event.tick}
          when={from + k < first ? 'past' : from + k < next ? 'now' : 'ahead'}
        />
      ))}
    </ol>
  );
}

/** Scrolls to now when what the list is about changes, but not under a pressed pointer: that is made up for afterwards. */
function useNowInView(list: RefObject<HTMLOListElement | null>, held: boolean, about: unknown[]): void {
  const wanted = useMemo(() => ({}), about);
  const done = useRef<object>(null);
  useLayoutEffect(() => {
    if (held || done.current === wanted) return;
    // In the frame that draws the lines: sooner would lay out the page twice, later would show them out of place.
    const frame = requestAnimationFrame(() => {
      done.current = wanted;
      const box = list.current;
      const target = box?.querySelector<HTMLElement>('[data-now]') ?? box?.querySelector<HTMLElement>('[data-ahead]');
      if (box) box.scrollTop = target ? target.offsetTop - box.clientHeight * 0.3 : box.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, held]);
}

/** A finger's click comes after its lifting. */
const LIFTING = 100; // ms

/** Whether a pointer is down on a line: a list that moved then would let it go on another line, and the click would be lost. */
function useHeld(list: RefObject<HTMLElement | null>): boolean {
  const [held, hold] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = (ms: number) => (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => hold(false), ms);
    };
    const press = ({ target, button }: PointerEvent): void => {
      clearTimeout(timer);
      // The list itself is what the scroll bar answers for, and not every browser tells when that is let go.
      hold(button === 0 && target !== list.current && !!list.current?.contains(target as Node));
    };
    const letGo = after(LIFTING);
    // Where a finger begins to scroll its pointer is cancelled, though it stays down.
    const cancel = ({ pointerType }: PointerEvent): void => (pointerType === 'touch' ? undefined : letGo());
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('pointerdown', press, { signal });
    document.addEventListener('pointercancel', cancel, { signal });
    for (const ending of ['pointerup', 'touchend', 'touchcancel', 'dragend', 'contextmenu'])
      document.addEventListener(ending, letGo, { signal });
    document.addEventListener('click', after(0), { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, []);
  return held;
}

interface LineOf {
  run: RunView;
  event: Event;
  dated: boolean;
  when: 'past' | 'now' | 'ahead';
}

const Line = memo(({ run, event, dated, when }: LineOf) => {
  const { step, tick } = usePlayback();
  const open = useSignal(false);
  const look = eventLookOf(event);
  const decision = explainingEventOf(run, event);
  const date = dateLabel(run.clock, event.tick);
  return (
    <li
      class={`event ${when}`}
      data-now={when === 'now' ? '' : undefined}
      data-ahead={when === 'ahead' ? '' : undefined}
    >
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
          <GlyphIcon glyph={look.glyph} />
        </button>
        <span class="event-text">
          <Sentence parts={sentence(event, run)} run={run} />
          <RecordedSign event={event} run={run} />
        </span>
        <span class="event-asks">
          {decision ? <Why open={open} /> : null}
          <AttributionButton event={event} run={run} />
        </span>
      </div>
      {open.value && decision ? <LazyPart load={loadReasons} of={{ event, decision, run }} /> : null}
    </li>
  );
});

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
