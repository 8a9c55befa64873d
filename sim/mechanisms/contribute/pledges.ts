import { clamp } from '../../exact/exact-math.ts';
import { decisionText, isTo, tellOutcome, UNTIL_REVOKED } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { areBound } from '../../world/obligations.ts';
import { capQuotas } from '../../world/quota.ts';
import type { World } from '../../world/state.ts';
import { anyJoined, bestJoined, join, principal, spillBeside } from './effort/aggregate.ts';
import { bestResponse } from './effort/best-response.ts';
import { chooseEffort, type EffortContext } from './effort/effort-choice.ts';
import { growthOfHeld } from './effort/kept-share.ts';
import { type PledgeParams, pledgeParams } from './effort/params.ts';
import { defenceOdds } from './effort/preferences.ts';
import { shareBudget } from './effort/rival-pools.ts';

/**
 * Effort of all actors at once. The same force is pledged to every non-rival treaty: G* = max(0, βB − (1−β)(ψ Z₋ᵢ + D0)). Effort
 * moves toward (1−η)G* + η·max(G*, quota), with a step λ ≤ 1/(1 + (1−β)Σψ) that keeps simultaneous best responses from oscillating.
 * Rival pools then divide what is left of the budget. The effort of an actor that is held stays at its share of the budget.
 */
export const pledges = mechanism({
  name: 'pledges',
  phase: 'contribute',
  cites: ['Olson & Zeckhauser 1966', 'Bergstrom, Blume & Varian 1986', 'Fischbacher, Gächter & Fehr 2001'],
  owns: CHANGING_COLUMNS,
  params: pledgeParams,
  step: pledge,
});

export function pledge(world: World, context: StepContext<PledgeParams>): void {
  obeyContribution(world, context);
  capQuotas(world);
  const kept = growthOfHeld(world, context);
  context.scratch.mark.fill(0);
  const pace = context.model.perTick(context.params.pace);
  const wanted = context.scratch.e;
  const joins = anyJoined(world);
  for (let i = 0; i < world.shape.actors; i++) wanted[i] = nextEffort(world, context, i, joins, pace, kept?.get(i));
  const { effort, spent } = world.columns;
  for (let i = 0; i < world.shape.actors; i++) {
    effort[i] = wanted[i]!;
    spent[i] = wanted[i]!;
  }
  for (const alliance of world.alliances)
    if (!alliance.rival) for (const member of alliance.members) member.effort = effort[member.actor]!;
  shareBudget(world, context, pace, kept);
}

/** A person's decision on effort applies until its ticks are over. */
export function obeyContribution(world: World, context: StepContext): void {
  const { ordered, orderedUntil } = world.columns;
  for (const decision of context.decisions.list) {
    if (!isTo(decision, 'contribute') || decision.choice.alliance !== undefined) continue;
    const { actor, choice } = decision;
    ordered[actor] = choice.rate;
    orderedUntil[actor] = world.tick + (choice.ticks ?? UNTIL_REVOKED);
    tellOutcome(context, decision, { kind: 'intervention', who: [context.names[actor]!], what: decisionText(choice) });
  }
  for (let i = 0; i < world.shape.actors; i++) if (ordered[i]! >= 0 && world.tick >= orderedUntil[i]!) ordered[i] = -1;
}

const standing: EffortContext = { quota: 0, compliance: 0, seen: 1, coupling: 0 };

/**
 * @param joins whether any treaty aggregates efforts otherwise than by their sum.
 * @param pace largest step of a tick, as a share of the distance.
 * @param kept of an actor that is held, the growth of its budget.
 */
function nextEffort(
  world: World,
  context: StepContext<PledgeParams>,
  i: number,
  joins: boolean,
  pace: number,
  kept: number | undefined,
): number {
  const { peace, alarm, unaided, own = 0 } = context.params;
  const { budget, effort, spillIn, taste, ordered } = world.columns;
  const B = budget[i]!;
  const joined = joins ? principal(world, i) : undefined;
  survey(world, context, i, joined);
  const odds = defenceOdds(world, i, peace, alarm);
  const beta = odds / (1 + odds);
  taste[i] = beta;
  const aside = spillIn[i]!;
  if (joined) join(world, joined, i);
  const free = aside + unaided * B;
  const best = joined ? bestJoined(beta, own, B, free) : bestResponse(beta, own, B, free);
  // What the treaty adds to the own effort, at that effort. All strategies but the best response take it as fixed.
  if (joined) spillIn[i] = aside + spillBeside(effort[i]!);
  const next =
    ordered[i]! >= 0
      ? ordered[i]! * B
      : kept !== undefined
        ? Math.min(B, effort[i]! * kept)
        : approach(world, context, i, best, pace);
  if (joined) spillIn[i] = aside + spillBeside(next);
  return next;
}

function approach(world: World, context: StepContext<PledgeParams>, i: number, best: number, pace: number): number {
  const { budget, effort, taste } = world.columns;
  const B = budget[i]!;
  const beta = taste[i]!;
  const wanted = chooseEffort(world, context, i, best, standing, effort[i]!, B);
  const target = (1 - standing.compliance) * wanted + standing.compliance * Math.max(wanted, standing.quota);
  const step = Math.min(pace, 1 / (1 + (1 - beta) * standing.coupling));
  return clamp(effort[i]! + step * (target - effort[i]!), 0, B);
}

/** Finds the spill-in from distinct allies, the largest quota and its enforcement. Writes `spillIn` and `standing`. */
function survey(
  world: World,
  { scratch: { mark, a: share }, params }: StepContext<PledgeParams>,
  i: number,
  joined: Alliance | undefined,
): void {
  const { effort, spillIn, loyalty } = world.columns;
  let spill = 0;
  let coupling = 0;
  let quota = 0;
  let compliance = 0;
  let seen = 0;
  let partners = 0;
  if (joined) {
    for (const { actor } of joined.members) {
      mark[actor] = i + 1;
      share[actor] = 1;
    }
    coupling = joined.clauses.publicness * (joined.members.length - 1);
  }
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if (alliance.rival) continue;
    const { publicness, formality, monitoring, sanction } = alliance.clauses;
    let paid = 0;
    for (const member of alliance.members) {
      if (member.actor === i) {
        if (member.quota > quota) quota = member.quota;
        continue;
      }
      const j = member.actor;
      paid += member.seen;
      if (!areBound(alliance, i, j)) continue;
      // An ally met in two treaties spills in once, through the treaty of greater publicness.
      const held = mark[j] === i + 1 ? share[j]! : 0;
      if (publicness > held) {
        spill += (publicness - held) * effort[j]!;
        coupling += publicness - held;
        mark[j] = i + 1;
        share[j] = publicness;
      }
    }
    const others = alliance.members.length - 1;
    const here =
      formality * (params.word * loyalty[i]! + (params.reciprocity * paid) / others) +
      monitoring * Math.min(1, sanction);
    if (here > compliance) compliance = here;
    seen += paid;
    partners += others;
  }
  spillIn[i] = spill;
  standing.quota = quota;
  standing.compliance = Math.min(1, compliance);
  standing.seen = partners > 0 ? seen / partners : 1;
  standing.coupling = coupling;
}
