import type { RunView } from '../run-view/run-view.ts';
import { swinging, swingingBand } from '../ui/path.ts';
import { type MembershipInterval, membershipIntervalsOf } from './membership-intervals.ts';
import { orders } from './order.ts';
import { bottom, heights } from './place.ts';

/** The membership of a whole run as lines and bands, in ticks across and line distances down. */
export interface StorylineLayout {
  epochs: MembershipInterval[];
  /** Per epoch and actor. */
  heights: Float64Array[];
  /** Height of the lowest line. */
  depth: number;
}

const layouts = new WeakMap<RunView, StorylineLayout>();

/** Laid out once a run, however many pictures follow its order. */
export function storylineLayoutOf(run: RunView): StorylineLayout {
  const layout = layouts.get(run) ?? layOut(run);
  layouts.set(run, layout);
  return layout;
}

function layOut(run: RunView): StorylineLayout {
  const epochs = membershipIntervalsOf(run);
  const placed = heights(orders(epochs, run.actors.length), run.actors.length);
  return { epochs, heights: placed, depth: bottom(placed) };
}

/** How ticks and heights become pixels. */
export interface TimeScale {
  x(tick: number): number;
  y(height: number): number;
}

type Point = [x: number, y: number];
type Slab = [x: number, top: number, foot: number];

/** Width of the bend between two epochs: never so wide that two bends meet. */
function bend(epochs: readonly MembershipInterval[], k: number, { x }: TimeScale): number {
  const width = (epoch: MembershipInterval): number => x(epoch.to) - x(epoch.from);
  return Math.min(16, 0.48 * width(epochs[k - 1]!), 0.48 * width(epochs[k]!));
}

/** Each epoch gives two points, at its start and end, short of the bends. */
function ends(epochs: readonly MembershipInterval[], k: number, scale: TimeScale): [number, number] {
  const { from, to } = epochs[k]!;
  const before = k > 0 ? bend(epochs, k, scale) / 2 : 0;
  const after = k < epochs.length - 1 ? bend(epochs, k + 1, scale) / 2 : 0;
  return [scale.x(from) + before, scale.x(to) - after];
}

/** The line of one actor from end to end; `from` and `to` cut it to some epochs. */
export function actorPath(
  { epochs, heights }: StorylineLayout,
  actor: number,
  scale: TimeScale,
  from = 0,
  to = epochs.length,
  drop = 0,
): string {
  const points: Point[] = [];
  for (let k = from; k < to; k++) {
    const y = scale.y(heights[k]![actor]!) + drop;
    const [start, end] = ends(epochs, k, scale);
    points.push([start, y], [end, y]);
  }
  return swinging(points);
}

/** One unbroken stretch of an alliance's band. */
export interface Band {
  alliance: number;
  from: number;
  to: number;
  path: string;
  x: number;
  width: number;
  /** The stretches in which its upper edge runs level. */
  levels: BandLevel[];
}

/** From `x` to `to` across; `y` is the height of the upper edge. */
export interface BandLevel {
  x: number;
  to: number;
  y: number;
}

/** The bands: wherever two or more lines run together, what they share is shaded from the highest to the lowest. */
export function bandsOf(storyline: StorylineLayout, scale: TimeScale, padding: number): Band[] {
  const { epochs, heights } = storyline;
  const open = new Map<number, { from: number; slabs: Slab[] }>();
  const bands: Band[] = [];
  const close = (alliance: number, to: number): void => {
    const { from, slabs } = open.get(alliance)!;
    open.delete(alliance);
    const [x] = slabs[0]!;
    const width = slabs[slabs.length - 1]![0] - x;
    bands.push({ alliance, from, to, path: swingingBand(slabs), x, width, levels: levelsOf(slabs) });
  };
  epochs.forEach((epoch, k) => {
    const here = epoch.groups.filter(({ alliance }) => alliance >= 0);
    for (const alliance of [...open.keys()])
      if (!here.some((group) => group.alliance === alliance)) close(alliance, epoch.from);
    for (const { alliance, members } of here) {
      const at = members.map((actor) => scale.y(heights[k]![actor]!));
      const [start, end] = ends(epochs, k, scale);
      const top = Math.min(...at) - padding;
      const foot = Math.max(...at) + padding;
      if (!open.has(alliance)) open.set(alliance, { from: epoch.from, slabs: [] });
      open.get(alliance)!.slabs.push([start, top, foot], [end, top, foot]);
    }
  });
  const last = epochs[epochs.length - 1]?.to ?? 0;
  for (const alliance of [...open.keys()]) close(alliance, last);
  return bands;
}

function levelsOf(slabs: readonly Slab[]): BandLevel[] {
  const levels: BandLevel[] = [];
  for (const [x, y] of slabs) {
    const last = levels[levels.length - 1];
    if (last && Math.abs(last.y - y) < 0.5) last.to = x;
    else levels.push({ x, to: x, y });
  }
  return levels;
}

/** A stretch in which an actor is in an alliance that is not its main one: a thin mark beside its line. */
export interface SideMark {
  alliance: number;
  actor: number;
  path: string;
}

/** At most `most` a line. */
export function sideMarks(storyline: StorylineLayout, scale: TimeScale, apart: number, most: number): SideMark[] {
  const { epochs } = storyline;
  const marks: SideMark[] = [];
  const actors = epochs[0]?.others.length ?? 0;
  for (let actor = 0; actor < actors; actor++) {
    for (let k = 0; k < epochs.length; k++) {
      epochs[k]!.others[actor]!.slice(0, most).forEach((alliance, place) => {
        if (k > 0 && epochs[k - 1]!.others[actor]!.indexOf(alliance) === place) return;
        let to = k + 1;
        while (to < epochs.length && epochs[to]!.others[actor]!.indexOf(alliance) === place) to++;
        marks.push({ alliance, actor, path: actorPath(storyline, actor, scale, k, to, apart * (place + 1)) });
      });
    }
  }
  return marks;
}
