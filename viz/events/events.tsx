import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { entriesOf } from '../run-view/crises.ts';
import { firstAt } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { useDebounced } from '../ui/debounced.ts';
import { CrisisCard } from './crisis-card.tsx';
import { Line } from './event-line.tsx';

/** Lines kept before and after now: a list of a hundred thousand would serve nobody. */
const AROUND = 20;

export function Events({ run }: { run: RunView }) {
  const { tick, dragging } = usePlayback();
  const { everything, panel, chosenEvent } = usePanels();
  const events = everything.value ? run.events : run.news;
  const entries = useMemo(() => entriesOf(events), [events]);
  const list = useRef<HTMLOListElement>(null);
  const held = useHeld(list);
  const at = useDebounced(tick.value, dragging.value, held);
  const first = firstAt(entries, at);
  const next = firstAt(entries, at + 1);
  const from = Math.max(0, first - AROUND);
  useNowInView(list, held, [entries, first, next, panel.value === 'events', chosenEvent.value]);
  if (entries.length === 0) return <p class="none">{t('event.nothing')}</p>;
  return (
    <ol class="events" ref={list}>
      {entries.slice(from, next + AROUND).map(({ tick: own, events: all, crisis }, k) => {
        const shared = {
          run,
          dated: k === 0 || entries[from + k - 1]!.tick !== own,
          when: from + k < first ? 'past' : from + k < next ? 'now' : 'ahead',
        } as const;
        const event = all[0]!;
        return crisis ? (
          <CrisisCard key={event} {...shared} crisis={crisis} />
        ) : (
          <Line key={event} {...shared} event={event} />
        );
      })}
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
      const target =
        box?.querySelector<HTMLElement>('[data-now][data-chosen]') ??
        box?.querySelector<HTMLElement>('[data-now]') ??
        box?.querySelector<HTMLElement>('[data-ahead]');
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
