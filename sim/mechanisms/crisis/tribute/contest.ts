import type { StepContext } from '../../../model/mechanism.ts';
import type { Reason } from '../../../world/event.ts';
import type { Scratch } from '../../../world/scratch.ts';
import type { World } from '../../../world/state.ts';
import { LEVELS, lower, raise, SHARES } from './commitment-sets.ts';
import { warEvent } from './events.ts';
import type { TributeParams } from './params.ts';
import { fall, markSide, OURS, rise, THEIRS, tenths } from './ring.ts';
import { sideAsSet } from './set-search.ts';
import { WEALTH } from './wealth.ts';

/**
 * A fight in Axelrod’s ring. Both sides lose at once, in proportion to what each side brought. Then the commitment among those on
 * one side rises by a tenth, and that between opponents falls by a tenth.
 * @param bySets whether the commitments are at hand as sets.
 * @param stances the commitments by which they take sides, where these are not all.
 */
export function contest(
  world: World,
  context: StepContext<TributeParams>,
  bySets: boolean,
  leader: number,
  target: number,
  ours: number,
  theirs: number,
  why: Reason,
  stances = world.columns.relational,
): void {
  const { relational: commitment } = world.columns;
  const { destructiveness } = context.params;
  const { mark } = context.scratch;
  const lost = bySets
    ? contestOfSets(commitment, context.isLogging ? mark : undefined, destructiveness, leader, target, ours, theirs)
    : contestOfMarks(commitment, stances, context.scratch, destructiveness, leader, target, ours, theirs);
  if (context.isLogging) context.emit(warEvent(context.names, mark, leader, target, lost), why);
}

/** What the fight destroys. Leaves the sides in the marks, where these are asked for. */
function contestOfSets(
  commitment: Float32Array,
  mark: Int32Array | undefined,
  destructiveness: number,
  leader: number,
  target: number,
  ours: number,
  theirs: number,
): number {
  const friends = sideAsSet(leader, target);
  const foes = sideAsSet(target, leader);
  mark?.fill(0);
  let lost = 0;
  for (let left = friends | foes; left !== 0; left &= left - 1) {
    const i = 31 - Math.clz32(left & -left);
    const isOurs = ((friends >>> i) & 1) !== 0;
    if (mark) mark[i] = isOurs ? OURS : THEIRS;
    const head = isOurs ? leader : target;
    const held = WEALTH[i]!;
    const brought = i === head ? held : SHARES[LEVELS[(i << 5) | head]!]! * held;
    const kept = afterDamage(held, brought, destructiveness, isOurs ? theirs : ours, isOurs ? ours : theirs);
    lost += held - kept;
    WEALTH[i] = kept;
    // Only i's own commitments change here, and what others brought does not depend on them.
    const own = isOurs ? friends : foes;
    for (let others = (friends | foes) & ~(1 << i); others !== 0; others &= others - 1) {
      const j = 31 - Math.clz32(others & -others);
      if (((own >>> j) & 1) !== 0) raise(commitment, i, j);
      else lower(commitment, i, j);
    }
  }
  return lost;
}

/** What is left to an actor of what it held, after its share of its side’s damage. */
const afterDamage = (held: number, brought: number, destructiveness: number, other: number, own: number): number =>
  Math.max(0, held - (destructiveness * other * brought) / own);

/** The same for any ring. */
function contestOfMarks(
  commitment: Float32Array,
  stances: Float32Array,
  { mark, order: fighters }: Scratch,
  destructiveness: number,
  leader: number,
  target: number,
  ours: number,
  theirs: number,
): number {
  const n = mark.length;
  mark.fill(0);
  markSide(mark, stances, n, leader, target, OURS);
  markSide(mark, stances, n, target, leader, THEIRS);
  let lost = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    if (mark[i] === 0) continue;
    fighters[count++] = i;
    const isOurs = mark[i] === OURS;
    const head = isOurs ? leader : target;
    const held = WEALTH[i]!;
    const brought = i === head ? held : (tenths(commitment[i * n + head]!) / 10) * held;
    const kept = afterDamage(held, brought, destructiveness, isOurs ? theirs : ours, isOurs ? ours : theirs);
    lost += held - kept;
    WEALTH[i] = kept;
  }
  remember(commitment, mark, n, fighters, count);
  return lost;
}

function remember(commitment: Float32Array, mark: Int32Array, n: number, fighters: Int32Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const i = fighters[k]!;
    const side = mark[i]!;
    for (let l = 0; l < count; l++) {
      if (l === k) continue;
      const j = fighters[l]!;
      if (mark[j] === side) rise(commitment, i * n + j);
      else fall(commitment, i * n + j);
    }
  }
}
