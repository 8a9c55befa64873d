import './details.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { ActorPanel } from './actor-panel.tsx';
import { AlliancePanel } from './alliance-panel.tsx';
import { allianceCalled } from './promises.ts';

/** Beside the pictures where there is room, a sheet over everything where there is not. */
export function Details({ run }: { run: RunView }) {
  const { tick } = usePlayback();
  const { chosen } = useSelection();
  const what = chosen.value;
  const alliance = typeof what === 'string' ? allianceCalled(run, what, tick.value) : undefined;
  const actor = typeof what === 'number' && run.actors[what] ? what : undefined;
  const gone = !alliance && actor === undefined;
  useEffect(() => {
    // A branch need not have what its original had.
    if (gone) chosen.value = undefined;
  }, [gone]);
  if (gone) return null;
  return (
    <Sheet about={String(what)}>
      {alliance ? <AlliancePanel run={run} alliance={alliance} /> : null}
      {actor === undefined ? null : <ActorPanel run={run} actor={actor} />}
    </Sheet>
  );
}

const NARROW = '(max-width: 899px)';

/** Takes the focus when it opens or turns to something else, and gives it back when it closes; Escape closes it. */
function Sheet({ about, children }: { about: string; children: ComponentChildren }) {
  const { chosen } = useSelection();
  const box = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(document.activeElement);
  const narrow = useRef(matchMedia(NARROW).matches).current;
  const close = (): void => {
    chosen.value = undefined;
  };
  useLayoutEffect(() => {
    if (box.current instanceof HTMLDialogElement) box.current.showModal();
    return () => {
      const origin = before.current;
      if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => {
    box.current?.scrollTo(0, 0);
    box.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, [about]);
  // In the same breath as it shows: an effect waits for the next frame, and a key pressed until then would be lost.
  useLayoutEffect(() => {
    const listen = ({ key, defaultPrevented }: KeyboardEvent): void => {
      if (key === 'Escape' && !defaultPrevented && !document.querySelector('dialog[open]')) close();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const inside = (
    <>
      <button type="button" class="round details-close" aria-label={t('actor.close')} onClick={close}>
        ×
      </button>
      {children}
    </>
  );
  if (narrow)
    return (
      <dialog class="details" ref={box as never} aria-labelledby="details-title" onClose={close}>
        {inside}
      </dialog>
    );
  return (
    // It scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <aside class="details" ref={box} aria-labelledby="details-title" tabIndex={0}>
      {inside}
    </aside>
  );
}
