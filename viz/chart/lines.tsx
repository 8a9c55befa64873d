import type { Signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { Chart, Pane as PaneOf } from '../run-view/chart-data.ts';
import { figureAt, shortly } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { Playhead } from '../timeline/playhead.tsx';
import { type Axis, axisOf, GUTTER, useRoom } from '../ui/measure.ts';
import { ChartCursor } from './chart-cursor.tsx';
import { CurveGrid, Curves, Dot, Ends, FOOT, TOP } from './curves.tsx';
import { markOf } from './legend.tsx';
import { valueAxisOf } from './level.ts';

type LineChart = Chart & { kind: 'lines' };

/** More lines than these get no dot where they stand now: they would hide each other. */
const DOTTED = 8;

/** Places on the horizontal axis: ticks, or places in lists that are not over time. */
export const placesIn = (run: RunView, { timed, panes }: LineChart): number =>
  timed ? run.ticks : Math.max(...panes.flatMap(({ traces }) => traces.map(({ values }) => values.length)));

interface Drawn {
  run: RunView;
  chart: LineChart;
  /** The place that is read out where the lists are not over time. */
  spot: Signal<number>;
}

export function Lines({ run, chart, spot }: Drawn) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const narrow = size.width < 700;
  const places = placesIn(run, chart);
  const { width } = size;
  const axis = useMemo(
    () => (narrow ? axisOf(width, places, 52, 16) : axisOf(width, places, GUTTER)),
    [narrow, width, places],
  );
  const height = Math.max(150, Math.floor(size.height / chart.panes.length));
  return (
    <>
      {/* Where several panes do not fit it scrolls, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="panes" aria-label={t('chart.name')} tabIndex={0} data-stage ref={ref}>
        {width > 0
          ? chart.panes.map((pane) => (
              <Pane
                key={pane.title}
                run={run}
                chart={chart}
                spot={spot}
                pane={pane}
                axis={axis}
                height={height}
                narrow={narrow}
              />
            ))
          : null}
      </section>
      {chart.timed || places < 2 || width === 0 ? null : (
        <ChartCursor chart={chart} axis={axis} places={places} spot={spot} />
      )}
    </>
  );
}

interface PaneView extends Drawn {
  pane: PaneOf;
  axis: Axis;
  height: number;
  narrow: boolean;
}

function Pane({ run, chart, spot, pane, axis, height, narrow }: PaneView) {
  const { step, tick, dragging } = usePlayback();
  const { timed } = chart;
  const level = useMemo(() => valueAxisOf(pane.traces, TOP, height - FOOT), [pane, height]);
  const at = timed ? tick.value : spot.value;
  const go = (event: PointerEvent): void => {
    const place = axis.tickAt(event.clientX - (event.currentTarget as Element).getBoundingClientRect().left);
    if (timed) step(place - tick.peek());
    else spot.value = place;
  };
  const letGo = (): void => {
    dragging.value = false;
  };
  return (
    <div
      class="pane"
      role="presentation"
      data-stage
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragging.value = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (dragging.value) go(event);
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <svg
        width={axis.right + (narrow ? 16 : GUTTER)}
        height={height}
        role="img"
        aria-label={summary(run, chart, pane, at)}
      >
        <CurveGrid run={run} timed={timed} axis={axis} level={level} height={height} />
        <text class="unit" x={narrow ? 12 : axis.left} y={14}>
          {titleOf(chart, pane)}
          {chart.panes.length > 1 ? <Read pane={pane} timed={timed} at={at} /> : null}
        </text>
        <Curves traces={pane.traces} axis={axis} level={level} timed={timed} />
        {narrow ? null : <Ends traces={pane.traces} axis={axis} level={level} height={height} />}
        {pane.traces.map((trace) => (
          <Dot
            key={trace.key}
            trace={trace}
            axis={axis}
            level={level}
            timed={timed}
            at={at}
            few={pane.traces.length <= DOTTED}
          />
        ))}
      </svg>
      {timed ? <Playhead axis={axis} top={TOP} height={height - FOOT - TOP} /> : null}
      {timed ? null : (
        <div
          class="spot-line"
          data-place={at + 1}
          style={{ translate: `${axis.middle(at)}px 0`, top: `${TOP}px`, height: `${height - FOOT - TOP}px` }}
        />
      )}
    </div>
  );
}

/** What the line that stands out comes to in this pane. */
function Read({ pane, timed, at }: { pane: PaneOf; timed: boolean; at: number }) {
  const { picked, lit, pointed } = useSelection();
  const wanted = lit.value ?? picked.value ?? `actor ${pointed.value}`;
  const trace = pane.traces.find((candidate) => markOf(candidate) === wanted);
  return trace ? (
    <tspan class="read">
      {' – '}
      {trace.name} {shortly(figureAt(trace, timed, at))}
    </tspan>
  ) : null;
}

/** What the vertical axis counts; several panes are told apart by what they show. */
export const titleOf = ({ unit, panes }: LineChart, { title }: PaneOf): string =>
  unit && panes.length > 1 ? t('chart.unit', { title, unit }) : unit || title;

/** The chart in a sentence; the table holds the rest. */
function summary(run: RunView, chart: LineChart, pane: PaneOf, at: number): string {
  const { timed } = chart;
  const { traces } = pane;
  const shown = traces.slice(0, DOTTED).map((trace) => {
    const value = shortly(figureAt(trace, timed, at));
    return t('chart.read', { name: trace.name, value });
  });
  const named = shown.join(', ');
  const said = traces.length > DOTTED ? t('chart.more', { said: named, count: traces.length - DOTTED }) : named;
  const when = timed ? dateLabel(run.clock, at) : t('chart.place', { place: at + 1 });
  return t('chart.summary', { title: titleOf(chart, pane) || t('chart.lines'), when, said });
}
