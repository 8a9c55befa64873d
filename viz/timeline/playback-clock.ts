/** A longer gap between two frames is a page that was not looked at: what it missed is not made up for. */
const GAP = 1000; // ms

/**
 * Counts beats by the clock: told the time, in ms, as often as its owner comes to draw, it says how many beats fell due since it
 * was last told. Late frames get several at once, and what is left of a beat is kept, so that the rhythm never drifts.
 * @param rate beats a second, above 0.
 * @param begun the time at which it is set going.
 */
export function playbackClock(rate: number, begun: number): (now: number) => number {
  let last = begun;
  let waited = 0; // ms
  const beat = 1000 / rate;
  return (now) => {
    waited += Math.max(0, Math.min(GAP, now - last));
    last = now;
    const due = Math.floor(waited / beat);
    waited -= due * beat;
    return due;
  };
}

/** Ticks a second at a speed: at speed 1 a run lasts about forty seconds, but nothing races past or crawls. */
export const ticksASecond = (ticks: number, speed: number): number => Math.max(1, Math.min(8, ticks / 40)) * speed;
