import { chanceOf } from '../mechanisms/crisis/attack/fight.ts';
import type { CrisisParams } from '../mechanisms/crisis/attack/params.ts';
import { calls } from '../mechanisms/crisis/attack/support.ts';
import type { TrustParams } from '../mechanisms/trust/evidence/params.ts';
import { rewardKeptPromises } from '../mechanisms/trust/evidence/promises.ts';
import type { Model } from '../model/model.ts';
import { BOUND, DEFENDS, OBLIGATION_BIT } from '../schema/treaty.ts';
import type { Alliance } from '../world/alliance.ts';
import { memberOf } from '../world/membership.ts';
import { areBound } from '../world/obligations.ts';
import type { World } from '../world/state.ts';
import { trustBetween } from '../world/trust.ts';
import type { PreviewChoice } from './choice.ts';
import { crisisParamsOf, dangerTo, forceOfFoe } from './danger.ts';
import type { CallPreview } from './preview-result.ts';
import { chosen } from './quiet-step.ts';
import type { Done } from './treaties.ts';

/** A call as it may come: who calls whom against whom, by which treaty. */
interface Call {
  caller: number;
  foe: number;
  alliance: Alliance;
  /** Whether the caller attacks. */
  offence: boolean;
}

/** An answer to a call to arms: the fight as the actor expects it, and what its answer does to the trust in it. */
export function answerIn(
  model: Model,
  now: World,
  then: World,
  i: number,
  choice: Extract<PreviewChoice, { act: 'honour' | 'renege' }>,
): Done {
  const params = crisisParamsOf(model);
  const call = params && callFor(model, now, params, i, choice);
  if (!call) return { barred: 'no-promise' };
  const honours = choice.act === 'honour';
  const { caller, foe, offence } = call;
  const [ours, theirs] = offence
    ? ([OBLIGATION_BIT.offence, DEFENDS] as const)
    : ([DEFENDS, OBLIGATION_BIT.offence] as const);
  const own = forceOfFoe(now, params, i);
  const side = sideOf(now, params, i, caller, foe, ours);
  const other = sideOf(now, params, i, foe, caller, theirs);
  const { decisiveness } = params;
  const without = chanceOf(side, other, decisiveness);
  const odds = honours ? chanceOf(side + own, other, decisiveness) : without;
  const loss = honours ? expectedLoss(params, side + own, other, odds) : 0;
  if (honours) bear(then, params, i, foe, loss);
  const breaks = honours && offence ? brokenByJoining(now, i, foe) : [];
  keepOrBreak(model, then, i, caller, honours, breaks);
  const { resources: m } = now.shape;
  const told: CallPreview = {
    caller: model.ids[caller]!,
    foe: model.ids[foe]!,
    alliance: call.alliance.id,
    yearly: offence ? 0 : dangerTo(model, now, caller, params).byFoe[foe]!,
    odds: { before: without, after: odds },
    loss,
    spoils: honours ? expectedSpoils(now, params, foe, own, side + own, other, odds) : 0,
    losses: model.scenario.resources.map(({ id }, k) => ({
      resource: id,
      amount: loss * now.columns.resources[i * m + k]!,
    })),
    breaks: breaks.map((k) => model.ids[k]!),
  };
  return { wanted: {}, told: { call: told } };
}

/**
 * The call that a choice means: of the partner that it names, or of any; against the foe that it names, or the one that the caller has
 * most to fear from, by what the actor believes.
 */
function callFor(
  model: Model,
  world: World,
  params: CrisisParams,
  i: number,
  { victim, caller, alliance, foe }: Extract<PreviewChoice, { act: 'honour' | 'renege' }>,
): Call | undefined {
  const indexOf = (id: string | undefined): number => (id === undefined ? -1 : model.ids.indexOf(id));
  // Whoever calls and is not the victim attacks it.
  if (caller !== undefined && victim !== undefined && caller !== victim) {
    const [who, against] = [indexOf(caller), indexOf(victim)];
    const found = promiseTo(world, i, who, against, OBLIGATION_BIT.offence, alliance);
    return found && { caller: who, foe: against, alliance: found, offence: true };
  }
  const named = indexOf(caller ?? victim);
  let best: Call | undefined;
  let most = -1;
  for (let k = 0; k < world.shape.actors; k++) {
    if (k === i || (named >= 0 && k !== named)) continue;
    const { byFoe } = dangerTo(model, world, k, params);
    for (let j = 0; j < byFoe.length; j++) {
      if (j === i || j === k || (foe !== undefined && j !== indexOf(foe)) || byFoe[j]! <= most) continue;
      const found = promiseTo(world, i, k, j, DEFENDS, alliance);
      if (!found) continue;
      most = byFoe[j]!;
      best = { caller: k, foe: j, alliance: found, offence: false };
    }
  }
  return best;
}

