import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Of an element or a picture, px. */
export interface Size {
  width: number;
  height: number;
}

/** The room an element has, kept up to date. */
export function useRoom<E extends Element>(): { ref: { current: E | null }; size: Size } {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  // Measured at once, so that the first picture is whole, and on any later change.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}

/** Ticks across a strip: each has its own slot between the gutters, and stands in the middle of it. */
export interface Axis {
  left: number;
  right: number;
  /** Width of one tick. */
  slot: number;
  /** Where a tick begins. */
  edge(tick: number): number;
  middle(tick: number): number;
  /** The tick at a place. */
  tickAt(x: number): number;
}

export function axisOf(width: number, ticks: number, left: number, rightGutter = left): Axis {
  const right = Math.max(left + 1, width - rightGutter);
  const slot = (right - left) / ticks;
  const edge = (tick: number): number => left + tick * slot;
  return {
    left,
    right,
    slot,
    edge,
    middle: (tick) => edge(tick + 0.5),
    tickAt: (x) => Math.max(0, Math.min(ticks - 1, Math.floor((x - left) / slot))),
  };
}

export const useAxis = (width: number, ticks: number, gutter: number): Axis =>
  useMemo(() => axisOf(width, ticks, gutter), [width, ticks, gutter]);

/** Wide enough for names on both sides of a time axis. */
export const GUTTER = 150;

export const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
