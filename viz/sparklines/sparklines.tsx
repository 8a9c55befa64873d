import { useMemo } from 'preact/hooks';
import { termOfFigure } from '../glossary/figures.ts';
import { t } from '../i18n/index.ts';
import { actorCurve, type Curve, curvesOf, firstCurves, valueText } from '../run-view/curves.ts';
import { metricName } from '../run-view/figure-names.ts';
import { sampleAt } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { Playhead } from '../timeline/playhead.tsx';
import { shortName } from '../ui/label-text.ts';
import { type Axis, GUTTER, useAxis, useRoom } from '../ui/measure.ts';
import { chosenCurves } from './chosen-curves.ts';
import { CurvePicker } from './curve-picker.tsx';
import { SparkPath, type SparkRow, sparkLevel, sparkRow } from './spark.tsx';
import { SparkTerms } from './spark-terms.tsx';

/** Letters of an actor's name in the right margin. */
const LETTERS = 11;

/** Figures of the run under the storyline, on the same axis and cursor; with an actor pointed at, its own beside the mean. */
export function Sparklines({ run }: { run: RunView }) {
  const { tick } = usePlayback();
  const { ref, size } = useRoom<HTMLDivElement>();
  const wanted = chosenCurves.value;
  const curves = useMemo(() => curvesOf(run, wanted ?? firstCurves(run)), [run, wanted]);
  const shown = useMemo(() => curves.map(({ name }) => name), [curves]);
  // As the time bar has it, which the curves share their axis with.
  const narrow = size.width < 700;
  const axis = useAxis(size.width, run.ticks, narrow ? 16 : GUTTER);
  const row = useMemo(() => sparkRow(narrow, size.height, curves.length), [narrow, size.height, curves.length]);
  const at = sampleAt(run, tick.value);
  const height = Math.max(1, curves.length) * row.height + 4;
  const said = curves.map(({ name, values }) =>
    t('chart.read', { name: metricName(name), value: valueText(name, values[at]!) }),
  );
  return (
    <section class="sparklines" aria-label={t('storyline.curves')} ref={ref}>
      <svg width={size.width} height={height} role="img" aria-label={said.join(', ') || t('storyline.noCurves')}>
        {curves.map((curve, k) => (
          <g key={curve.name} transform={`translate(0 ${k * row.height + 2})`}>
            <Spark run={run} curve={curve} axis={axis} row={row} at={at} tick={tick.value} />
          </g>
        ))}
      </svg>
      <Playhead axis={axis} height={height} />
      <SparkTerms curves={curves} width={axis.left - 10} height={row.height} />
      <CurvePicker run={run} shown={shown} />
    </section>
  );
}

interface SparkOf {
  run: RunView;
  curve: Curve;
  axis: Axis;
  row: SparkRow;
  /** The sample on show, and its tick. */
  at: number;
  tick: number;
}

function Spark({ run, curve, axis, row, at, tick }: SparkOf) {
  const actor = useActor();
  const own = useMemo(
    () => (actor === undefined ? undefined : actorCurve(run, curve.name, actor)),
    [run, curve, actor],
  );
  const low = Math.min(curve.low, own?.low ?? curve.low);
  const high = Math.max(curve.high, own?.high ?? curve.high);
  const x = axis.middle(tick);
  const aside = row.top === 0;
  const { stride } = run.replay.series;
  return (
    <g class={own ? 'spark accompanied' : 'spark'}>
      <title>{metricName(curve.name)}</title>
      <text
        class={termOfFigure(curve.name) ? 'spark-name explained' : 'spark-name'}
        x={aside ? axis.left - 10 : axis.left}
        y={row.name}
        text-anchor={aside ? 'end' : 'start'}
      >
        {curve.label}
      </text>
      <SparkPath values={curve.values} low={low} high={high} axis={axis} row={row} stride={stride} />
      {own ? (
        <g class="spark-own">
          <SparkPath values={own.values} low={low} high={high} axis={axis} row={row} stride={stride} />
          <circle cx={x} cy={sparkLevel(row, low, high, own.values[at]!)} r={2.6} />
        </g>
      ) : null}
      <circle cx={x} cy={sparkLevel(row, low, high, curve.values[at]!)} r={2.6} />
      <text
        class="spark-figure"
        x={aside ? axis.right + 10 : axis.right}
        y={row.name}
        text-anchor={aside ? 'start' : 'end'}
      >
        {valueText(curve.name, curve.values[at]!)}
        {own ? (
          <tspan class="spark-own" dx="7">
            {valueText(curve.name, own.values[at]!)} {shortName(own.label, LETTERS)}
          </tspan>
        ) : null}
      </text>
    </g>
  );
}

/** The actor that is pointed at, or whose line of a chart was picked. */
function useActor(): number | undefined {
  const { pointed, picked } = useSelection();
  if (pointed.value !== undefined) return pointed.value;
  const found = /^actor (\d+)$/.exec(picked.value ?? '');
  return found ? Number(found[1]) : undefined;
}
