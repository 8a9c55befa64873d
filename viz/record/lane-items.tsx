import './lane-items.css';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordedHistory } from '../../sim/results/recorded-history.ts';
import type { Fact } from '../../sim/schema/history.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { type Glyph, GlyphIcon } from '../ui/glyphs.tsx';
import type { Axis } from '../ui/measure.ts';
import { placeTip } from '../ui/place-tip.ts';
import type { LaneForm } from './lane-height.ts';
import { itemAt, type LaneItem, laneItems } from './lane-layout.ts';
import { spellName, spoken, type Told, toldOf } from './words.ts';

interface Lane {
  run: RunView;
  record: RecordedHistory;
  axis: Axis;
  form: LaneForm;
}

/** Bars so high have room for a name. */
const NAMED = 10;

/**
 * Everything in the lane, as one list that is pointed into or walked by the arrows; what is meant at the moment is told in a tip,
 * and a click goes there.
 */
export function LaneItems({ run, record, axis, form }: Lane) {
  const { step, tick } = usePlayback();
  const items = useMemo(
    () => laneItems(record, run.ticks, axis, form).map((item) => ({ item, told: toldOf(run, item) })),
    [record, run, axis, form],
  );
  const [at, mean] = useState(-1);
  const box = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const id = useId();
  const meant = items[at];
  useLayoutEffect(() => {
    const option = box.current?.children[at];
    if (!tip.current) return;
    if (!option) {
      if (tip.current.matches(':popover-open')) tip.current.hidePopover();
      return;
    }
    // In the top layer, for no box that the lane stands in may cut it off.
    if (!tip.current.matches(':popover-open')) tip.current.showPopover?.();
    placeTip(tip.current, option);
  }, [at, items]);
  const go = (k: number): void => {
    const one = items[k];
    if (one) step(one.item.at - tick.peek());
  };
  const pointed = (event: PointerEvent): number => {
    const { left, top } = box.current!.getBoundingClientRect();
    return itemAt(
      items.map(({ item }) => item),
      event.clientX - left,
      event.clientY - top,
    );
  };
  const walk = (event: KeyboardEvent): void => {
    const to = walked(event.key, at, items.length - 1);
    if (to !== undefined) mean(to);
    else if (event.key === 'Enter' || event.key === ' ') go(at);
    else if (event.key === 'Escape' && at >= 0) mean(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        class={at < 0 ? 'record-items' : 'record-items meaning'}
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-label={t('record.lane')}
        aria-orientation="horizontal"
        aria-activedescendant={meant ? `${id}-${at}` : undefined}
        onKeyDown={walk}
        onFocus={() => {
          // Where the run stands now; what a finger or a pointer means it says itself.
          if (at < 0 && box.current?.matches(':focus-visible')) mean(nextFrom(items, tick.peek()));
        }}
        onBlur={() => mean(-1)}
        onPointerMove={(event) => mean(pointed(event))}
        onPointerLeave={({ pointerType }) => {
          if (pointerType === 'mouse') mean(-1);
        }}
        onClick={(event) => {
          const k = pointed(event as unknown as PointerEvent);
          mean(k);
          go(k);
        }}
      >
        {items.map(({ item, told }, k) => (
          <Item key={k} id={`${id}-${k}`} run={run} item={item} told={told} meant={k === at} />
        ))}
      </div>
      <div class="tip record-tip" ref={tip} popover="manual">
        {meant ? <Telling told={meant.told} /> : null}
      </div>
    </>
  );
}

const nextFrom = (items: readonly { item: LaneItem }[], tick: number): number => {
  const next = items.findIndex(({ item }) => item.at >= tick);
  return next < 0 ? items.length - 1 : next;
};

/** Where a key leads from an item; undefined for a key that leads nowhere. */
function walked(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

const GLYPHS: Readonly<Record<Fact['kind'], Glyph>> = {
  war: 'war',
  left: 'leaves',
  member: 'joins',
  allied: 'forms',
  metric: 'note',
};
/** Of several that fall together the first of these stands for all. */
const RANK: readonly Fact['kind'][] = ['war', 'left', 'metric'];

interface Shown {
  id: string;
  run: RunView;
  item: LaneItem;
  told: readonly Told[];
  meant: boolean;
}

function Item({ id, run, item, told, meant }: Shown) {
  const { left, top, width, height, spell, marks } = item;
  const kinds = ['record-item', spell ? 'record-bar' : 'record-mark', ...(spell?.open ? ['open'] : [])];
  return (
    <div
      id={id}
      class={[...kinds, ...(meant ? ['meant'] : [])].join(' ')}
      role="option"
      tabIndex={-1}
      data-count={marks.length > 1 ? marks.length : undefined}
      aria-selected={meant}
      aria-label={spoken(told)}
      style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
    >
      {spell && height >= NAMED ? <span>{spellName(run, spell)}</span> : null}
      {spell ? null : (
        <GlyphIcon glyph={GLYPHS[RANK.find((kind) => marks.some(({ fact }) => fact.kind === kind)) ?? 'metric']} />
      )}
    </div>
  );
}

/** More than these at one place are counted. */
const MOST = 5;

function Telling({ told }: { told: readonly Told[] }) {
  return (
    <>
      {told.slice(0, MOST).map(({ name, years, who, statement, source }) => (
        <div key={`${name} ${years} ${statement}`} class="record-told">
          <p>
            <b>{name}</b> {years}
          </p>
          {who ? <p>{who}</p> : null}
          {statement ? <p>{statement}</p> : null}
          {source ? (
            <p class="tip-source" lang="en">
              {t('odds.source', { source })}
            </p>
          ) : null}
        </div>
      ))}
      {told.length > MOST ? <p>{t('event.more-chips', { count: told.length - MOST })}</p> : null}
    </>
  );
}
