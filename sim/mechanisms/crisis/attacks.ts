import { exp, pow } from '../../exact/exact-math.ts';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { BOUND } from '../../schema/treaty.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';
import { fight } from './attack/fight.ts';
import { type CrisisParams, crisisParams } from './attack/params.ts';
import { expectSupport, readiness, supportAgainst } from './attack/support.ts';

/**
 * Attacks and the response of alliances. j attacks i with the yearly hazard aggression · θ_ij · (1 − expected success of the
 * defence), where the defence is i's own force and the support it expects from allies: deterrence. One draw a victim decides
 * whether it is attacked and by whom. The draw selects a candidate in proportion to the reach of its ill will, and then decides
 * whether that candidate attacks (competing risks by thinning, Lewis & Shedler 1979). So a tick examines at most one foe of each
 * actor.
 */
export const attacks = mechanism({
  name: 'attacks',
  phase: 'crisis',
  cites: [
    'Walt 1987',
    'Snyder 1984',
    'Leeds, Long & Mitchell 2000',
    'Leeds 2003',
    'Leeds, Mattes & Vogel 2009',
    'Tullock 1980',
    'Lewis & Shedler 1979',
  ],
  owns: CHANGING_COLUMNS,
  params: crisisParams,
  step(world, context) {
    expectSupport(world, context.scratch);
    const { aggression, most } = context.params;
    const { ticksPerYear } = context.model.scenario.time;
    const { exposure } = world.columns;
    const { absent } = world.derived;
    const random = context.random();
    for (let i = 0; i < world.shape.actors; i++) {
      const draw = random.uniform();
      if (absent[i] === 1) continue;
      const rate = aggression * exposure[i]!;
      context.onOccasion?.({ kind: 'exposure', who: [context.names[i]!], draw, probability: rate / ticksPerYear });
      // 1 − e^−x is at most x, so most draws are settled without the exponential.
      if (draw * ticksPerYear >= rate) continue;
      const chance = Math.min(context.model.perTick(most), 1 - exp(-rate / ticksPerYear));
      if (draw < chance) menace(world, context, i, chance, draw / chance);
    }
  },
});

/** Selects the foe at the position `place` of the draw, uniform in [0, 1), and decides whether it attacks. */
function menace(world: World, context: StepContext<CrisisParams>, victim: number, chance: number, place: number): void {
  const { hostility, proximity, threatHostility, threatProximity, exposure } = world.columns;
  const { actors: n, threats } = world.shape;
  const all = exposure[victim]!;
  let left = place * all;
  for (let j = 0; j < n + threats; j++) {
    const slot = j < n ? victim * n + j : (j - n) * n + victim;
    const reach = j < n ? hostility[slot]! * proximity[slot]! : threatHostility[slot]! * threatProximity[slot]!;
    if (left >= reach) {
      left -= reach;
      continue;
    }
    const share = chance * (reach / all);
    const probability = share * daring(world, context, victim, j);
    const draw = share * (left / reach);
    context.onOccasion?.({ kind: 'menace', who: [context.names[j]!], about: context.names[victim]!, probability });
    if (draw < probability) fight(world, context, j, victim, { probability, draw });
    return;
  }
}

/**
 * S_j/(S_i+S_j) × (1 − expected success of the defence): the probability that a foe whose ill will reaches the victim attacks. The
 * expected success is that of the contest that decides a war, with the forces as the foe perceives them. An actor that is held attacks
 * nobody.
 */
function daring(world: World, context: StepContext<CrisisParams>, victim: number, j: number): number {
  const { params, scratch } = context;
  const n = world.shape.actors;
  const { strength, threatStrength, biases, belief } = world.columns;
  const outside = j >= n;
  if (!outside && isHeld(context, j)) return 0;
  if (!outside && (world.derived.bonds[victim * n + j]! & BOUND) !== 0) return 0;
  const power = outside ? threatStrength[j - n]! : strength[j]!;
  if (power === 0) return 0;
  // The attacker judges by its belief about the victim and by its own strength with its overconfidence.
  const own = outside ? power : power * readiness(world, j, params.floor) * (1 + biases[j * 3]!);
  const seen = outside ? strength[victim]! : belief[j * n + victim]!;
  const defence = seen * readiness(world, victim, params.floor) + supportAgainst(world, scratch, victim, j);
  // (own/defence)^d instead of own^d/(own^d + defence^d): with large forces the powers alone would overflow.
  const odds = own === defence ? 1 : pow(own / defence, params.decisiveness);
  const success = odds === Infinity ? 1 : odds / (1 + odds);
  return (power / (strength[victim]! + power)) * success;
}
