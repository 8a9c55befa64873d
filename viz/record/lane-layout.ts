import type { RecordedHistory, RecordedMark, RecordedSpell } from '../../sim/results/recorded-history.ts';
import type { Axis } from '../ui/measure.ts';
import { FOLDED_HEIGHT, isInRun, type LaneForm, MARK, rowHeight, rowsOf, topOf } from './lane-height.ts';

// Where the record lies in its lane: other facts above as marks, treaties below as bars in as few rows as hold them.

/** One thing to point at. */
export interface LaneItem {
  /** Tick that it begins in, within the run. */
  at: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** The treaty that a bar is of. */
  spell: RecordedSpell | undefined;
  /** The facts that one mark stands for. */
  marks: readonly RecordedMark[];
}

/** Marks nearer to each other than this are one. */
const APART = 14;
/** A finger or a pointer so near to something means it. */
const REACH = 14;

/** All that the record has of the years of a run, in the order of time. */
export function laneItems(record: RecordedHistory, ticks: number, axis: Axis, form: LaneForm): LaneItem[] {
  const spells = record.spells.filter((spell) => isInRun(spell, ticks));
  const rows = rowsOf(spells);
  const height = rowHeight(rows, form);
  const top = (FOLDED_HEIGHT - MARK) / 2;
  const bars = spells.map((spell, k): LaneItem => {
    const [from, to] = [Math.max(0, spell.from), Math.min(ticks, spell.to)];
    const left = axis.edge(from);
    return {
      at: from,
      left,
      top: form === 'folded' ? top : topOf(record) + rows[k]! * height,
      width: Math.max(2, axis.edge(to) - left),
      height: Math.max(2, height - 1),
      spell,
      marks: [],
    };
  });
  const marks = markItems(record.marks, ticks, axis, form === 'folded' ? top : 2);
  return [...bars, ...marks].sort((a, b) => a.at - b.at || a.top - b.top);
}

/** Marks that would lie on top of each other are one. */
function markItems(marks: readonly RecordedMark[], ticks: number, axis: Axis, top: number): LaneItem[] {
  const items: (LaneItem & { marks: RecordedMark[] })[] = [];
  for (const mark of marks.filter((one) => isInRun(one, ticks))) {
    const at = Math.max(0, mark.from);
    const left = axis.middle(at) - MARK / 2;
    const last = items[items.length - 1];
    if (last && left - last.left < APART) last.marks.push(mark);
    else items.push({ at, left, top, width: MARK, height: MARK, spell: undefined, marks: [mark] });
  }
  return items;
}

/** The item under a point of the lane, or the nearest in reach; −1 where there is none. */
export function itemAt(items: readonly LaneItem[], x: number, y: number): number {
  let nearest = -1;
  let least = REACH;
  items.forEach(({ left, top, width, height }, k) => {
    const across = Math.max(left - x, 0, x - left - width);
    const down = Math.max(top - y, 0, y - top - height);
    const away = Math.max(across, down);
    // Of what lies over each other the smaller is meant, which nothing else can reach.
    const isSmaller = nearest >= 0 && away === least && width < items[nearest]!.width;
    if (away < least || isSmaller) [nearest, least] = [k, away];
  });
  return nearest;
}
