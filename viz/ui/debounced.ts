import { useEffect, useRef, useState } from 'preact/hooks';

/** What a list waits, ms: while time is dragged about, until it rests; while it runs, from one look to the next. */
const WAITS = { rest: 90, look: 120 };

/**
 * The value a frame later, while it runs not oftener than it can be read, while it is dragged only where it rests, and while
 * what shows it is held not at all: a list to be read is no part of what must keep up with the hand.
 */
export function useDebounced(value: number, dragged: boolean, held = false): number {
  const [settled, settle] = useState(value);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (held || value === settled) return;
    const wait = dragged ? WAITS.rest : last.current + WAITS.look - performance.now();
    const timer = setTimeout(() => {
      last.current = performance.now();
      settle(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, settled, dragged, held]);
  return settled;
}
