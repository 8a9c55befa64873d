import type { Signal } from '@preact/signals';

/** A press that goes further than this is a drag, px. */
const STILL = 5;

/**
 * Chooses what is pressed and let go of in the same place. The pictures below may take the pointer for their own ends, and then
 * no click arrives here; so it is the letting go that counts.
 */
export const choosing =
  (chosen: Signal<number | string | undefined>, what: number | string) =>
  ({ clientX, clientY, button, pointerId }: PointerEvent): void => {
    if (button !== 0) return;
    const listening = new AbortController();
    const { signal } = listening;
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return;
      listening.abort();
      const far = Math.abs(event.clientX - clientX) > STILL || Math.abs(event.clientY - clientY) > STILL;
      if (event.type === 'pointerup' && !far) chosen.value = what;
    };
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
  };
