import { useComputed } from '@preact/signals';
import { useSelection } from './selection.ts';

/**
 * Whether an actor is pointed at, and what points at it in every view at once. A view that asks so is drawn anew only when
 * the answer changes, not whenever any other actor is pointed at: of hundreds of lines two are.
 */
export function usePointed(actor: number) {
  const { pointed } = useSelection();
  const isPointed = useComputed(() => pointed.value === actor);
  return {
    isPointed: isPointed.value,
    pointing: {
      onPointerEnter: () => {
        pointed.value = actor;
      },
      onPointerLeave: () => {
        pointed.value = undefined;
      },
    },
  };
}
