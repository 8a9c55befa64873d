import { clamp } from '../../exact/exact-math.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { updateAffinity } from '../../world/affinity.ts';
import { CHANGING_COLUMNS, FOES } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';
import { forgetPartners, hearPartners, takeNews } from './beliefs/news.ts';
import { type PerceiveParams, perceiveParams } from './beliefs/params.ts';

/**
 * Each actor's view of the others: their strength, the threat they pose, and the payments of its partners in the last tick. θ_ij =
 * hostility_ji · proximity_ij · S_j/(S_i+S_j), the danger that j is to i; θ_i is the largest danger and a share of the rest.
 */
export const observation = mechanism({
  name: 'observation',
  phase: 'perceive',
  cites: ['Walt 1987', 'Jervis 1976', 'Hall 1976'],
  owns: CHANGING_COLUMNS,
  params: perceiveParams,
  step(world, context) {
    if (world.derived.stale) updateAffinity(world);
    watch(world, context);
    watchPartners(world, context);
  },
});

/**
 * θ_i is the largest danger and a share of the rest. Scratch a: the error in this tick’s news of each actor; b: the same errors,
 * unchanged.
 */
function watch(world: World, { random, model, scratch, params }: StepContext<PerceiveParams>): void {
  const { strength, threat, foe, foeThreat } = world.columns;
  const n = world.shape.actors;
  const { ticksPerYear } = model.scenario.time;
  const stream = random();
  for (let j = 0; j < n; j++) scratch.a[j] = scratch.b[j] = strength[j]! * params.noise * stream.noise();
  foe.fill(-1);
  foeThreat.fill(0);
  for (let i = 0; i < n; i++) {
    // News of strength is processed once a year, each actor in its turn.
    if ((i + world.tick) % ticksPerYear === 0) {
      hearPartners(world, i, scratch, params.openness);
      takeNews(world, i, scratch.a, params);
      forgetPartners(world, i, scratch);
    }
    const sum = watchActors(world, i) + watchThreats(world, i);
    const largest = foeThreat[i * FOES]!;
    threat[i] = Math.min(1, largest + params.crowd * (sum - largest));
  }
}

// The hot loop: one row a call, all access along rows, sums in registers. An actor has no ill will toward itself, so the diagonal
// needs no branch. The insertion stands in the loop, since a call there would make the loop reload every array.
function watchActors(world: World, i: number): number {
  const { strength, biases, belief, hostility, proximity, exposure, foe, foeThreat } = world.columns;
  const n = world.shape.actors;
  const own = strength[i]! * (1 + biases[i * 3]!) + 1e-300;
  const first = i * FOES;
  const last = first + FOES - 1;
  let sum = 0;
  let reached = 0;
  let least = 0;
  for (let j = 0, slot = i * n; j < n; j++, slot++) {
    const reach = hostility[slot]! * proximity[slot]!;
    const view = belief[slot]!;
    const danger = (reach * view) / (own + view);
    sum += danger;
    reached += reach;
    if (danger > least) {
      let at = last;
      while (at > first && foeThreat[at - 1]! < danger) {
        foeThreat[at] = foeThreat[at - 1]!;
        foe[at] = foe[at - 1]!;
        at--;
      }
      foeThreat[at] = danger;
      foe[at] = j;
      least = foeThreat[last]!;
    }
  }
  exposure[i] = reached;
  return sum;
}

function watchThreats(world: World, i: number): number {
  const { strength, biases, threatStrength, threatHostility, threatProximity, exposure } = world.columns;
  const n = world.shape.actors;
  const own = strength[i]! * (1 + biases[i * 3]!) + 1e-300;
  let sum = 0;
  for (let k = 0; k < world.shape.threats; k++) {
    const power = threatStrength[k]!;
    const reach = threatHostility[k * n + i]! * threatProximity[k * n + i]!;
    const danger = (reach * power) / (own + power);
    sum += danger;
    exposure[i]! += reach;
    remember(world, i, n + k, danger);
  }
  return sum;
}

/**
 * Inserts a foe among the largest FOES of actor i, in descending order, if it is one of them; of equals the earlier stays first.
 */
function remember(world: World, i: number, who: number, danger: number): void {
  const { foe, foeThreat } = world.columns;
  let at = i * FOES + FOES - 1;
  if (danger <= foeThreat[at]!) return;
  while (at > i * FOES && foeThreat[at - 1]! < danger) {
    foeThreat[at] = foeThreat[at - 1]!;
    foe[at] = foe[at - 1]!;
    at--;
  }
  foeThreat[at] = danger;
  foe[at] = who;
}

/**
 * What partners observe of a member's last effort relative to its quota. Monitoring and liaison reduce the error, disinformation
 * increases it.
 */
function watchPartners(world: World, context: StepContext<PerceiveParams>): void {
  const { treatyNoise, liaison } = context.params;
  const { disinformation } = world.columns;
  for (const { members, clauses } of world.alliances) {
    const error = treatyNoise * (1 - clauses.monitoring) * (1 - liaison * clauses.communication);
    let blinded = 0;
    for (const { actor } of members) blinded += disinformation[actor]!;
    for (const member of members) {
      const performance = member.quota > 0 ? Math.min(1, member.effort / member.quota) : 1;
      const blindness = (blinded - disinformation[member.actor]!) / (members.length - 1 || 1);
      // A member without a quota cannot be misread.
      member.misread = member.quota > 0 ? error * context.random().noise() : 0;
      member.seen = clamp(performance + member.misread * (1 + blindness), 0, 1);
    }
  }
}
