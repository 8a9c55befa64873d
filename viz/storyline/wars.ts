import { warsOf } from '../run-view/crises.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Axis } from '../ui/measure.ts';
import { star } from '../ui/path.ts';
import type { StorylineLayout } from './lines.ts';

/** The wars of a run on the lines of those who fight: three paths, however many wars there are. */
export interface WarPaths {
  /** A filled sign for each who attacks, a hollow one for each who is attacked, and a line from head to head. */
  attackers: string;
  defenders: string;
  between: string;
}

/** Signs on one line never stand closer than this, px. */
const APART = 9;

export function warPaths(
  run: RunView,
  { epochs, heights }: StorylineLayout,
  axis: Axis,
  y: (level: number) => number,
  size: number,
): WarPaths {
  const paths: WarPaths = { attackers: '', defenders: '', between: '' };
  const last = new Float64Array(run.actors.length).fill(-Infinity);
  let epoch = 0;
  for (const { tick, attackers, defenders } of warsOf(run.events)) {
    while (epoch < epochs.length - 1 && epochs[epoch]!.to <= tick) epoch++;
    const at = heights[epoch];
    if (!at) break;
    const x = axis.middle(tick);
    const heightOf = (id: string | undefined): number | undefined => {
      const actor = id === undefined ? undefined : run.indexOf.get(id);
      return actor === undefined ? undefined : y(at[actor]!);
    };
    const put = (side: 'attackers' | 'defenders', id: string): void => {
      const actor = run.indexOf.get(id);
      if (actor === undefined || x - last[actor]! < APART) return;
      last[actor] = x;
      paths[side] += star(x, y(at[actor]!), size);
    };
    const [from, to] = [heightOf(attackers[0]), heightOf(defenders[0])];
    if (from !== undefined && to !== undefined) paths.between += `M${x.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`;
    for (const id of attackers) put('attackers', id);
    for (const id of defenders) put('defenders', id);
  }
  return paths;
}
