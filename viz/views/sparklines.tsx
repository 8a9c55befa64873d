import { line } from 'd3-shape';
import { useMemo } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import { type Curve, curvesOf, figure } from '../story/curves.ts';
import { sampleAt } from '../story/moment.ts';
import type { Story } from '../story/story.ts';
import { Head } from './head.tsx';
import { type Axis, GUTTER, useAxis, useRoom } from './measure.ts';
import { memo } from './memo.tsx';

const ROW = 22;

export function Sparklines({ story }: { story: Story }) {
  const { tick } = useApp();
  const { ref, size } = useRoom<HTMLDivElement>();
  const curves = useMemo(() => curvesOf(story, 3), [story]);
  const axis = useAxis(size.width, story.ticks, GUTTER);
  const at = sampleAt(story, tick.value);
  const height = curves.length * ROW + 4;
  return (
    <section class="sparklines" aria-label="Figures over time" ref={ref}>
      <svg
        width={size.width}
        height={height}
        role="img"
        aria-label={curves.map(({ label, values }) => `${label} ${figure(values[at]!)}`).join(', ')}
      >
        {curves.map((curve, row) => (
          <g key={curve.name} transform={`translate(0 ${row * ROW + 2})`} class="spark">
            <text class="spark-name" x={axis.left - 10} y={ROW / 2} text-anchor="end">
              {curve.label}
            </text>
            <SparkPath curve={curve} axis={axis} story={story} />
            <circle cx={axis.middle(tick.value)} cy={levelOf(curve, curve.values[at]!)} r={2.6} />
            <text class="spark-figure" x={axis.right + 10} y={ROW / 2}>
              {figure(curve.values[at]!)}
            </text>
          </g>
        ))}
      </svg>
      <Head axis={axis} height={height} />
    </section>
  );
}

function levelOf({ low, high }: Curve, value: number): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return ROW - 4 - share * (ROW - 8);
}

const SparkPath = memo(({ curve, axis, story }: { curve: Curve; axis: Axis; story: Story }) => {
  const { stride } = story.replay.series;
  const from = curve.values.length > 1 ? 1 : 0;
  const shown = Array.from(curve.values.subarray(from));
  const draw = line<number>()
    .x((_, s) => Math.max(axis.left, axis.edge((s + from) * stride - 0.5)))
    .y((value) => levelOf(curve, value));
  return <path class="spark-line" d={draw(shown) ?? ''} />;
});
