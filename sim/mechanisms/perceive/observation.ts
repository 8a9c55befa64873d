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
  attention: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'share of the news of a year that is taken in' }),
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
    watch(world, turn);
    watchPartners(world, turn);
  },
});

/** θ_i is the largest danger and a share of the rest. Scratch a: the error in this tick’s news of each actor. */
function watch(world: World, { random, model, scratch, params }: Turn<Params>): void {
  const { strength, threat, foe, foeThreat } = world.columns;
  const n = world.shape.actors;
  const { ticksPerYear } = model.scenario.time;
  const luck = random();
  for (let j = 0; j < n; j++) scratch.a[j] = strength[j]! * params.noise * luck.noise();
  foe.fill(-1);
  foeThreat.fill(0);
  for (let i = 0; i < n; i++) {
    // News of strength is taken in once a year, each actor in its turn.
    if ((i + world.tick) % ticksPerYear === 0) takeNews(world, i, scratch.a, params);
    const sum = watchActors(world, i) + watchThreats(world, i);
    const largest = foeThreat[i * FOES]!;
    threat[i] = Math.min(1, largest + params.crowd * (sum - largest));
  }
}

/** Beliefs about others’ strength move toward what is seen of it, the less so the more it is taken for granted. */
function takeNews(world: World, i: number, error: Float64Array, { attention, culturalNoise }: Params): void {
  const { strength, belief, disinformation, biases } = world.columns;
  const distance = world.derived.culturalDistance;
  const n = world.shape.actors;
  const gain = attention * (1 - biases[i * 3 + 1]!);
  const blindness = 1 + disinformation[i]!;
  const foreign = (blindness * culturalNoise) / 255;
  for (let j = 0; j < n; j++) {
    const slot = i * n + j;
    const held = belief[slot]!;
    const view = held + gain * (strength[j]! + error[j]! * (blindness + foreign * distance[slot]!) - held);
    belief[slot] = view > 0 ? view : 0;
  }
}

// The hot loop: one row a call, all along rows, its sums in registers; an actor bears itself no ill will, so it needs no branch.
// The insertion stands in the loop since a call there would make it reload every array.
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

/** Puts a foe among the largest FOES of actor i, falling, if it is one; of equals the earlier stays ahead. */
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

/** What partners see of a member's last effort against its quota; monitoring and liaison sharpen it. */
function watchPartners(world: World, turn: Turn<Params>): void {
  const { treatyNoise, liaison } = turn.params;
  for (const alliance of world.alliances) {
    const { monitoring, communication } = alliance.clauses;
    const error = treatyNoise * (1 - monitoring) * (1 - liaison * communication);
    for (const member of alliance.members) {
      const performance = member.quota > 0 ? Math.min(1, member.effort / member.quota) : 1;
      // Of one that owes nothing there is nothing to misread.
      member.misread = member.quota > 0 ? error * turn.random().noise() : 0;
      member.seen = clamp(performance + member.misread, 0, 1);
    }
  }
}
