import { z } from 'zod';
import { clamp } from '../../exact/exact-math.ts';
import { decisionToStay, isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance, Member } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { Reason } from '../../world/event.ts';
import { dissolve, idsOf, leave } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';
import { asymmetry, foreclosure, nashShift, outsideOptionOf, powerOf } from './bargain/bargain.ts';
import { foreclosed } from './moves/accession.ts';
import { TERM } from './utility/terms.ts';
import { appraise, explain, utilityOfStaying } from './utility/treaty-utility.ts';
import { Weights } from './utility/weights.ts';

const params = z.strictObject({
  weights: Weights.prefault({}),
  inertia: z
    .number()
    .min(0)
    .max(10)
    .default(0.15)
    .meta({ description: 'loss a member bears rather than let a treaty lapse' }),
  asymmetry,
  foreclosure,
  noise: z
    .number()
    .min(0)
    .max(5)
    .default(0.1)
    .meta({ description: 'standard deviation of the random term in a renewal' }),
});
type Params = z.infer<typeof params>;

/**
 * At the end of its term a treaty is renewed by the members to which it is still worth it. A member that would leave bargains over
 * its quota with those that stay; with fewer than two members left the treaty lapses.
 */
export const renewals = mechanism({
  name: 'renewals',
  phase: 'realign',
  cites: ['Leeds & Savun 2007', 'Nash 1950'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    for (const alliance of world.alliances) {
      const { term } = alliance.clauses;
      if (term === null || world.tick - alliance.renewed < context.model.ticksOf(term)) continue;
      alliance.renewed = world.tick;
      renew(world, context, alliance);
    }
  },
});

function renew(world: World, context: StepContext<Params>, alliance: Alliance): void {
  const { inertia } = context.params;
  const held = alliance.members;
  const why: (Reason | undefined)[] = [];
  const scores: number[] = [];
  let content = true;
  context.onOccasion?.({ kind: 'renewal', who: idsOf(alliance, context.names), about: alliance.id });
  for (let k = 0; k < held.length; k++) {
    const own = worth(world, context, alliance, k) + inertia;
    const stays = isHeld(context, held[k]!.actor) || decisionToStay(context, alliance, held[k]!.actor);
    const score = stays ? Math.max(0, own) : own;
    scores.push(score);
    why.push(score < 0 ? explain(context.scratch.appraisal.terms) : undefined);
    if (score < 0) content = false;
  }
  if (content) {
    context.emit({ kind: 'renewed', alliance: alliance.id, who: idsOf(alliance, context.names) });
    return;
  }
  let bargained = false;
  const going = held.filter((member, k) => {
    if (scores[k]! >= 0) return false;
    if (!rebalance(world, context, alliance, member, scores)) return true;
    bargained = true;
    return false;
  });
  context.onOccasion?.({
    kind: 'going',
    who: going.map(({ actor }) => context.names[actor]!),
    about: alliance.id,
  });
  if (held.length - going.length < 2 && going.length > 0) {
    dissolve(world, context, alliance, 'lapsed', why[held.indexOf(going[0]!)]);
    return;
  }
  for (const member of going) leave(world, context, alliance, member.actor, why[held.indexOf(member)]);
  context.emit({ kind: 'renewed', alliance: alliance.id, who: idsOf(alliance, context.names) });
  if (bargained) context.emit({ kind: 'renegotiated', alliance: alliance.id, who: idsOf(alliance, context.names) });
}

/** Worth of renewal to the k-th member, with a random impulse; the terms are left in the appraisal buffer. */
function worth(world: World, context: StepContext<Params>, alliance: Alliance, k: number): number {
  const member = alliance.members[k]!;
  const { appraisal } = context.scratch;
  const { ticksPerYear } = context.model.scenario.time;
  const score = appraise(
    world,
    context.params.weights,
    member.actor,
    utilityOfStaying(alliance, member, appraisal),
    ticksPerYear,
    appraisal,
  );
  const impulse = context.params.noise * context.random().noise();
  appraisal.terms[TERM.impulse] = impulse;
  return score + impulse;
}

/**
 * A member that would leave bargains over its quota with those that stay, as a whole: their worth is the mean worth of renewal, and
 * each takes over burden in proportion to what its budget has left. A successful bargain also settles the member's dispute. Nobody
 * bargains for an actor that is held.
 */
function rebalance(
  world: World,
  context: StepContext<Params>,
  alliance: Alliance,
  member: Member,
  scores: readonly number[],
): boolean {
  const { params } = context;
  const { budget, strength } = world.columns;
  const own = alliance.members.indexOf(member);
  const stayers = alliance.members.filter(
    (other, k) => other !== member && (scores[k]! >= 0 || scores.length === 2) && !isHeld(context, other.actor),
  );
  if (stayers.length === 0) return false;
  const whole = { worth: 0, without: 0, quota: 0, budget: 0 };
  let power = 0;
  for (const other of stayers) {
    whole.worth += scores[alliance.members.indexOf(other)]! / stayers.length;
    whole.quota += other.quota;
    whole.budget += budget[other.actor]!;
    power += strength[other.actor]! / stayers.length;
  }
  const exit = foreclosed(params.foreclosure, alliance.clauses, alliance.bond);
  const only = stayers.length === 1 ? stayers[0]!.actor : -1;
  const side = {
    worth: scores[own]!,
    without: outsideOptionOf(world, member.actor, only, exit),
    quota: member.quota,
    budget: budget[member.actor]!,
  };
  if (only >= 0) whole.without = outsideOptionOf(world, only, member.actor, exit);
  const share = powerOf(strength[member.actor]!, power, params.asymmetry);
  const shift = nashShift(side, whole, params.weights.effort, share);
  if (shift === undefined) return false;
  shiftBurden(stayers, budget, shift);
  member.quota = clamp(member.quota + shift, 0, budget[member.actor]!);
  for (const each of stayers.length === 1 ? alliance.members : [member]) each.inequity /= 2;
  alliance.disputes = alliance.disputes.filter(({ actor }) => stayers.length > 1 && actor !== member.actor);
  return true;
}

/** Lowers the quotas of these members in proportion. An increase is divided by what their budgets have left. */
function shiftBurden(members: readonly Member[], budget: Float64Array, shift: number): void {
  let base = 0;
  const weightOf = (m: Member): number => (shift > 0 ? m.quota : Math.max(0, budget[m.actor]! - m.quota));
  for (const each of members) base += weightOf(each);
  if (base <= 0) return;
  const parts = members.map((each) => (shift * weightOf(each)) / base);
  members.forEach((each, k) => {
    each.quota = clamp(each.quota - parts[k]!, 0, budget[each.actor]!);
  });
}
