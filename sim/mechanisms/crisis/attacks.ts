import { z } from 'zod';
import { mechanism, type Turn } from '../../mechanism.ts';
import { BOUND } from '../../schema/treaty.ts';
import type { World } from '../../world.ts';
import { fight } from './fight.ts';
import { expectSupport, readiness } from './support.ts';

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
});
export type CrisisParams = z.infer<typeof params>;

/**
 * Attacks and what alliances do about them. j attacks i with yearly hazard aggression · θ_ij · (1 − expected success of the
 * defence), where the defence is own force and what allies are expected to send: deterrence. One draw a victim decides
 * whether and by whom (competing risks).
 */
export const attacks = mechanism({
  name: 'attacks',
  phase: 'crisis',
  cites: ['Walt 1987', 'Snyder 1984', 'Leeds, Long & Mitchell 2000', 'Tullock 1980'],
  params,
  step(world, turn) {
    expectSupport(world, turn.scratch);
    const { aggression, most } = turn.params;
    const { exposure } = world.columns;
    // A hazard's chance a tick lies below the chord to the highest hazard's: most draws are settled without looking at any foe.
    const chord = most > 0 ? turn.model.perTick(most) / most : 0;
    for (let i = 0; i < world.shape.actors; i++) {
      const draw = turn.random().uniform();
      if (draw < chord * Math.min(most, aggression * exposure[i]!)) strike(world, turn, i, draw);
    }
    meetNoOccasion(world, turn);
  },
});

function strike(world: World, turn: Turn<CrisisParams>, victim: number, draw: number): void {
  const risk = turn.scratch.d;
  const n = world.shape.actors;
  const outside = world.shape.threats;
  let total = 0;
  for (let j = 0; j < n; j++) {
    risk[j] = j === victim ? 0 : hazardOf(world, turn, victim, j);
    total += risk[j]!;
  }
  const beyond: number[] = [];
  for (let k = 0; k < outside; k++) {
    beyond.push(hazardOfThreat(world, turn, victim, k));
    total += beyond[k]!;
  }
  if (total <= 0) return;
  const probability = turn.model.perTick(Math.min(turn.params.most, total));
  if (draw >= probability) return;
  // The one draw also says by whom: its place within the chance.
  let left = (draw / probability) * total;
  for (let j = 0; j < n + outside; j++) {
    left -= j < n ? risk[j]! : beyond[j - n]!;
    if (left < 0) return fight(world, turn, j, victim, { probability, draw });
  }
}

function hazardOf(world: World, { params }: Turn<CrisisParams>, victim: number, j: number): number {
  const n = world.shape.actors;
  if ((world.derived.bonds[victim * n + j]! & BOUND) !== 0) return 0;
  const { strength, hostility, proximity, biases, belief, support } = world.columns;
  const reach = hostility[victim * n + j]! * proximity[victim * n + j]!;
  if (reach === 0 || strength[j] === 0) return 0;
  const theta = (reach * strength[j]!) / (strength[victim]! + strength[j]!);
  // The attacker judges: by what it believes of the victim, and by its own strength as it likes to see it.
  const own = strength[j]! * readiness(world, j, params.floor) * (1 + biases[j * 3]!);
  const defence = belief[j * n + victim]! * readiness(world, victim, params.floor) + support[victim]!;
  return params.aggression * theta * (own / (own + defence));
}

function hazardOfThreat(world: World, { params }: Turn<CrisisParams>, victim: number, k: number): number {
  const n = world.shape.actors;
  const { strength, threatStrength, threatHostility, threatProximity, support } = world.columns;
  const power = threatStrength[k]!;
  const reach = threatHostility[k * n + victim]! * threatProximity[k * n + victim]!;
  if (reach === 0 || power === 0) return 0;
  const theta = (reach * power) / (strength[victim]! + power);
  const defence = strength[victim]! * readiness(world, victim, params.floor) + support[victim]!;
  return params.aggression * theta * (power / (power + defence));
}

/** A decision to honour or renege that nobody's attack called for is logged as such. */
function meetNoOccasion(world: World, turn: Turn<CrisisParams>): void {
  for (const intervention of turn.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { act } = intervention.choice;
    if (act !== 'honour' && act !== 'renege') continue;
    const actor = turn.model.names.actors.get(intervention.actor)!;
    if (!world.derived.deeds.some((deed) => deed.by === actor))
      turn.happen({ kind: 'no-occasion', who: [intervention.actor], what: act });
  }
}
