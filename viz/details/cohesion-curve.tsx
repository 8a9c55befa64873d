import { line } from 'd3-shape';
import { useEffect, useState } from 'preact/hooks';
import type { CohesionOverTime } from '../../sim/history/cohesion.ts';
import { t } from '../i18n/index.ts';
import { figureText } from '../run-view/curves.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useBranches } from '../store/branches.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';

const [WIDTH, HEIGHT, EDGE] = [352, 64, 4];

interface TrendOf {
  run: RunView;
  alliance: AllianceView;
  founded: number;
}

/** Trust within an alliance over its life, as the engine reads it off the run. */
export function CohesionCurve({ run, alliance, founded }: TrendOf) {
  const { session } = useRun();
  const { tick } = usePlayback();
  const branches = useBranches();
  const [found, find] = useState<CohesionOverTime>();
  const [fault, say] = useState('');
  useEffect(() => {
    let wanted = true;
    const refuse = (error: unknown): void => {
      if (wanted) say(error instanceof Error ? error.message : String(error));
    };
    session.cohesion(alliance.id, founded, branches.back()).then((read) => wanted && find(read), refuse);
    return () => {
      wanted = false;
    };
  }, [run, alliance.id, founded]);
  if (fault) return <p>{fault}</p>;
  if (!found) return <p class="details-unit">{t('alliance.cohesion-waiting')}</p>;
  return <Picture found={found} run={run} tick={tick.value} />;
}

function Picture({ found: { ticks, trust }, run, tick }: { found: CohesionOverTime; run: RunView; tick: number }) {
  if (ticks.length === 0) return <p>–</p>;
  const [from, to] = [ticks[0]!, ticks[ticks.length - 1]!];
  const x = (at: number): number => EDGE + ((at - from) / Math.max(1, to - from)) * (WIDTH - 2 * EDGE);
  const y = (level: number): number => HEIGHT - EDGE - level * (HEIGHT - 2 * EDGE);
  const draw = line<number>()
    .x((_, k) => x(ticks[k]!))
    .y((level) => y(level));
  const k = nearest(ticks, tick);
  const inside = tick >= from && tick <= to;
  const says = t('alliance.cohesion-says', { first: figureText(trust[0]!), now: inside ? figureText(trust[k]!) : '–' });
  return (
    <figure class="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={says}>
        <path
          class="gridline"
          d={`M${EDGE} ${y(0)}H${WIDTH - EDGE}M${EDGE} ${y(0.5)}H${WIDTH - EDGE}M${EDGE} ${y(1)}H${WIDTH - EDGE}`}
        />
        <path class="spark-line" d={draw(trust) ?? ''} />
        {inside ? <circle cx={x(ticks[k]!)} cy={y(trust[k]!)} r={3.4} /> : null}
      </svg>
      <figcaption>
        <span>{dateLabel(run.clock, from)}</span>
        <span>{says}</span>
        <span>{dateLabel(run.clock, to)}</span>
      </figcaption>
    </figure>
  );
}

/** The last reading at or before a tick. */
function nearest(ticks: readonly number[], tick: number): number {
  const after = ticks.findIndex((one) => one > tick);
  return after < 0 ? ticks.length - 1 : Math.max(0, after - 1);
}
