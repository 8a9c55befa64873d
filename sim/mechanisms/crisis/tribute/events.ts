import type { StepContext } from '../../../model/mechanism.ts';
import { type EventContent, type Reason, reasons } from '../../../world/event.ts';
import type { TributeParams } from './params.ts';
import { OURS, reaches, sideStrength, THEIRS } from './ring.ts';
import { WEALTH } from './wealth.ts';

// Events of Axelrod's ring; built only where events are logged, since building them takes longer than the model itself.

const TERMS = ['tribute', 'resistance'] as const;

/**
 * The score (S_A − S_T)/S_A · tribute as two terms, the possible gain and the strength of the target’s side against it; and the
 * second-best target.
 */
export function demandReason(
  { names, params: { demand } }: StepContext<TributeParams>,
  n: number,
  commitment: Float32Array,
  leader: number,
  target: number,
  ours: number,
  theirs: number,
): Reason {
  const asked = Math.min(demand, WEALTH[target]!);
  const reason: Reason = reasons(TERMS, [asked, -(theirs / ours) * asked]);
  let best = 0;
  for (let other = 0; other < n; other++) {
    if (other === leader || other === target) continue;
    const score = scoreOf(WEALTH, commitment, n, leader, other, demand);
    if (score <= best) continue;
    best = score;
    reason.runnerUp = { choice: { act: 'demand', to: names[other]! }, score };
  }
  return reason;
}

/** The score of `target` for `leader`; 0 where it is out of reach or not weaker. */
export function scoreOf(
  wealth: Float64Array,
  commitment: Float32Array,
  n: number,
  leader: number,
  target: number,
  demand: number,
): number {
  if (!reaches(commitment, n, leader, target)) return 0;
  const ours = sideStrength(wealth, commitment, n, leader, target);
  const theirs = sideStrength(wealth, commitment, n, target, leader);
  return ours > theirs ? ((ours - theirs) / ours) * Math.min(demand, wealth[target]!) : 0;
}

export const paymentEvent = (names: readonly string[], payer: number, to: number, paid: number): EventContent => ({
  kind: 'tribute',
  who: [names[payer]!],
  to: names[to]!,
  paid,
});

/** A fight as the demanding side's war: that side is the stronger, which loses less. */
export const warEvent = (
  names: readonly string[],
  mark: Int32Array,
  leader: number,
  target: number,
  losses: number,
): EventContent => ({
  kind: 'fought',
  who: sideOf(names, mark, leader, OURS),
  against: sideOf(names, mark, target, THEIRS),
  won: true,
  losses,
  spoils: 0,
});

/** The leader first, then the others in order of index. */
function sideOf(names: readonly string[], mark: Int32Array, leader: number, side: number): string[] {
  const who = [names[leader]!];
  mark.forEach((marked, i) => {
    if (marked === side && i !== leader) who.push(names[i]!);
  });
  return who;
}
