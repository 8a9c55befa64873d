import { useMemo } from 'preact/hooks';
import type { Trace } from '../run-view/chart-data.ts';
import { placeAt } from '../run-view/list-ticks.ts';
import { figureAt } from '../run-view/readout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { axisMarks } from '../run-view/time.ts';
import type { Axis } from '../ui/measure.ts';
import { memo } from '../ui/memo.tsx';
import { type EndLabel, endLabels, pathOf, xOf } from './curve.ts';
import { traceHue, useLit, usePointing } from './legend.tsx';
import type { ValueAxis } from './level.ts';

/** Room above a pane's lines, for its title, and below, for the places. */
export const TOP = 26;
export const FOOT = 26;

const COUNTED = { start: 0, ticksPerYear: 1, rounds: true };

interface Framed {
  axis: Axis;
  level: ValueAxis;
  height: number;
}

export const CurveGrid = memo(({ run, timed, axis, level, height }: Framed & { run: RunView; timed: boolean }) => {
  const count = Math.round((axis.right - axis.left) / axis.slot);
  const marks = axisMarks(
    timed ? run.clock : COUNTED,
    count,
    Math.max(2, (axis.right - axis.left) / (timed && !run.clock.rounds ? 70 : 50)),
  );
  return (
    <g class="grid">
      {level.marks.map(({ value, label }) => (
        <g key={value}>
          <path
            class={value === 0 ? 'gridline zero' : 'gridline'}
            d={`M${axis.left} ${level.y(value)}H${axis.right}`}
          />
          <text class="level" x={axis.left - 8} y={level.y(value)}>
            {label}
          </text>
        </g>
      ))}
      {marks.map(({ tick, label }) => (
        <text key={tick} class="place" x={axis.middle(tick)} y={height - 8}>
          {label}
        </text>
      ))}
    </g>
  );
});

interface Curved {
  traces: readonly Trace[];
  axis: Axis;
  level: ValueAxis;
}

export const Curves = memo(({ traces, axis, level, timed }: Curved & { timed: boolean }) => (
  <g>
    {/* The grey ones lie below. */}
    {[...traces]
      .sort((a, b) => Number(a.hue >= 0) - Number(b.hue >= 0))
      .map((trace) => (
        <Curve key={trace.key} trace={trace} path={pathOf(trace, axis, level, timed)} />
      ))}
  </g>
));

function Curve({ trace, path }: { trace: Trace; path: string }) {
  return (
    <g class={`trace ${traceHue(trace)}${useLit(trace) ? ' lit' : ''}`} {...usePointing(trace)}>
      <title>{trace.name}</title>
      <path class="reach" d={path} />
      <path class="trace-line" d={path} />
    </g>
  );
}

export function Ends({ traces, axis, level, height }: Curved & { height: number }) {
  const labels = useMemo(() => endLabels(traces, level, TOP, height - FOOT), [traces, level, height]);
  return (
    <g class="ends">
      {labels.map((label) => (
        <End key={label.trace.key} label={label} x={axis.right} />
      ))}
    </g>
  );
}

function End({ label: { trace, text, from, y }, x }: { label: EndLabel; x: number }) {
  return (
    <g class={`end ${traceHue(trace)}${useLit(trace) ? ' lit' : ''}`} {...usePointing(trace)}>
      <path class="leader" d={`M${x + 2} ${from}L${x + 12} ${y}`} />
      <text x={x + 16} y={y}>
        {text}
      </text>
    </g>
  );
}

interface Dotted {
  trace: Trace;
  axis: Axis;
  level: ValueAxis;
  timed: boolean;
  at: number;
  few: boolean;
}

export function Dot({ trace, axis, level, timed, at, few }: Dotted) {
  const value = figureAt(trace, timed, at);
  const lit = useLit(trace);
  if (!Number.isFinite(value) || trace.values.length === 1 || !(few || lit)) return null;
  const k = timed ? placeAt(trace.values.length, trace.pace, at) : at;
  return (
    <circle
      class={`now-dot ${traceHue(trace)}`}
      cx={xOf(axis, trace, timed, k)}
      cy={level.y(value)}
      r={lit ? 5 : 3.6}
    />
  );
}
