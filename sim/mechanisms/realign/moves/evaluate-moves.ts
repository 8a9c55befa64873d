import { isHeld } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { ALLIED } from '../../../schema/treaty.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import { FOES } from '../../../world/columns.ts';
import { memberOf } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';
import { isNonSecurityPurpose, nonSecurityForm } from '../treaty-forms/non-security-treaties.ts';
import { type Form, formChoices, TRUCE, trustNeeded } from '../treaty-forms/security-treaties.ts';
import { loadOf } from '../utility/costs.ts';
import { depthOf } from '../utility/depth.ts';
import { TERM, TERMS } from '../utility/terms.ts';
import { appraise, explain, utilityOfJoining, utilityOfStaying } from '../utility/treaty-utility.ts';
import { mayEnter } from './accession.ts';
import { considerMove, type RankedMoves } from './choice.ts';
import { salientOthers } from './choice-set.ts';
import { foundingWorth, mutualTrust } from './founding.ts';
import type { MoveParams } from './params.ts';

/** Number of foes with which an actor considers a truce. */
const FEARED = 3;

/** Evaluates leaving each treaty, then the most salient entries, until attention is used up. */
export function evaluateMoves(world: World, context: StepContext<MoveParams>, i: number, choice: RankedMoves): void {
  choice.best.score = -Infinity;
  choice.second.score = -Infinity;
  choice.best.kind = 'none';
  choice.second.kind = 'none';
  choice.weighed = 0;
  choice.least = undefined;
  choice.hold = Infinity;
  for (const index of world.derived.treaties[i]!) weighLeaving(world, context, i, world.alliances[index]!, choice);
  weighTruces(world, context, i, choice);
  const { attention, interest } = context.params;
  const count = salientOthers(world, context.scratch, i, attention, interest);
  const { mark } = context.scratch;
  const civil = context.params.purposes.some(isNonSecurityPurpose);
  mark.fill(-1);
  for (let c = 0; c < count && choice.weighed < attention; c++) {
    const j = context.scratch.order[c]!;
    for (const index of world.derived.treaties[j]!) weighJoining(world, context, i, world.alliances[index]!, choice);
    const trust = mutualTrust(world, i, j);
    for (const form of formChoices(trust)) if (weighFounding(world, context, i, j, trust, form, choice)) break;
    if (civil) weighCivil(world, context, i, j, trust, choice);
    mark[j] = i;
  }
}

/** An actor seeks a truce with the foes it fears most, as soon as there is a little trust. */
function weighTruces(world: World, context: StepContext<MoveParams>, i: number, choice: RankedMoves): void {
  const { foe, foeThreat } = world.columns;
  for (let f = i * FOES; f < i * FOES + FEARED && foeThreat[f]! > context.params.alarm; f++) {
    const j = foe[f]!;
    if (j >= world.shape.actors) continue;
    const trust = mutualTrust(world, i, j);
    if (trust >= TRUCE.trust) weighFounding(world, context, i, j, trust, TRUCE, choice);
  }
}

function weighLeaving(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  alliance: Alliance,
  choice: RankedMoves,
): void {
  const member = memberOf(alliance, i)!;
  const { appraisal } = context.scratch;
  choice.weighed++;
  const worth = appraise(
    world,
    context.params.weights,
    i,
    utilityOfStaying(alliance, member, appraisal),
    context.model.scenario.time.ticksPerYear,
    appraisal,
  );
  const price = context.params.word * alliance.clauses.formality * world.columns.loyalty[i]!;
  if (member.leaves < 0 && worth + price < choice.hold) {
    choice.least = alliance;
    choice.hold = worth + price;
  }
  // Leaving is considered only where the treaty is a net burden. An actor that no longer feels a burden withdraws its notice.
  if (worth >= 0) {
    if (member.leaves >= 0 && member.noticeByPlayer === 0 && !isHeld(context, i)) withdraw(context, alliance, member);
    return;
  }
  if (member.leaves >= 0) return;
  for (let k = 0; k < TERMS.length; k++) appraisal.terms[k] = -appraisal.terms[k]!;
  appraisal.terms[TERM.word] = -price;
  considerMove(context, choice, 'leave', -worth - price, alliance, -1, undefined);
}

