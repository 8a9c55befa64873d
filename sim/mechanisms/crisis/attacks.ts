import { exp, pow } from '../../exact/exact-math.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { BOUND } from '../../schema/treaty.ts';
import type { World } from '../../world/state.ts';
import { fight } from './attack/fight.ts';
import { type CrisisParams, crisisParams } from './attack/params.ts';
import { expectSupport, readiness, supportAgainst } from './attack/support.ts';

/**
 * Attacks and what alliances do about them. j attacks i with yearly hazard aggression · θ_ij · (1 − expected success of the
 * defence), where the defence is own force and what allies are expected to send: deterrence. One draw a victim decides
 * whether and by whom: it picks who might, by how far each one’s ill will reaches, and then whether that one dares
 * (competing risks by thinning, Lewis & Shedler 1979), so that a tick looks closely at no more than one foe of each.
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
  params: crisisParams,
  step(world, context) {
    expectSupport(world, context.scratch);
    const { aggression, most } = context.params;
    const { ticksPerYear } = context.model.scenario.time;
    const { exposure } = world.columns;
    const random = context.random();
    for (let i = 0; i < world.shape.actors; i++) {
      const draw = random.uniform();
      const rate = aggression * exposure[i]!;
      // 1 − e^−x is at most x: most draws are settled without it.
      if (draw * ticksPerYear >= rate) continue;
      const chance = Math.min(context.model.perTick(most), 1 - exp(-rate / ticksPerYear));
      if (draw < chance) menace(world, context, i, chance, draw / chance);
    }
    meetNoOccasion(world, context);
  },
});

/** Finds whose ill will the place of the draw points at, and lets that one decide. `place` is uniform in [0, 1). */
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
    if (draw < probability) fight(world, context, j, victim, { probability, draw });
    return;
  }
}

/**
 * S_j/(S_i+S_j) × (1 − expected success of the defence): how likely a foe whose ill will reaches the victim is to strike. What it
 * expects is the contest that a war is decided by, with the forces as it sees them.
 */
function daring(world: World, { params, scratch }: StepContext<CrisisParams>, victim: number, j: number): number {
  const n = world.shape.actors;
  const { strength, threatStrength, biases, belief } = world.columns;
  const outside = j >= n;
  if (!outside && (world.derived.bonds[victim * n + j]! & BOUND) !== 0) return 0;
  const power = outside ? threatStrength[j - n]! : strength[j]!;
  if (power === 0) return 0;
  // The attacker judges: by what it believes of the victim, and by its own strength as it likes to see it.
  const own = outside ? power : power * readiness(world, j, params.floor) * (1 + biases[j * 3]!);
  const seen = outside ? strength[victim]! : belief[j * n + victim]!;
  const defence = seen * readiness(world, victim, params.floor) + supportAgainst(world, scratch, victim, j);
  // (own/defence)^d rather than own^d/(own^d + defence^d): of great forces the powers alone would be no numbers.
  const odds = pow(own / defence, params.decisiveness);
  const success = odds === Infinity ? 1 : odds / (1 + odds);
  return (power / (strength[victim]! + power)) * success;
}

/** A decision to honour or renege that nobody's attack called for is logged as such. */
function meetNoOccasion(world: World, context: StepContext<CrisisParams>): void {
  for (const intervention of context.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { act } = intervention.choice;
    if (act !== 'honour' && act !== 'renege') continue;
    const actor = context.model.names.actors.get(intervention.actor)!;
    if (!world.derived.promises.some((promise) => promise.called && promise.by === actor))
      context.emit({ kind: 'no-occasion', who: [intervention.actor], what: act });
  }
}
