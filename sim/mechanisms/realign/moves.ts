import { shuffle } from '../../exact/random.ts';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Clauses } from '../../schema/treaty.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { Alternative, Reason } from '../../world/event.ts';
import type { World } from '../../world/state.ts';
import { apply, foreclosed, giveNotice, mayEnter, propose } from './moves/accession.ts';
import { type Move, noMove, type RankedMoves } from './moves/choice.ts';
import { evaluateMoves } from './moves/evaluate-moves.ts';
import { foundingWorth, mutualTrust } from './moves/founding.ts';
import { type MoveParams, moveParams } from './moves/params.ts';
import { obeyDecisions } from './moves/player-decisions.ts';
import { isNonSecurity } from './treaty-forms/non-security-treaties.ts';
import { draft } from './treaty-forms/security-treaties.ts';
import { explain } from './utility/treaty-utility.ts';

/** Overwritten by every deliberation, so that none allocates; evaluateMoves reads only what it has written. */
const CHOICE: RankedMoves = { best: noMove(), second: noMove(), weighed: 0, least: undefined, hold: Infinity };

/**
 * Founding, accession and exit. In random order, each actor that reconsiders evaluates its most salient moves by the terms of
 * `appraise` and makes the best one if it exceeds the threshold; partners and members must agree.
 */
export const moves = mechanism({
  name: 'moves',
  phase: 'realign',
  cites: ['Snyder 1984', 'Morrow 1991', 'Walt 1987', 'Axelrod & Bennett 1993', 'McFadden 1974', 'Fisher & Ury 1981'],
  owns: CHANGING_COLUMNS,
  params: moveParams,
  step(world, context) {
    obeyDecisions(world, context);
    forget(world, context.model.perTick(context.params.oblivion));
    const random = context.random();
    const chance = context.model.perTick(context.params.deliberation);
    const { threat } = world.columns;
    const { absent } = world.derived;
    const awake: number[] = [];
    for (let i = 0; i < world.shape.actors; i++)
      if (random.uniform() < chance * (context.params.calm + (1 - context.params.calm) * threat[i]!) && absent[i] === 0)
        awake.push(i);
    if (awake.length === 0) return;
    shuffle(awake, random);
    for (const i of awake) {
      context.onOccasion?.({ kind: 'deliberation', who: [context.names[i]!] });
      evaluateMoves(world, context, i, CHOICE);
      // One that is held evaluates, so that its draws are made, and makes no move.
      const stirs = CHOICE.best.score >= context.params.initiative && !isHeld(context, i);
      if (stirs) make(world, context, i, CHOICE);
      remember(world, i, stirs ? CHOICE.second : CHOICE.best);
    }
  },
});

/** Outside options decay, since the other actors move on. */
function forget({ columns: { outsideOption } }: World, share: number): void {
  for (let i = 0; i < outsideOption.length; i++) outsideOption[i]! *= 1 - share;
}

/** The best move that was not made is the outside option in the next bargain. */
function remember({ columns: { outsideOption, outsideOptionPartner } }: World, i: number, move: Move): void {
  const open = move.kind === 'found' || move.kind === 'join' ? Math.max(0, move.score) : 0;
  outsideOption[i] = open;
  outsideOptionPartner[i] = move.kind === 'found' ? move.partner : -1;
}

/**
 * The mover's outside option if this bargain fails: its second-best move, unless that is with the same partner, as far as the
 * treaty forecloses it.
 */
function otherwise(
  { params }: StepContext<MoveParams>,
  { best, second }: RankedMoves,
  clauses: Clauses,
  bond: number,
): number {
  if (second.kind !== 'found' && second.kind !== 'join') return 0;
  if (second.kind === 'found' && second.partner === best.partner) return 0;
  return Math.max(0, second.score) * foreclosed(params.foreclosure, clauses, bond);
}

/** Makes the best move. A proposal that the other rejects is dropped without an event. */
function make(world: World, context: StepContext<MoveParams>, i: number, choice: RankedMoves): void {
  const { kind, alliance, from, partner, form, score } = choice.best;
  if (kind === 'leave') {
    giveNotice(world, context, alliance!, i, false, reasonFor(context, choice));
    return;
  }
  if (kind === 'switch' && !mayEnter(world, i, alliance!.clauses)) {
    // The actor must leave the first alliance before it can join the other; it then applies there like anyone.
    giveNotice(world, context, from!, i, true, reasonFor(context, choice));
    return;
  }
  if (kind === 'join' || kind === 'switch') {
    const without = otherwise(context, choice, alliance!.clauses, alliance!.bond);
    const entered = apply(world, context, alliance!, i, reasonFor(context, choice), { worth: score, without });
    // An actor that has found a better alliance does not withdraw its notice.
    if (entered && from) giveNotice(world, context, from, i, true, reasonFor(context, choice));
    return;
  }
  const trust = isNonSecurity(form!) ? 1 : mutualTrust(world, i, partner);
  const theirs = foundingWorth(world, context, partner, i, trust, form!, context.scratch.otherAppraisal);
  const without = otherwise(context, choice, form!.clauses, form!.bond);
  const clauses = draft(form!, world, i, partner);
  propose(world, context, i, partner, form!.noun, clauses, { ours: score, theirs, without }, () =>
    reasonFor(context, choice),
  );
}

function reasonFor(context: StepContext<MoveParams>, { best, second }: RankedMoves): Reason {
  const { initiative } = context.params;
  const runnerUp =
    second.score > initiative
      ? { choice: alternativeOf(context, second), score: second.score }
      : { choice: { act: 'wait' as const }, score: initiative };
  const { because, score } = explain(best.terms);
  return { because, score, runnerUp };
}

const alternativeOf = ({ names }: StepContext<MoveParams>, { kind, alliance, form, partner }: Move): Alternative =>
  kind === 'found' || kind === 'none'
    ? { act: 'found', form: form!.noun, to: names[partner]! }
    : { act: kind, alliance: alliance!.id };
