import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { axisMarks, dateLabel } from '../run-view/time.ts';

/** The stretch of time that all lives of an attribution are drawn on, in ticks. */
export interface Stretch {
  from: number;
  to: number;
}

const shareOf = ({ from, to }: Stretch, tick: number): string =>
  `${(100 * Math.max(0, Math.min(to, tick) - from)) / (to - from)}%`;

interface LifeOf {
  stretch: Stretch;
  /** When the cause happened. */
  at: number;
  /** When the alliance ended, and when it ends without the cause; null where it does not. */
  ended: number;
  ends: number | null;
}

/** How long the alliance lives without it, as a line; the words beside it say the same. */
export const AllianceAxisContext = ({ stretch, at, ended, ends }: LifeOf) => (
  <div class="life" aria-hidden="true">
    <div class="life-line" style={{ width: shareOf(stretch, ends ?? stretch.to) }} />
    {ends !== null && ends > ended ? (
      <div
        class="life-more"
        style={{ left: shareOf(stretch, ended), right: `calc(100% - ${shareOf(stretch, ends)})` }}
      />
    ) : null}
    {ends === null ? <div class="life-more open" style={{ left: shareOf(stretch, ended), right: '0' }} /> : null}
    <div class="life-ended" style={{ left: shareOf(stretch, ended) }} />
    <div class="life-at" style={{ left: shareOf(stretch, at) }} />
  </div>
);

/** Years above the lives, and where it ended. */
export function AllianceAxis({ run, stretch, ended }: { run: RunView; stretch: Stretch; ended: number }) {
  const { clock } = run;
  const years = axisMarks(clock, run.ticks, (4 * run.ticks) / (stretch.to - stretch.from)).filter(
    ({ tick }) => tick >= stretch.from && tick < stretch.to - (stretch.to - stretch.from) / 12,
  );
  return (
    <div class="life-axis" aria-hidden="true">
      {years.map(({ tick, label }) => (
        <span key={tick} style={{ left: shareOf(stretch, tick) }}>
          {label}
        </span>
      ))}
      <i style={{ left: shareOf(stretch, ended) }} title={`${t('attribution.lifeEnds')}: ${dateLabel(clock, ended)}`} />
    </div>
  );
}
