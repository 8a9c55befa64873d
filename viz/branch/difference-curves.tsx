import { area, line } from 'd3-shape';
import { useMemo } from 'preact/hooks';
import { FigureName } from '../glossary/figure-name.tsx';
import { t } from '../i18n/index.ts';
import { metricName } from '../run-view/figure-names.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { threeFigures } from '../run-view/words.ts';
import type { Comparison } from '../store/branches.ts';
import { usePlayback } from '../store/playback.ts';
import { signed } from './differences.tsx';
import { type DifferenceCurve, differenceCurves } from './run-differences.ts';

/** The measures that differ as small multiples on one clock: branch − original, each on its own scale. */
export function DifferenceCurves({ pair }: { pair: Comparison }) {
  const { original, branch, first } = pair;
  const curves = useMemo(() => differenceCurves(original.run.replay.series, branch.run.replay.series), [pair]);
  if (curves.length === 0) return null;
  return (
    <section class="deltas" aria-label={t('compare.curves')}>
      <h2>{t('compare.curves')}</h2>
      <p class="remark">{t('compare.curvesSay')}</p>
      <div class="deltas-grid">
        {curves.map((curve) => (
          <Delta key={curve.name} curve={curve} run={branch.run} first={first} />
        ))}
      </div>
    </section>
  );
}

/** Of a picture that is stretched to its room. */
const WIDTH = 200;
const HALF = 26;

function Delta({ curve, run, first }: { curve: DifferenceCurve; run: RunView; first: number }) {
  const { tick, step } = usePlayback();
  const name = metricName(curve.name);
  const paths = useMemo(() => pathsOf(curve, run.ticks), [curve, run.ticks]);
  const at = tick.value;
  const now = valueAt(curve, at);
  const share = (place: number): string => `${(100 * (place + 0.5)) / run.ticks}%`;
  const go = (event: PointerEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * run.ticks);
    step(Math.max(0, Math.min(run.ticks - 1, place)) - tick.peek());
  };
  return (
    <figure class="delta" data-measure={curve.name}>
      <figcaption>
        <FigureName of={curve.name} /> <b>{signed(now)}</b>
      </figcaption>
      <div class="delta-room" role="presentation" onPointerDown={go}>
        <svg
          viewBox={`0 0 ${WIDTH} ${2 * HALF}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('compare.curve', {
            name,
            now: signed(now),
            date: dateLabel(run.clock, at),
            most: threeFigures(curve.most),
          })}
        >
          <path class="more" d={paths.more} />
          <path class="less" d={paths.less} />
          <path class="zero" d={`M0 ${HALF}H${WIDTH}`} />
          <path class="delta-line" d={paths.line} />
        </svg>
        <div class="delta-part" style={{ left: share(first - 0.5) }} />
        <div class="delta-now" style={{ left: share(at) }} />
      </div>
      <span class="delta-most" aria-hidden="true">
        {t('compare.most', { most: threeFigures(curve.most) })}
      </span>
    </figure>
  );
}

/** What the curve says at the end of a tick. */
function valueAt({ ticks, values }: DifferenceCurve, tick: number): number {
  const stride = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return values[Math.min(values.length - 1, Math.floor((tick + 1) / stride))] ?? Number.NaN;
}

function pathsOf({ ticks, values, most }: DifferenceCurve, length: number) {
  const places = ticks.map((_, s) => s);
  const x = (s: number): number => (WIDTH * (ticks[s]! - 0.5)) / length;
  const y = (value: number): number => HALF - (value / most) * (HALF - 3);
  const isThere = (s: number): boolean => Number.isFinite(values[s]);
  const side = (cut: (value: number) => number): string =>
    area<number>()
      .defined(isThere)
      .x(x)
      .y0(HALF)
      .y1((s) => y(cut(values[s]!)))(places) ?? '';
  return {
    more: side((value) => Math.max(0, value)),
    less: side((value) => Math.min(0, value)),
    line:
      line<number>()
        .defined(isThere)
        .x(x)
        .y((s) => y(values[s]!))(places) ?? '',
  };
}
