import { logistic, pow } from '../../../exact/exact-math.ts';
import { creditOf, decidedAnswer, isHeld } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';
import { type Reason, reasons } from '../../../world/event.ts';
import { horizonOf } from '../../../world/horizon.ts';
import { memberOf, strengthShareOf } from '../../../world/membership.ts';
import type { World } from '../../../world/state.ts';
import { trustBetween } from '../../../world/trust.ts';
import { conflicting } from './breaches.ts';
import type { Crisis } from './crisis.ts';
import type { CrisisParams } from './params.ts';

/** The terms of an ally’s answer. */
export const ANSWER_TERMS = [
  'leaning',
  'stake',
  'obligation',
  'trust',
  'reputation',
  'abandonment',
  'cost',
  'entrapment',
  'shift',
  'conflict',
] as const;
const values = new Float64Array(ANSWER_TERMS.length);

export interface Answer {
  honours: boolean;
  reason: Reason;
  /** Whether the ally, which is held, gave no answer. */
  silent?: true;
}

/**
 * Whether ally k honours its commitment: a logistic choice (Leeds, Long & Mitchell 2000 on what matters; Snyder 1984 on the tension
 * between abandonment and entrapment). A person's decision for k replaces the draw. An ally that is held, and for which nobody
 * answers, does not come.
 */
export function answerCall(
  world: World,
  context: StepContext<CrisisParams>,
  k: number,
  alliance: Alliance,
  crisis: Crisis,
): Answer {
  weigh(world, context, k, alliance, crisis);
  const { because, score } = reasons(ANSWER_TERMS, values);
  const probability = logistic(score);
  // The draw is made even where a person decides, so that the random numbers of the next ally asked stay the same.
  const draw = context.random().uniform();
  const decision = decidedAnswer(context, k, crisis.victim, crisis.caller, alliance);
  if (!decision && isHeld(context, k)) return { honours: false, reason: { because: [] }, silent: true };
  const honours = decision ? decision.choice.act === 'honour' : draw < probability;
  const runnerUp = { choice: { act: honours ? ('renege' as const) : ('honour' as const) }, score: 0 };
  // Written out: where a property follows a spread, engines may make a new hidden class for every object.
  const reason: Reason = decision
    ? { because, score, runnerUp, ...creditOf(decision) }
    : { because, score, chance: { probability, draw }, runnerUp };
  return { honours, reason };
}

function weigh(world: World, context: StepContext<CrisisParams>, k: number, alliance: Alliance, crisis: Crisis): void {
  const { params } = context;
  const { caller, foe, attack, defence } = crisis;
  const n = world.shape.actors;
  const { strength, culture, threat, hostility, proximity, threatHostility, threatProximity, threatStrength } =
    world.columns;
  const { affinity, treaties } = world.derived;
  const outside = foe >= n;
  const power = outside ? threatStrength[foe - n]! : strength[foe]!;
  const near = outside ? threatProximity[(foe - n) * n + k]! : proximity[foe * n + k]!;
  const illWill = outside ? threatHostility[(foe - n) * n + k]! : hostility[k * n + foe]!;
  const danger = (illWill * near * power) / (strength[k]! + power || 1);
  const liking = outside ? 0 : trustBetween(world, k, foe);
  let partners = 0;
  for (const index of treaties[k]!) partners += world.alliances[index]!.members.length - 1;
  const other = caller === crisis.victim ? attack.force : defence.force;
  const own = caller === crisis.victim ? defence.force : attack.force;
  const formal = alliance.clauses.formality * (0.75 + 0.5 * culture[k * 5 + 2]!);
  const explicit = alliance.scope.includes(foe) ? 1 + params.explicit : 1;
  const member = memberOf(alliance, k)!;

  values[0] = params.leaning;
  values[1] = params.stake * (danger + 0.5 * Math.max(0, affinity[k * n + caller]!));
  values[2] = params.obligation * formal * explicit * loyaltyTo(world, context, member);
  values[3] = params.trust * (trustBetween(world, k, caller) - 0.5);
  values[4] = params.reputation * horizonOf(world, k) * ((partners - 1) / (partners + 1));
  values[5] = params.abandonment * threat[k]! * (strength[caller]! / (strength[caller]! + strength[k]! || 1));
  values[6] = -params.cost * (other / (other + own + strength[k]! || 1)) * (1.5 - near);
  values[7] = -params.entrapment * (0.5 * (1 - affinity[k * n + caller]!) + Math.max(0, liking - 0.5));
  values[8] = -params.shift * Math.max(shiftOf(world, member), shiftOf(world, memberOf(alliance, caller)!));
  values[9] = -params.conflict * conflicting(world, k, crisis);
}

/** How far a member’s share of all strength has changed since it joined; 1 where it doubled or vanished. */
function shiftOf(world: World, { actor, share }: Member): number {
  return share > 0 ? Math.min(1, Math.abs(strengthShareOf(world, actor) / share - 1)) : 0;
}

/**
 * A new leader feels less bound by its predecessor’s commitment than by its own (Leeds, Mattes & Vogel 2009); with time it adopts
 * it.
 */
function loyaltyTo(world: World, { params, model }: StepContext<CrisisParams>, { actor, joined }: Member): number {
  const { loyalty, succession } = world.columns;
  const since = succession[actor]! - 1;
  if (since < 0 || joined >= since) return loyalty[actor]!;
  const years = (world.tick - since) / model.scenario.time.ticksPerYear;
  return loyalty[actor]! * (1 - params.succession * pow(0.5, years / params.tenure));
}
