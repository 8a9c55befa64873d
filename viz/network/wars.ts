import { warsAt } from '../run-view/crises.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { NodeMark, WarMark } from './marks.ts';
import type { Point } from './outline-geometry.ts';
import { between } from './strokes.ts';

const NO_WARS: readonly WarMark[] = [];

/**
 * Who fights whom at a tick: everyone on a side against the head of the other. All against all would be a tangle, and would say
 * no more.
 */
export function warMarksOf(run: RunView, tick: number): readonly WarMark[] {
  const wars = warsAt(run, tick);
  if (wars.length === 0) return NO_WARS;
  const marks = new Map<string, WarMark>();
  const put = (one: string, other: string, main: boolean): void => {
    const [from, to] = [run.indexOf.get(one), run.indexOf.get(other)];
    const [a, b] = to === undefined ? [to, from] : [from, to];
    if (b === undefined) return;
    // Two may meet in two wars at once: one tie, the weightier one.
    const key = a === undefined ? `${one} ${other}` : `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (main || !marks.has(key)) marks.set(key, { from: a, to: b, main });
  };
  for (const { attackers, defenders } of wars) {
    const [attacker, victim] = [attackers[0]!, defenders[0]!];
    put(attacker, victim, true);
    for (const ally of attackers.slice(1)) put(ally, victim, false);
    for (const ally of defenders.slice(1)) put(attacker, ally, false);
  }
  return [...marks.values()];
}

/** How far beside an actor a threat from outside comes in, px. */
const INCOMING = 34;

/** Both ends of a tie of war, from rim to rim; a threat from outside comes from above. */
export function warEnds({ from, to }: WarMark, nodes: readonly NodeMark[]): [Point, Point] {
  const end = nodes[to]!;
  if (from !== undefined) return between(nodes[from]!, end);
  return [
    [end.x - INCOMING, end.y - INCOMING],
    [end.x - end.r * Math.SQRT1_2, end.y - end.r * Math.SQRT1_2],
  ];
}
