import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { GlossaryTerm as Id } from '../i18n/glossary.ts';
import { t } from '../i18n/index.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { placeTip } from '../ui/place-tip.ts';
import { useGlossary } from './use-glossary.ts';

interface Explained {
  of: Id;
  /** What it is called where its content is no word. */
  label?: string;
  children: ComponentChildren;
}

/** A word that says what it means: while it is pointed at or has the focus, and, for fingers, when it is pressed. */
export function TermButton({ of, label, children }: Explained) {
  const [open, show] = useState(false);
  const word = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const name = useId();
  const appear = (): void => {
    clearTimeout(leaving.current);
    if (!word.current || !tip.current || open) return;
    // In the top layer, for no box that the word stands in may cut it off.
    tip.current.showPopover?.();
    placeTip(tip.current, word.current);
    show(true);
  };
  const vanish = (): void => {
    clearTimeout(leaving.current);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
    show(false);
  };
  // Time to move from the word to what is said of it.
  const leave = (): void => {
    leaving.current = setTimeout(vanish, 160);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the word inside is the control; this only knows when both were left.
    <span
      class="term-place"
      onPointerEnter={appear}
      onPointerLeave={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        vanish();
      }}
      onFocusOut={leave}
      onFocusIn={appear}
    >
      <button
        type="button"
        class="term"
        ref={word}
        aria-label={label}
        aria-describedby={open ? name : undefined}
        onClick={appear}
      >
        {children}
      </button>
      <div class="tip" id={name} ref={tip} popover="manual" role="tooltip">
        {open ? (
          <Meaning of={of} close={vanish} room={() => tip.current && placeTip(tip.current, word.current!)} />
        ) : null}
      </div>
    </span>
  );
}

function Meaning({ of, close, room }: { of: Id; close(): void; room(): void }) {
  const { playing } = usePlayback();
  const { screen, term } = usePanels();
  const glossary = useGlossary(true);
  const read = (): void => {
    close();
    playing.value = false;
    term.value = of;
    screen.value = 'glossary';
  };
  if (!glossary) return <p>{t(glossary === null ? 'terms.failed' : 'terms.coming')}</p>;
  const { name, says, source } = glossary.find(({ id }) => id === of)!;
  // Its height is known now.
  queueMicrotask(room);
  return (
    <>
      <p>
        <b>{name}.</b> {says}
      </p>
      {source ? <p class="tip-source">{t('terms.after', { source })}</p> : null}
      <button type="button" class="tip-more" onClick={read}>
        {t('terms.more')}
      </button>
    </>
  );
}
