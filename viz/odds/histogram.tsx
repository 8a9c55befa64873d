import type { FigureDistribution } from './survey.ts';

/** Where a value stands along the picture, 0 to 1. */
export function placeIn({ bins }: FigureDistribution, value: number): number {
  const from = bins[0]!.from;
  const to = bins.at(-1)!.to;
  return to > from ? Math.max(0, Math.min(1, (value - from) / (to - from))) : 0.5;
}

const HIGH = 100;

/** Bars of runs, the middle nine tenths and the median below them, and where the run on show lies. Decoration: its button says it. */
export function Histogram({ one, own }: { one: FigureDistribution; own: number | undefined }) {
  const { bins, spread } = one;
  const start = bins[0]!.from;
  const width = bins.at(-1)!.to - start || 1;
  const most = Math.max(...bins.map(({ rows }) => rows.length));
  const at = (value: number): string => `${100 * placeIn(one, value)}%`;
  const here =
    own === undefined ? -1 : bins.findIndex(({ from, to }, k) => own >= from && (own < to || k === bins.length - 1));
  return (
    <span class="histogram" aria-hidden="true">
      <svg viewBox={`0 0 1 ${HIGH}`} preserveAspectRatio="none" role="presentation">
        {bins.map(({ from, to, rows }, k) => {
          const wide = bins.length > 1 ? (to - from) / width : 0.2;
          // A bin of one run is still to be seen beside one of thousands.
          const high = rows.length > 0 ? Math.max(2, (HIGH * rows.length) / most) : 0;
          return (
            <rect
              key={from}
              class={k === here ? 'bar here' : 'bar'}
              x={(bins.length > 1 ? (from - start) / width : 0.4) + wide * 0.06}
              y={HIGH - high}
              width={wide * 0.88}
              height={high}
            />
          );
        })}
      </svg>
      <span class="spread">
        <span class="middle" style={{ left: at(spread.low), right: `${100 - 100 * placeIn(one, spread.high)}%` }} />
        <span class="notch" style={{ left: at(spread.median) }} />
        {own === undefined ? null : (
          <span class="own" style={{ left: at(own) }}>
            ▲
          </span>
        )}
      </span>
    </span>
  );
}
