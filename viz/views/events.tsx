import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Event } from '../../sim/event.ts';
import { useApp } from '../app/state.ts';
import { lookOf } from '../story/kinds.ts';
import { firstAt } from '../story/moment.ts';
import { type Part, sentence } from '../story/sentences.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { GlyphIcon } from './glyphs.tsx';
import { memo } from './memo.tsx';
import { Reasons } from './reasons.tsx';
import { hueClass } from './weave.tsx';

/** Lines kept before and after now: a list of a hundred thousand would serve nobody. */
const AROUND = 20;

export function Events({ story }: { story: Story }) {
  const { tick, dragging, everything, panel } = useApp();
  const events = everything.value ? story.events : story.news;
  const at = useSettled(tick.value, dragging.value);
  const first = firstAt(events, at);
  const next = firstAt(events, at + 1);
  const from = Math.max(0, first - AROUND);
  const shown = panel.value;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // In the frame that draws the lines anyway: asking for their places sooner would lay out the page twice.
    const frame = requestAnimationFrame(() => {
      const box = list.current;
      const target = box?.querySelector<HTMLElement>('[data-now]') ?? box?.querySelector<HTMLElement>('[data-ahead]');
      if (box) box.scrollTop = target ? target.offsetTop - box.clientHeight * 0.3 : box.scrollHeight;
    });
    return () => cancelAnimationFrame(frame);
  }, [story, first, next, shown]);
  if (events.length === 0) return <p class="none">Nothing worth telling happens in this run.</p>;
  return (
    <ol class="events" ref={list}>
      {events.slice(from, next + AROUND).map((event, k) => (
        <Line
          key={from + k}
          story={story}
          event={event}
          dated={k === 0 || events[from + k - 1]!.tick !== event.tick}
          when={from + k < first ? 'past' : from + k < next ? 'now' : 'ahead'}
        />
      ))}
    </ol>
  );
}

/** The value, but while it is being dragged about only where it rests: the list is no part of what must keep up. */
function useSettled(value: number, moving: boolean): number {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => settle(value), 90);
    return () => clearTimeout(timer);
  }, [value, moving]);
  if (!moving && settled !== value) settle(value);
  return moving ? settled : value;
}

interface LineOf {
  story: Story;
  event: Event;
  dated: boolean;
  when: 'past' | 'now' | 'ahead';
}

const Line = memo(({ story, event, dated, when }: LineOf) => {
  const { step, tick } = useApp();
  const open = useSignal(false);
  const look = lookOf(event);
  const explained = event.because.length > 0 || event.chance !== undefined;
  return (
    <li
      class={`event ${when}`}
      data-now={when === 'now' ? '' : undefined}
      data-ahead={when === 'ahead' ? '' : undefined}
    >
      <div class="event-row">
        <button
          type="button"
          class="event-jump"
          aria-current={when === 'now' ? 'time' : undefined}
          onClick={() => step(event.tick - tick.peek())}
        >
          <span class="event-date">{dated ? dateLabel(story.clock, event.tick) : ''}</span>
          <GlyphIcon glyph={look.glyph} />
          <span class="event-text">
            <Sentence parts={sentence(event, story)} story={story} />
          </span>
        </button>
        {explained ? <Why open={open} /> : null}
      </div>
      {open.value ? <Reasons event={event} story={story} /> : null}
    </li>
  );
});

function Why({ open }: { open: Signal<boolean> }) {
  const flip = (): void => {
    open.value = !open.value;
  };
  return (
    <button type="button" class="event-why" aria-expanded={open.value} onClick={flip}>
      Why?
    </button>
  );
}

/** Actors stand out, and a treaty bears the letter it has in the pictures. */
function Sentence({ parts, story }: { parts: readonly Part[]; story: Story }) {
  return (
    <>
      {parts.map((part, k) => {
        if (part.actor) return <b key={k}>{part.text}</b>;
        const alliance = part.alliance ? story.alliances.findIndex(({ id }) => id === part.alliance) : -1;
        if (alliance < 0) return part.text;
        return (
          <span key={k}>
            {part.text}&nbsp;
            <span class={`seal ${hueClass(story, alliance)}`} aria-hidden="true">
              {story.alliances[alliance]!.letter}
            </span>
          </span>
        );
      })}
    </>
  );
}