function withdraw(context: StepContext<MoveParams>, alliance: Alliance, member: Member): void {
  member.leaves = -1;
  context.emit(
    { kind: 'stayed', alliance: alliance.id, who: [context.names[member.actor]!] },
    explain(context.scratch.appraisal.terms),
  );
}

function weighJoining(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  alliance: Alliance,
  choice: RankedMoves,
): void {
  if (memberOf(alliance, i) || alreadyWeighed(context, alliance, i)) return;
  const barred = !mayEnter(world, i, alliance.clauses);
  if ((barred && !choice.least) || !welcomeSeems(world, i, alliance)) return;
  const { appraisal } = context.scratch;
  choice.weighed++;
  const score = appraise(
    world,
    context.params.weights,
    i,
    utilityOfJoining(world, alliance, i, appraisal),
    context.model.scenario.time.ticksPerYear,
    appraisal,
  );
  if (score > 0 && !barred) considerMove(context, choice, 'join', score, alliance, -1, undefined);
  else if (choice.least) weighSwitch(world, context, i, alliance, score, choice);
}

/**
 * Where exclusivity or the load of obligations rules out both, evaluates leaving the alliance of least worth for this one: the
 * difference of the two appraisals, plus the load that no longer applies, less the cost of breaking the commitment.
 */
function weighSwitch(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  alliance: Alliance,
  score: number,
  choice: RankedMoves,
): void {
  const from = choice.least!;
  if (!mayEnter(world, i, alliance.clauses, from)) return;
  const { terms } = context.scratch.appraisal;
  const lighter = context.params.weights.commitment * depthOf(alliance.bond) * loadOf(from);
  if (score + lighter - choice.hold <= 0) return;
  terms[TERM.commitment]! += lighter;
  terms[TERM['left behind']] = -choice.hold;
  const slot = considerMove(context, choice, 'switch', score + lighter - choice.hold, alliance, -1, undefined);
  if (slot) slot.from = from;
}

/** Whether the alliance was already evaluated through another member; `mark` holds the evaluating actor. */
function alreadyWeighed({ scratch: { mark } }: StepContext<MoveParams>, alliance: Alliance, i: number): boolean {
  for (const { actor } of alliance.members) if (mark[actor] === i) return true;
  return false;
}

/** Besides security, a pair may found one more treaty where their purposes allow: by what they lack or share. */
function weighCivil(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  j: number,
  trust: number,
  choice: RankedMoves,
): void {
  const { purposes } = context.params;
  const form = nonSecurityForm(world, i, j, trust, purposes);
  if (!form || !mayEnter(world, i, form.clauses) || !mayEnter(world, j, form.clauses)) return;
  choice.weighed++;
  const score = foundingWorth(world, context, i, j, 1, form, context.scratch.appraisal);
  if (score > 0) considerMove(context, choice, 'found', score, undefined, j, form);
}

/** @returns whether it is worth founding. */
function weighFounding(
  world: World,
  context: StepContext<MoveParams>,
  i: number,
  j: number,
  trust: number,
  form: Form,
  choice: RankedMoves,
): boolean {
  if (!mayEnter(world, i, form.clauses) || !mayEnter(world, j, form.clauses)) return false;
  const owed = world.derived.bonds[i * world.shape.actors + j]!;
  if ((owed & form.bond) === form.bond || (owed & ALLIED & form.bond) !== 0) return false;
  // A small treaty is evaluated together with the alliance that it may lead to.
  choice.weighed += (form.bond & ALLIED) === 0 ? 2 : 1;
  const score = foundingWorth(world, context, i, j, trust, form, context.scratch.appraisal);
  if (score > 0) considerMove(context, choice, 'found', score, undefined, j, form);
  return score > 0;
}

/** An actor applies only where it would be admitted: the trust between it and those who decide must be what such a treaty needs. */
function welcomeSeems(world: World, i: number, alliance: Alliance): boolean {
  const needed = trustNeeded(alliance.bond);
  const { governance } = alliance.clauses;
  let ready = 0;
  for (const { actor } of alliance.members) {
    const mutual = mutualTrust(world, i, actor) >= needed;
    if (governance === 'hegemonic' && actor === alliance.leader) return mutual;
    if (mutual) ready++;
    else if (governance === 'consensus') return false;
  }
  return governance === 'consensus' || 2 * ready > alliance.members.length;
}
