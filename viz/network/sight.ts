import { useLayoutEffect, useState } from 'preact/hooks';
import type { Box } from './labels.ts';

/** What of the ground cannot be seen, or lies under buttons, in its own pixels. */
export interface Sight {
  /** Height of the strip at its upper edge for which the stage has no room. */
  hidden: number;
  /** What the stage's own buttons take, down from the upper edge. */
  tools: Box;
}

export const CLEAR: Sight = { hidden: 0, tools: { x: 0, y: 0, width: 0, height: 0 } };

/** Room between the buttons and what stands beside them. */
const GAP = 6;

type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** @param stage what shows the ground, or as much of it as there is room for. */
export function sightOf(ground: Edges, stage: Edges, tools: Edges): Sight {
  const width = tools.right + GAP - ground.left;
  const height = tools.bottom + GAP - ground.top;
  return {
    hidden: Math.max(0, Math.round(stage.top - ground.top)),
    tools:
      width > GAP && height > GAP ? { x: 0, y: 0, width: Math.ceil(width), height: Math.ceil(height) } : CLEAR.tools,
  };
}

/** An element of the page, once it is there. */
export interface ElementRef {
  readonly current: HTMLElement | null;
}

/** Kept up to date: the buttons are as wide as the language and its letters make them. */
export function useSight(ground: ElementRef, tools: ElementRef): Sight {
  const [sight, setSight] = useState(CLEAR);
  useLayoutEffect(() => {
    const stage = ground.current?.parentElement;
    const last = tools.current;
    if (!ground.current || !stage || !last) return;
    const measure = (): void => {
      if (!ground.current || !last.lastElementChild) return;
      const box = last.getBoundingClientRect();
      // The row may be wider than what stands in it.
      const right = Math.min(box.right, last.lastElementChild.getBoundingClientRect().right);
      const { left, top, bottom } = box;
      const now = sightOf(ground.current.getBoundingClientRect(), stage.getBoundingClientRect(), {
        left,
        top,
        right,
        bottom,
      });
      setSight((old) => (JSON.stringify(old) === JSON.stringify(now) ? old : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [ground.current, stage, last, ...last.children]) observer.observe(element);
    return () => observer.disconnect();
  }, [ground, tools]);
  return sight;
}