/** The most formal treaty by which a caller may call an actor against a foe. */
function promiseTo(
  world: World,
  i: number,
  caller: number,
  foe: number,
  owed: number,
  id: string | undefined,
): Alliance | undefined {
  let found: Alliance | undefined;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if (id !== undefined && alliance.id !== id) continue;
    if ((alliance.bond & owed) === 0 || !memberOf(alliance, caller) || !areBound(alliance, caller, i)) continue;
    if (!calls(alliance, foe)) continue;
    if (!found || alliance.clauses.formality > found.clauses.formality) found = alliance;
  }
  return found;
}

/** The force of a side without actor i: its principal, and each ally that is called, as far as i trusts it to come. */
function sideOf(world: World, params: CrisisParams, i: number, principal: number, foe: number, owed: number): number {
  let force = forceOfFoe(world, params, principal);
  if (principal >= world.shape.actors) return force;
  const counted = new Set([i, principal, foe]);
  for (const index of world.derived.treaties[principal]!) {
    const alliance = world.alliances[index]!;
    if ((alliance.bond & owed) === 0 || !calls(alliance, foe)) continue;
    for (const { actor } of alliance.members) {
      if (counted.has(actor) || !areBound(alliance, principal, actor)) continue;
      counted.add(actor);
      force += forceOfFoe(world, params, actor) * trustBetween(world, i, actor);
    }
  }
  return force;
}

/** The share of its stocks that each on a side loses: more for the weaker side and for the loser; see `contest` in fight.ts. */
function expectedLoss({ devastation }: CrisisParams, own: number, their: number, odds: number): number {
  const both = own + their || 1;
  const won = Math.min(1, devastation * (their / both));
  const lost = Math.min(1, 2 * devastation * (their / both));
  return odds * won + (1 - odds) * lost;
}

/** The part of what the foe would lose that falls to an actor by its share of the force, in the unit of strength. */
function expectedSpoils(
  world: World,
  { devastation, spoils }: CrisisParams,
  foe: number,
  own: number,
  side: number,
  other: number,
  odds: number,
): number {
  if (foe >= world.shape.actors || side <= 0) return 0;
  const taken = Math.min(1, 2 * devastation * (side / (side + other || 1))) * world.columns.strength[foe]!;
  return odds * spoils * taken * (own / side);
}

/** Carries out the expected loss, and the grudge that the fight leaves. */
function bear(world: World, { grudge }: CrisisParams, i: number, foe: number, loss: number): void {
  const { actors: n, resources: m } = world.shape;
  const { resources, strength, budget, hostility } = world.columns;
  for (let k = i * m; k < (i + 1) * m; k++) resources[k]! *= 1 - loss;
  strength[i]! *= 1 - loss;
  budget[i]! *= 1 - loss;
  if (foe < n) hostility[i * n + foe]! += grudge * (1 - hostility[i * n + foe]!);
}

/** Partners that an actor would attack against its word by joining. */
function brokenByJoining(world: World, i: number, foe: number): number[] {
  const standsBack = BOUND | OBLIGATION_BIT.neutrality;
  return foe < world.shape.actors && (world.derived.bonds[i * world.shape.actors + foe]! & standsBack) !== 0
    ? [foe]
    : [];
}

/** The trust that the answer wins or costs, as `experience` reckons it. */
function keepOrBreak(
  model: Model,
  world: World,
  i: number,
  caller: number,
  kept: boolean,
  breaks: readonly number[],
): void {
  const rule = chosen(model, 'experience');
  if (!rule) return;
  world.derived.promises.push({ by: i, to: caller, kept, called: true });
  for (const to of breaks) world.derived.promises.push({ by: i, to, kept: false, called: false });
  rewardKeptPromises(world, rule.params as TrustParams);
  world.derived.promises.length = 0;
}
