import { useEffect, useLayoutEffect } from 'preact/hooks';

/** Below this, letters are too small for the back row; what then does not fit is cut off by the page's end. */
const SMALLEST = 0.55;
const STEP = 0.05;

function fit(): void {
  const { style } = document.documentElement;
  for (let scale = 1; scale >= SMALLEST; scale -= STEP) {
    style.setProperty('--fit', String(scale));
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth <= innerWidth && scrollHeight <= innerHeight) return;
  }
}

/** Makes all letters a little smaller where a screen says more than the wall holds: nobody can scroll a wall. */
export function useFit(shown: unknown): void {
  useLayoutEffect(fit, [shown]);
  useEffect(() => {
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, []);
}
