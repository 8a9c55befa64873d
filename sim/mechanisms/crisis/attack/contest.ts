import type { StepContext } from '../../../model/mechanism.ts';
import type { Reason } from '../../../world/event.ts';
import type { World } from '../../../world/state.ts';
import { warEvent } from '../tribute/events.ts';
import type { TributeParams } from '../tribute/params.ts';
import { fall, markSide, OURS, rise, THEIRS, tenths } from '../tribute/ring.ts';

/**
 * A fight in Axelrod’s ring. Both sides lose at once, in proportion to what each side brought. Then the commitment among those on
 * one side rises by a tenth, and that between opponents falls by a tenth.
 */
export function contest(
  world: World,
  context: StepContext<TributeParams>,
  leader: number,
  target: number,
  ours: number,
  theirs: number,
  why: Reason,
): void {
  const n = world.shape.actors;
  const { a: wealth, mark, order: fighters } = context.scratch;
  const { relational: commitment } = world.columns;
  for (let i = 0; i < n; i++) mark[i] = 0;
  markSide(mark, commitment, n, leader, target, OURS);
  markSide(mark, commitment, n, target, leader, THEIRS);
  const { destructiveness } = context.params;
  let lost = 0;
  let count = 0;
  for (let i = 0; i < n; i++) {
    const side = mark[i]!;
    if (side === 0) continue;
    fighters[count++] = i;
    const head = side === OURS ? leader : target;
    const brought = i === head ? wealth[i]! : (tenths(commitment[i * n + head]!) / 10) * wealth[i]!;
    const damage =
      side === OURS ? (destructiveness * theirs * brought) / ours : (destructiveness * ours * brought) / theirs;
    const left = Math.max(0, wealth[i]! - damage);
    lost += wealth[i]! - left;
    wealth[i] = left;
  }
  if (context.isLogging) context.emit(warEvent(context.names, mark, leader, target, lost), why);
  remember(commitment, mark, n, fighters, count);
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
