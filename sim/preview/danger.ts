import { exp, pow } from '../exact/exact-math.ts';
import { chanceOf } from '../mechanisms/crisis/attack/fight.ts';
import type { CrisisParams } from '../mechanisms/crisis/attack/params.ts';
import { readiness, supportAgainst } from '../mechanisms/crisis/attack/support.ts';
import type { Model } from '../model/model.ts';
import { BOUND } from '../schema/treaty.ts';
import { createScratch, type Scratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import { chosen } from './quiet-step.ts';

/** How likely an actor is to be attacked in a year. */
export interface Danger {
  /** Probability, [0, 1). */
  yearly: number;
  /** The share of each foe in it; an actor, or the number of actors + threat. They add up to it. */
  byFoe: Float64Array;
}

/** The parameters of attack, if there are attacks in this model. */
export const crisisParamsOf = (model: Model): CrisisParams | undefined =>
  chosen(model, 'attacks')?.params as CrisisParams | undefined;

/**
 * The danger to an actor in a world as somebody believes it to be: the hazards by which `attacks` draws, before any draw. A tick
 * examines one foe, in proportion to the reach of its ill will, so the probabilities of the foes add up.
 */
export function dangerTo(model: Model, world: World, victim: number, params: CrisisParams): Danger {
  const { actors: n, threats } = world.shape;
  const { ticksPerYear } = model.scenario.time;
  const scratch = createScratch(n, threats);
  const reach = Float64Array.from({ length: n + threats }, (_, j) => reachOf(world, victim, j));
  let all = 0;
  for (const one of reach) all += one;
  const byFoe = new Float64Array(n + threats);
  if (all === 0) return { yearly: 0, byFoe };
  const rate = (params.aggression * all) / ticksPerYear;
  const chance = Math.min(model.perTick(params.most), 1 - exp(-rate));
  let tick = 0;
  for (let j = 0; j < byFoe.length; j++) {
    if (reach[j] === 0) continue;
    byFoe[j] = chance * (reach[j]! / all) * daringOf(world, params, scratch, victim, j);
    tick += byFoe[j]!;
  }
  const yearly = 1 - pow(1 - tick, ticksPerYear);
  for (let j = 0; j < byFoe.length; j++) byFoe[j] = tick > 0 ? (byFoe[j]! / tick) * yearly : 0;
  return { yearly, byFoe };
}

/** How far the ill will of a foe reaches a victim. */
function reachOf(world: World, victim: number, j: number): number {
  const { hostility, proximity, threatHostility, threatProximity } = world.columns;
  const n = world.shape.actors;
  if (j < n) return hostility[victim * n + j]! * proximity[victim * n + j]!;
  return threatHostility[(j - n) * n + victim]! * threatProximity[(j - n) * n + victim]!;
}

/** The probability that a foe whose ill will reaches the victim attacks it; see `daring` in attacks.ts. */
function daringOf(world: World, params: CrisisParams, scratch: Scratch, victim: number, j: number): number {
  const { actors: n } = world.shape;
  const { strength } = world.columns;
  if (j < n && (world.derived.bonds[victim * n + j]! & BOUND) !== 0) return 0;
  const power = powerOfFoe(world, j);
  if (power === 0) return 0;
  const own = forceOfFoe(world, params, j);
  const support = supportAgainst(world, scratch, victim, j);
  const defence = strength[victim]! * readiness(world, victim, params.floor) + support;
  return (power / (strength[victim]! + power)) * chanceOf(own, defence, params.decisiveness);
}

/** The strength of an actor or a threat. */
export function powerOfFoe({ columns, shape: { actors: n } }: World, j: number): number {
  return j < n ? columns.strength[j]! : columns.threatStrength[j - n]!;
}

/** The force that an actor or a threat brings to a fight. */
export const forceOfFoe = (world: World, { floor }: CrisisParams, j: number): number =>
  powerOfFoe(world, j) * (j < world.shape.actors ? readiness(world, j, floor) : 1);
