import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance, Member } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { memberOf, merge } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';
import { aftermath, alienation, decide, voteReason } from '../govern/voting/vote.ts';
import { mutualTrust } from './moves/founding.ts';
import { loadOf } from './utility/costs.ts';
import { depthOf } from './utility/depth.ts';
import { TERM } from './utility/terms.ts';
import { appraise, utilityOfStaying } from './utility/treaty-utility.ts';
import { Weights } from './utility/weights.ts';

const params = z.strictObject({
  weights: Weights.prefault({}),
  every: z.int().min(1).max(100).default(10).meta({
    description: 'years between an alliance’s considerations of a merger with the closest alliance',
  }),
  friendship: z.number().min(0).max(1).default(0.7).meta({
    description: 'mutual trust of their leaders from which alliances without a common member consider a merger',
  }),
  threshold: z
    .number()
    .min(0)
    .max(10)
    .default(0.15)
    .meta({ description: 'gain from the merger from which a member votes for it' }),
  alienation,
});
type Params = z.infer<typeof params>;

/**
 * Two alliances of one purpose and the same obligations that share a member, or whose leaders are friends, merge where both vote
 * for it by their own rules. Each alliance considers one other every `every` years: the one with the most shared members.
 */
export const mergers = mechanism({
  name: 'mergers',
  phase: 'realign',
  cites: ['Snyder 1984'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    if (world.alliances.length < 2) return;
    const rhythm = context.params.every * context.model.scenario.time.ticksPerYear;
    for (const alliance of world.alliances) {
      const age = world.tick - alliance.founded;
      if (age <= 0 || age % rhythm !== 0 || !world.alliances.includes(alliance)) continue;
      const other = closest(world, context.params, alliance);
      if (other) unite(world, context, alliance, other);
    }
  },
});

function closest(world: World, { friendship }: Params, alliance: Alliance): Alliance | undefined {
  let best: Alliance | undefined;
  let most = 0;
  for (const { actor } of alliance.members) {
    for (const index of world.derived.treaties[actor]!) {
      const other = world.alliances[index]!;
      if (other === alliance || other === best || other.bond !== alliance.bond) continue;
      const shared = common(alliance, other);
      if (shared <= most || !unitable(world, alliance, other)) continue;
      most = shared;
      best = other;
    }
  }
  if (best || alliance.leader < 0) return best;
  for (const other of world.alliances)
    if (other !== alliance && other.leader >= 0 && mutualTrust(world, alliance.leader, other.leader) >= friendship)
      if (unitable(world, alliance, other)) return other;
  return undefined;
}

const common = (a: Alliance, b: Alliance): number => {
  let count = 0;
  for (const { actor } of a.members) if (memberOf(b, actor)) count++;
  return count;
};

/** Whether they ask the same of their members, no member has given notice, and an exclusive union admits nobody bound elsewhere. */
function unitable(world: World, a: Alliance, b: Alliance): boolean {
  const x = a.clauses;
  const y = b.clauses;
  if (a.bond !== b.bond || x.purpose !== y.purpose || x.structure !== y.structure) return false;
  if (x.casusFoederis !== y.casusFoederis || x.adHoc || y.adHoc || !sameScope(a, b)) return false;
  const exclusive = x.exclusive || y.exclusive;
  return isFree(world, a, a, b, exclusive) && isFree(world, b, a, b, exclusive);
}

function sameScope({ scope }: Alliance, { scope: other }: Alliance): boolean {
  if (scope.length !== other.length) return false;
  for (let k = 0; k < scope.length; k++) if (scope[k] !== other[k]) return false;
  return true;
}

/** Whether no member of `one` has given notice or is bound by a third treaty of the purpose that excludes the union of a and b. */
function isFree(world: World, one: Alliance, a: Alliance, b: Alliance, exclusive: boolean): boolean {
  for (const { actor, leaves } of one.members) {
    if (leaves >= 0) return false;
    for (const index of world.derived.treaties[actor]!) {
      const held = world.alliances[index]!;
      if (held === a || held === b || held.clauses.purpose !== one.clauses.purpose) continue;
      if (held.clauses.exclusive || exclusive) return false;
    }
  }
  return true;
}

/** The larger absorbs the smaller; of equal size, the older absorbs the younger. The clauses of the absorbing alliance apply. */
function unite(world: World, context: StepContext<Params>, a: Alliance, b: Alliance): void {
  const larger = a.members.length - b.members.length || b.founded - a.founded;
  const [into, from] = larger >= 0 ? [a, b] : [b, a];
  const consent = (alliance: Alliance, other: Alliance) => {
    const outcome = decide(context, alliance, 'merger', -1, (member) =>
      gain(world, context, alliance, other, into, member),
    );
    aftermath(world, context, alliance, 'a merger', outcome, context.params.alienation);
    return outcome;
  };
  const theirs = consent(from, into);
  if (!theirs.passed || !consent(into, from).passed) return;
  merge(world, context, from, into, voteReason(theirs));
}

/** Worth of the union to a member beyond what it has, less the threshold. */
function gain(
  world: World,
  { params, model, scratch: { appraisal } }: StepContext<Params>,
  alliance: Alliance,
  other: Alliance,
  into: Alliance,
  member: Member,
): number {
  const { ticksPerYear } = model.scenario.time;
  const { weights, threshold } = params;
  const i = member.actor;
  const now = appraise(world, weights, i, utilityOfStaying(alliance, member, appraisal), ticksPerYear, appraisal);
  let price = priceOf(appraisal.terms);
  const double = memberOf(other, i);
  if (double) {
    appraise(world, weights, i, utilityOfStaying(other, double, appraisal), ticksPerYear, appraisal);
    price += priceOf(appraisal.terms);
  }
  const prospect = utilityOfStaying(alliance, member, appraisal);
  for (const { actor } of other.members)
    if (actor !== i && !memberOf(alliance, actor)) appraisal.partners[prospect.count++] = actor;
  prospect.clauses = into.clauses;
  prospect.leader = into.leader;
  prospect.quota = into.clauses.targetRate * world.columns.budget[i]!;
  const union = appraise(world, weights, i, prospect, ticksPerYear, appraisal);
  if (!double) return union - now - threshold;
  // A member of both already has all these partners, and pays one quota instead of two.
  return priceOf(appraisal.terms) + weights.commitment * depthOf(into.bond) * loadOf(other) - price - threshold;
}

const priceOf = (terms: Float64Array): number =>
  terms[TERM.effort]! + terms[TERM.autonomy]! + terms[TERM.commitment]! + terms[TERM.openness]!;
