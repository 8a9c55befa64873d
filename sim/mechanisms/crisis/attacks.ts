import { z } from 'zod';
import { mechanism, type Turn } from '../../mechanism.ts';
import { exp } from '../../real.ts';
import { BOUND } from '../../schema/treaty.ts';
import type { World } from '../../world.ts';
import { fight } from './fight.ts';
import { expectSupport, readiness, supportAgainst } from './support.ts';

export const params = z.strictObject({
  aggression: z
    .number()
    .min(0)
    .max(10)
    .default(0.04)
    .meta({ description: 'hazard a year of attack by a foe of full threat on a helpless victim' }),
  most: z
    .number()
    .min(0)
    .max(0.95)
    .default(0.5)
    .meta({ description: 'highest hazard a year of being attacked at all' }),
  floor: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of strength that fights without any effort' }),
  decisiveness: z.number().min(0).max(10).default(1.5).meta({ description: 'exponent of the contest (Tullock 1980)' }),
  devastation: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share of its resources a fighter loses in a war lost to an equal' }),
  grudge: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share by which a war brings the ill will between its sides nearer to full' }),
  leaning: z.number().min(-10).max(10).default(0.2).meta({ description: 'honouring: score with all else at nought' }),
  stake: z
    .number()
    .min(0)
    .max(10)
    .default(1.6)
    .meta({ description: 'honouring: weight of the danger the attacker is to the ally too' }),
  obligation: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of a given word, formality × loyalty' }),
  trust: z
    .number()
    .min(0)
    .max(10)
    .default(1.6)
    .meta({ description: 'honouring: weight of trust in the victim above ½' }),
  reputation: z
    .number()
    .min(0)
    .max(10)
    .default(0.8)
    .meta({ description: 'honouring: weight of what other partners would think, × horizon' }),
  abandonment: z
    .number()
    .min(0)
    .max(10)
    .default(1)
    .meta({ description: 'honouring: weight of the need for the victim’s help later' }),
  cost: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of the expected cost of fighting' }),
  entrapment: z
    .number()
    .min(0)
    .max(10)
    .default(1.4)
    .meta({ description: 'honouring: weight of being dragged into a quarrel not one’s own' }),
  explicit: z
    .number()
    .min(0)
    .max(4)
    .default(0.25)
    .meta({ description: 'honouring: by how much more a promise binds against a foe that the treaty names' }),
  shift: z.number().min(0).max(10).default(0.6).meta({
    description: 'honouring: weight of the change of either’s share of power since the word was given',
  }),
  conflict: z
    .number()
    .min(0)
    .max(10)
    .default(1.8)
    .meta({ description: 'honouring: weight of a promise to the foe that it would break, formality × loyalty' }),
  succession: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of its loyalty to older treaties that an actor has lost when a new leader comes' }),
  tenure: z
    .number()
    .min(0.1)
    .max(100)
    .default(3)
    .meta({ description: 'years in which half of that loyalty is regained' }),
  surprise: z.number().min(0).max(1).default(0.3).meta({
    description: 'share of its trust that a victim loses in a consultation partner that strikes without notice',
  }),
  spoils: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of what the losers lose that the winners take' }),
});
export type CrisisParams = z.infer<typeof params>;

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
  params,
  step(world, turn) {
    expectSupport(world, turn.scratch);
    const { aggression, most } = turn.params;
    const { ticksPerYear } = turn.model.scenario.time;
    const { exposure } = world.columns;
    const luck = turn.random();
    for (let i = 0; i < world.shape.actors; i++) {
      const draw = luck.uniform();
      const rate = aggression * exposure[i]!;
      // 1 − e^−x is at most x: most draws are settled without it.
      if (draw * ticksPerYear >= rate) continue;
      const chance = Math.min(turn.model.perTick(most), 1 - exp(-rate / ticksPerYear));
      if (draw < chance) menace(world, turn, i, chance, draw / chance);
    }
    meetNoOccasion(world, turn);
  },
});

/** Finds whose ill will the place of the draw points at, and lets that one decide. `place` is uniform in [0, 1). */
function menace(world: World, turn: Turn<CrisisParams>, victim: number, chance: number, place: number): void {
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
    const probability = share * daring(world, turn, victim, j);
    const draw = share * (left / reach);
    if (draw < probability) fight(world, turn, j, victim, { probability, draw });
    return;
  }
}

/** S_j/(S_i+S_j) × (1 − expected success of the defence): how likely a foe whose ill will reaches the victim is to strike. */
function daring(world: World, { params, scratch }: Turn<CrisisParams>, victim: number, j: number): number {
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
  return (power / (strength[victim]! + power)) * (own / (own + defence));
}

/** A decision to honour or renege that nobody's attack called for is logged as such. */
function meetNoOccasion(world: World, turn: Turn<CrisisParams>): void {
  for (const intervention of turn.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { act } = intervention.choice;
    if (act !== 'honour' && act !== 'renege') continue;
    const actor = turn.model.names.actors.get(intervention.actor)!;
    if (!world.derived.deeds.some((deed) => deed.called && deed.by === actor))
      turn.happen({ kind: 'no-occasion', who: [intervention.actor], what: act });
  }
}
