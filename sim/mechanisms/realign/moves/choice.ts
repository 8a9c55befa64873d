import type { StepContext } from '../../../model/mechanism.ts';
import type { Alliance } from '../../../world/alliance.ts';
import type { Form } from '../treaty-forms/forms.ts';
import { TERM, TERMS } from '../utility/terms.ts';
import type { MoveParams } from './params.ts';

/** A move and its worth to the one who weighs it. Two of them are kept and written over, so that weighing allocates nothing. */
export interface Move {
  kind: 'none' | 'found' | 'join' | 'leave' | 'switch';
  score: number;
  terms: Float64Array;
  alliance: Alliance | undefined;
  /** What is left for it. */
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

/** The best move so far and the one behind it. */
export interface RankedMoves {
  best: Move;
  second: Move;
  /** Moves weighed so far. */
  weighed: number;
  /** What it is in that is worth least, once the word is paid for; and what that is worth, word included. */
  least: Alliance | undefined;
  hold: number;
}

/** Enters a move for choice, if it is among the two best, with the impulse of the moment (random utility, McFadden 1974); its terms are on the desk. */
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
