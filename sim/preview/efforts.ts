import type { Model } from '../model/model.ts';
import { memberOf } from '../world/membership.ts';
import type { World } from '../world/state.ts';
import { chosen, stepQuietly } from './quiet-step.ts';

/** What is paid otherwise than in the last tick: effort a tick in the unit of the budget. */
export interface Wanted {
  /** The one effort of the actor for all treaties whose benefit is not divided. */
  common?: number;
  /** Its effort for one rival pool. */
  pool?: { alliance: string; effort: number };
  /** Those who have just promised something in a treaty, and who pay at least what it asks. */
  promised?: { alliance: string; actors: readonly number[] };
}

/** The rules of effort that give every actor what distinct allies pay. */
const SHARED = ['pledges', 'joint-products', 'public-good'] as const;
/** The games in which everybody gets the same return on every unit that is given in its group. */
const GAMES = ['laboratory', 'grim-trigger'] as const;

/** The share of all that is given in its group which a player gets, where the scenario is such a game. */
export function returnOf(model: Model): number | undefined {
  for (const name of GAMES) {
    const rule = chosen(model, name);
    if (rule) return (rule.params as { return: number }).return;
  }
  return undefined;
}

/**
 * Lets actor i pay what it wants, and everybody else what it paid in the last tick; then pools, benefits and what spills in are those
 * that the mechanisms compute from these efforts. Changes `world`, which must be a copy.
 */
export function payAsWanted(model: Model, world: World, i: number, { common, pool, promised }: Wanted): void {
  const { budget, effort, spent } = world.columns;
  const own = budget[i]!;
  if (common !== undefined) effort[i] = common;
  for (const alliance of world.alliances) {
    for (const member of alliance.members) {
      const { actor, quota } = member;
      if (alliance.rival && actor === i && alliance.id === pool?.alliance) member.effort = pool.effort;
      if (alliance.id !== promised?.alliance || !promised.actors.includes(actor)) continue;
      if (alliance.rival) member.effort = Math.max(member.effort, quota);
      else effort[actor] = Math.max(effort[actor]!, quota);
    }
  }
  effort[i] = Math.min(own, effort[i]!);
  const efforts = effort.slice();
  const paid = world.alliances.map(({ members }) => members.map((member) => member.effort));
  const shared = SHARED.map((name) => chosen(model, name)).find((rule) => rule !== undefined);
  if (shared) {
    order(world, efforts);
    stepQuietly(model, shared, world);
  }
  // The step has divided what is left of every budget anew, and rounded what it was told.
  effort.set(efforts);
  let left = own - efforts[i]!;
  world.alliances.forEach((alliance, a) => {
    alliance.members.forEach((member, m) => {
      if (!alliance.rival) member.effort = efforts[member.actor]!;
      else if (member.actor !== i) member.effort = paid[a]?.[m] ?? 0;
      else {
        member.effort = Math.min(left, paid[a]?.[m] ?? 0);
        left -= member.effort;
      }
    });
  });
  spent[i] = own - left;
  const share = returnOf(model);
  if (share !== undefined) playGame(world, i, share);
  const divides = chosen(model, 'pools');
  if (divides) stepQuietly(model, divides, world);
}

/** As if persons had told all actors what to pay: nobody then responds. */
function order({ columns }: World, efforts: Float64Array): void {
  const { budget, ordered, orderedUntil } = columns;
  for (let j = 0; j < efforts.length; j++) {
    ordered[j] = budget[j]! > 0 ? Math.min(1, efforts[j]! / budget[j]!) : 0;
    orderedUntil[j] = Infinity;
  }
}

function playGame(world: World, i: number, share: number): void {
  const { effort, spillIn } = world.columns;
  const group = world.alliances.find((alliance) => memberOf(alliance, i));
  let others = 0;
  for (const { actor } of group?.members ?? []) if (actor !== i) others += effort[actor]!;
  spillIn[i] = share * others;
}
