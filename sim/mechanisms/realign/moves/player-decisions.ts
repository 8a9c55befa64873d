import { creditOf, type DecisionTo, decisionText, isHeld, isTo, tellOutcome } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { bondOf, type Clauses } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { memberOf } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';
import { ALLIANCE_FORM, draft } from '../treaty-forms/security-treaties.ts';
import { appraise, explain, utilityOfPairing } from '../utility/treaty-utility.ts';
import { apply, barrierTo, giveNotice, propose } from './accession.ts';
import type { MoveParams } from './params.ts';
import { refuseBarred, refuseDecision } from './refusal.ts';
import { signText } from './sign.ts';

/**
 * Decisions by persons to join, stay, leave, propose or sign come before all evaluation by actors; the other actors still must agree. One that
 * stands for several ticks is tried in each until it is done.
 */
export function obeyDecisions(world: World, context: StepContext<MoveParams>): void {
  for (const decision of context.decisions.list) {
    if (decision.told) continue;
    if (isTo(decision, 'stay')) keep(world, context, decision);
    else if (isTo(decision, 'leave')) quit(world, context, decision);
    else if (isTo(decision, 'join')) enter(world, context, decision);
    else if (isTo(decision, 'propose')) offer(world, context, decision);
    else if (isTo(decision, 'sign')) signText(world, context, decision);
  }
}

const standing = (world: World, id: string): Alliance | undefined =>
  world.alliances.find((alliance) => alliance.id === id);

/** Withdraws a notice under way; `giveNotice` prevents another one in this tick. */
function keep(world: World, context: StepContext<MoveParams>, decision: DecisionTo<'stay'>): void {
  const { actor, choice } = decision;
  const alliance = standing(world, choice.alliance);
  const member = alliance && memberOf(alliance, actor);
  if (!member) return;
  const who = [context.names[actor]!];
  if (member.leaves < 0) {
    tellOutcome(context, decision, { kind: 'intervention', who, what: decisionText(choice) });
    return;
  }
  member.leaves = -1;
  member.noticeByPlayer = 0;
  member.noticeAs = 0;
  tellOutcome(context, decision, { kind: 'stayed', alliance: choice.alliance, who });
}

function quit(world: World, context: StepContext<MoveParams>, decision: DecisionTo<'leave'>): void {
  const alliance = standing(world, decision.choice.alliance);
  const member = alliance && memberOf(alliance, decision.actor);
  if (member && member.leaves < 0)
    giveNotice(world, context, alliance, decision.actor, true, { because: [], ...creditOf(decision) });
}

function enter(world: World, context: StepContext<MoveParams>, decision: DecisionTo<'join'>): void {
  const { actor } = decision;
  const alliance = standing(world, decision.choice.alliance);
  if (!alliance || memberOf(alliance, actor)) return;
  const barrier = barrierTo(world, actor, alliance.clauses);
  if (barrier) refuseBarred(world, context, decision, actor, barrier, alliance.id);
  else apply(world, context, alliance, actor, { because: [] }, undefined, decision);
}

/** A person's proposal is a defence treaty except for the clauses it names; its worth to the person's actor is not evaluated. */
function offer(world: World, context: StepContext<MoveParams>, decision: DecisionTo<'propose'>): void {
  const { actor: i, choice } = decision;
  const j = context.model.names.actors.get(choice.to)!;
  if (i === j) return;
  const clauses: Clauses = { ...draft(ALLIANCE_FORM, world, i, j), ...choice.clauses };
  for (const party of [i, j]) {
    const barrier = barrierTo(world, party, clauses);
    if (!barrier) continue;
    refuseBarred(world, context, decision, party, barrier);
    return;
  }
  const { otherAppraisal } = context.scratch;
  const prospect = utilityOfPairing(
    i,
    clauses,
    bondOf(clauses.obligations, clauses.casusFoederis),
    -1,
    clauses.targetRate * world.columns.budget[j]!,
    otherAppraisal,
  );
  const theirs = appraise(
    world,
    context.params.weights,
    j,
    prospect,
    context.model.scenario.time.ticksPerYear,
    otherAppraisal,
  );
  const why = isHeld(context, j) ? { because: [] } : explain(otherAppraisal.terms);
  const worth = { ours: Number.MIN_VALUE, theirs, without: 0 };
  const reason = () => ({ because: [], ...creditOf(decision) });
  if (!propose(world, context, i, j, 'treaty', clauses, worth, reason))
    refuseDecision(
      world,
      context,
      decision,
      { why: isHeld(context, j) ? 'silence' : 'appraisal', refusedBy: [context.names[j]!] },
      why,
    );
}
