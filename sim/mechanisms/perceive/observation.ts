import { z } from 'zod';
import { compare } from '../../likeness.ts';
import { mechanism, type Turn } from '../../mechanism.ts';
import { clamp } from '../../real.ts';
import { FOES, type World } from '../../world.ts';

const params = z.strictObject({
  noise: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'standard error of what is seen of a stranger’s strength, as a share of it' }),
  culturalNoise: z
    .number()
    .min(0)
    .max(5)
    .default(1)
    .meta({ description: 'how much cultural distance widens that error' }),
  attention: z.number().min(0).max(1).default(0.4).meta({ description: 'share of news taken in a tick' }),
  treatyNoise: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'standard error of what is seen of a partner’s performance without monitoring' }),
  liaison: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of that error that full communication removes' }),
  crowd: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'weight of the lesser threats beside the largest' }),
});
type Params = z.infer<typeof params>;

/**
 * Each actor's view of the others: their strength, the threat they are, and how its partners paid last tick.
 * θ_ij = hostility_ji · proximity_ij · S_j/(S_i+S_j), the danger that j is to i; θ_i is the largest and a share of the rest.
 */
export const observation = mechanism({
  name: 'observation',
  phase: 'perceive',
  cites: ['Walt 1987', 'Jervis 1976'],
  params,
  step(world, turn) {
    if (world.derived.stale) compare(world);
    clearThreats(world, turn);
    watchActors(world, turn);
    watchThreats(world, turn);
    sumThreats(world, turn);
    watchPartners(world, turn);
  },
});

/** Scratch: a = own strength as the actor sees it, b = its share of news, c = its own blindness, d = sum of threats. */
function clearThreats(world: World, { scratch, params: { attention } }: Turn<Params>): void {
  const { strength, biases, disinformation, exposure, foe, foeThreat } = world.columns;
  for (let i = 0; i < world.shape.actors; i++) {
    scratch.a[i] = strength[i]! * (1 + biases[i * 3]!);
    scratch.b[i] = attention * (1 - biases[i * 3 + 1]!);
    scratch.c[i] = 1 + disinformation[i]!;
    scratch.d[i] = 0;
    exposure[i] = 0;
  }
  foe.fill(-1);
  foeThreat.fill(0);
}

// The hot loop: one pass over all ordered pairs, row by the one observed so that every matrix is read along its rows.
function watchActors(world: World, turn: Turn<Params>): void {
  const { noise, culturalNoise } = turn.params;
  const { a: own, b: gain, c: blindness, d: sum } = turn.scratch;
  const { strength, belief, hostility, proximity, exposure, foeThreat } = world.columns;
  const distance = world.derived.culturalDistance;
  const n = world.shape.actors;
  const random = turn.random();
  for (let j = 0; j < n; j++) {
    const row = j * n;
    const true_ = strength[j]!;
    const error = true_ * noise * random.noise();
    // j does not watch itself: without ill will toward itself it is no threat either, so the loop needs no branch for it.
    for (let i = 0; i < n; i++) {
      const slot = row + i;
      const held = belief[slot]!;
      const signal = true_ + error * blindness[i]! * (1 + culturalNoise * distance[slot]!);
      const view = held + gain[i]! * (signal - held);
      const seen = view > 0 ? view : 0;
      belief[slot] = seen;
      const reach = hostility[slot]! * proximity[slot]!;
      if (reach > 0) {
        const danger = (reach * seen) / (own[i]! + seen + 1e-300);
        sum[i]! += danger;
        exposure[i]! += reach;
        if (danger > foeThreat[i * FOES + FOES - 1]!) remember(world, i, j, danger);
      }
    }
  }
}

function watchThreats(world: World, { scratch: { a: own, d: sum } }: Turn<Params>): void {
  const { threatStrength, threatHostility, threatProximity, exposure, foeThreat } = world.columns;
  const n = world.shape.actors;
  for (let k = 0; k < world.shape.threats; k++) {
    const power = threatStrength[k]!;
    for (let i = 0; i < n; i++) {
      const reach = threatHostility[k * n + i]! * threatProximity[k * n + i]!;
      if (reach === 0 || power === 0) continue;
      const danger = (reach * power) / (own[i]! + power);
      sum[i]! += danger;
      exposure[i]! += reach;
      if (danger > foeThreat[i * FOES + FOES - 1]!) remember(world, i, n + k, danger);
    }
  }
}

/** Keeps the largest FOES threats of actor i, falling; of equals the earlier stays ahead. */
function remember(world: World, i: number, foe: number, danger: number): void {
  const { foe: who, foeThreat } = world.columns;
  let at = i * FOES + FOES - 1;
  while (at > i * FOES && foeThreat[at - 1]! < danger) {
    foeThreat[at] = foeThreat[at - 1]!;
    who[at] = who[at - 1]!;
    at--;
  }
  foeThreat[at] = danger;
  who[at] = foe;
}

function sumThreats(world: World, { scratch: { d: sum }, params: { crowd } }: Turn<Params>): void {
  const { threat, foeThreat } = world.columns;
  for (let i = 0; i < world.shape.actors; i++) {
    const largest = foeThreat[i * FOES]!;
    threat[i] = Math.min(1, largest + crowd * (sum[i]! - largest));
  }
}

/** What partners see of a member's last effort against its quota; monitoring and liaison sharpen it. */
function watchPartners(world: World, turn: Turn<Params>): void {
  const { treatyNoise, liaison } = turn.params;
  for (const alliance of world.alliances) {
    const { monitoring, communication } = alliance.clauses;
    const error = treatyNoise * (1 - monitoring) * (1 - liaison * communication);
    for (const member of alliance.members) {
      const performance = member.quota > 0 ? Math.min(1, member.effort / member.quota) : 1;
      member.misread = error * turn.random().noise();
      member.seen = clamp(performance + member.misread, 0, 1);
    }
  }
}
