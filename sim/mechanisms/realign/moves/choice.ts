import type { StepContext } from '../../../model/mechanism.ts';
import type { Alliance } from '../../../world/alliance.ts';
import type { Form } from '../treaty-forms/security-treaties.ts';
import { TERM, TERMS } from '../utility/terms.ts';
import type { MoveParams } from './params.ts';

/** A move and its worth to the actor that evaluates it. Two are kept and overwritten, so that evaluation allocates nothing. */
export interface Move {
  kind: 'none' | 'found' | 'join' | 'leave' | 'switch';
  score: number;
  terms: Float64Array;
  alliance: Alliance | undefined;
  /** The alliance that the actor leaves for it. */
  from: Alliance | undefined;
  partner: number;
  form: Form | undefined;
}

export const noMove = (): Move => ({
  kind: 'none',
  score: -Infinity,
  terms: new Float64Array(TERMS.length),
  alliance: undefined,
  from: undefined,
  partner: -1,
  form: undefined,
});

/** The best move so far and the second best. */
export interface RankedMoves {
  best: Move;
  second: Move;
  /** Number of moves evaluated so far. */
  weighed: number;
  /**
   * The actor's alliance of least worth, and that worth; both include the cost of breaking the commitment (the parameter `word`).
   */
  least: Alliance | undefined;
  hold: number;
}

/**
 * Enters a move if it is among the two best, after adding a random impulse (random utility, McFadden 1974). Its terms are read from
 * the appraisal buffer.
 */
export function considerMove(
  context: StepContext<MoveParams>,
  choice: RankedMoves,
  kind: Move['kind'],
  worth: number,
  alliance: Alliance | undefined,
  partner: number,
  form: Form | undefined,
): Move | undefined {
  const impulse = context.params.noise * context.random().noise();
  const score = worth + impulse;
  context.onOccasion?.({
    kind: 'move',
    who: partner < 0 ? [] : [context.names[partner]!],
    about: `${kind} ${alliance?.id ?? form?.noun ?? ''}`,
    draw: impulse,
  });
  if (score <= choice.second.score) return undefined;
  const slot = choice.second;
  if (score > choice.best.score) {
    choice.second = choice.best;
    choice.best = slot;
  }
  slot.kind = kind;
  slot.score = score;
  slot.alliance = alliance;
  slot.from = undefined;
  slot.partner = partner;
  slot.form = form;
  const { terms } = context.scratch.appraisal;
  terms[TERM.impulse] = impulse;
  for (let k = 0; k < TERMS.length; k++) slot.terms[k] = terms[k]!;
  return slot;
}
