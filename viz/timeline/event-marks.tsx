import { eventLookOf } from '../run-view/event-looks.ts';
import type { RunView } from '../run-view/run-view.ts';
import { axisMarks } from '../run-view/time.ts';
import { type Glyph, glyphPath } from '../ui/glyphs.tsx';
import { textWidth } from '../ui/label-text.ts';
import type { Axis } from '../ui/measure.ts';
import { memo } from '../ui/memo.tsx';

/** Signs never stand closer than this. */
const APART = 13;
/** War before all else. */
const RANK: Glyph[] = ['war', 'forms', 'ends', 'leaves', 'joins', 'shock', 'word', 'note'];

/** One sign a place: of several events that fall together the weightiest kind, by the order of RANK. */
export function eventSignsOf(run: RunView, axis: Axis): { tick: number; glyph: Glyph }[] {
  const signs: { tick: number; glyph: Glyph }[] = [];
  for (const event of run.news) {
    const { glyph, weight } = eventLookOf(event);
    if (weight < 3) continue;
    const last = signs[signs.length - 1];
    if (!last || axis.middle(event.tick) - axis.middle(last.tick) >= APART) signs.push({ tick: event.tick, glyph });
    else if (RANK.indexOf(glyph) < RANK.indexOf(last.glyph)) last.glyph = glyph;
  }
  return signs;
}

/** How much happens when, as a low hill above the slider: events a slot of about four pixels. */
export function densityPath(run: RunView, axis: Axis, height: number): string {
  const slots = Math.max(1, Math.min(run.ticks, Math.floor((axis.right - axis.left) / 4)));
  const counts = new Float64Array(slots);
  for (const { tick } of run.events) counts[Math.min(slots - 1, Math.floor((tick / run.ticks) * slots))]! += 1;
  const most = counts.reduce((high, count) => Math.max(high, count), 1);
  const width = (axis.right - axis.left) / slots;
  let path = `M${axis.left} ${height}`;
  counts.forEach((count, k) => {
    const y = (height * (1 - Math.sqrt(count / most))).toFixed(1);
    path += `V${y}H${(axis.left + (k + 1) * width).toFixed(1)}`;
  });
  return `${path}V${height}Z`;
}

/** Whether a label that begins there would run out of the picture, which is as wide on the right as on the left. */
const isLast = (axis: Axis, tick: number, label: string): boolean =>
  axis.edge(tick) + textWidth(label, 11.5) > axis.right + axis.left;

const DENSITY = 14;

/** Everything above the slider that does not move. */
export const EventMarks = memo(({ run, axis }: { run: RunView; axis: Axis }) => {
  const years = axisMarks(run.clock, run.ticks, Math.max(2, (axis.right - axis.left) / 90));
  return (
    <svg class="marks" aria-hidden="true">
      <path class="density" d={densityPath(run, axis, DENSITY)} transform="translate(0 18)" />
      {eventSignsOf(run, axis).map(({ tick, glyph }) => (
        <path
          key={tick}
          class={`glyph glyph-${glyph}`}
          d={glyphPath(glyph)}
          transform={`translate(${(axis.middle(tick) - 6).toFixed(1)} 2) scale(0.75)`}
        />
      ))}
      {years.map(({ tick, label }) => (
        <text
          key={tick}
          class="year"
          x={axis.edge(tick)}
          y={56}
          text-anchor={isLast(axis, tick, label) ? 'end' : 'start'}
        >
          {label}
        </text>
      ))}
    </svg>
  );
});
