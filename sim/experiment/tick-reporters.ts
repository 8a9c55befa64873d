import { clamp } from '../exact/exact-math.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';
import { trustBetween } from '../world/trust.ts';
import { window } from './window.ts';

/** The value of one tick; NaN where there is none. */
export type TickReporter = (world: World) => number;

/**
 * Figures that are only observable while a run is in progress, each the mean of its tick values over a window of years A to B:
 *
 * trust:I:J:A:B, calculative:…, relational:…, hostility:…    what I feels toward J
 * rate:I:A:B             effort of I as a share of its budget
 * quota:I:A:B            the largest quota of I as a share of its budget
 * within:ALLIANCE:A:B    mean relational trust among its members
 * misperceived:A:B       share of partners who paid in full that are seen as short by a tenth or more
 * resentment:A:B         open grievances over broken promises, each weighted by the share that is not yet repaired
 * gap:A:B                |effort − closed-form Nash effort|, summed over the members of the first alliance, by the Nash total
 * efficiency:A:B         their summed effort as a share of the efficient total
 */
export const TICK_REPORTERS: Record<string, (args: string[], model: Model) => TickReporter> = {
  trust: (args, model) => dyad(args, model, trustBetween),
  calculative: (args, model) =>
    dyad(args, model, ({ columns, shape }, i, j) => columns.calculative[i * shape.actors + j]!),
  relational: (args, model) =>
    dyad(args, model, ({ columns, shape }, i, j) => columns.relational[i * shape.actors + j]!),
  // Hostility is stored in the row of the actor it is aimed at.
  hostility: (args, model) => dyad(args, model, ({ columns, shape }, i, j) => columns.hostility[j * shape.actors + i]!),
  rate: ([who, from, to], model) => {
    const i = actor(who, model);
    return within(model, from, to, ({ columns }) => columns.rate[i]!);
  },
  quota: ([who, from, to], model) => {
    const i = actor(who, model);
    return within(model, from, to, (world) => largestQuota(world, i));
  },
  within: ([id, from, to], model) => within(model, from, to, (world) => relationalWithin(world, id)),
  misperceived: ([from, to], model) => within(model, from, to, misperceived),
  resentment: ([from, to], model) => within(model, from, to, resentment),
  gap: ([from, to], model) => within(model, from, to, (world) => nashOf(world).gap),
  efficiency: ([from, to], model) => within(model, from, to, (world) => nashOf(world).efficiency),
};

function actor(id: string | undefined, model: Model): number {
  const found = id === undefined ? undefined : model.names.actors.get(id);
  if (found === undefined) throw new Error(`reporters: no actor "${id}"`);
  return found;
}

function within(model: Model, from: string | undefined, to: string | undefined, see: TickReporter): TickReporter {
  const [first, last] = window(model, from, to);
  return (world) => (world.tick >= first && world.tick < last ? see(world) : Number.NaN);
}

function dyad([from, to, first, last]: string[], model: Model, see: (world: World, i: number, j: number) => number) {
  const i = actor(from, model);
  const j = actor(to, model);
  return within(model, first, last, (world) => see(world, i, j));
}

function resentment({ grievances }: World): number {
  let held = 0;
  for (const { left } of grievances) held += left;
  return held;
}

function largestQuota({ alliances, columns, derived }: World, i: number): number {
  let most = 0;
  for (const index of derived.treaties[i]!)
    for (const member of alliances[index]!.members) if (member.actor === i) most = Math.max(most, member.quota);
  return columns.budget[i]! > 0 ? most / columns.budget[i]! : 0;
}

function relationalWithin(world: World, id: string | undefined): number {
  const members = world.alliances.find((alliance) => alliance.id === id)?.members ?? [];
  let sum = 0;
  let pairs = 0;
  for (const a of members)
    for (const b of members) {
      if (a === b) continue;
      sum += world.columns.relational[a.actor * world.shape.actors + b.actor]!;
      pairs++;
    }
  return pairs > 0 ? sum / pairs : Number.NaN;
}

/** How far a full payer must seem to fall short before a partner takes it for a breach. */
const SHORT = 0.1;

function misperceived({ alliances, columns, derived, shape }: World): number {
  let full = 0;
  let wronged = 0;
  for (const { members } of alliances)
    for (const { actor: j, quota, effort, misread } of members) {
      if (quota <= 0 || effort < quota) continue;
      for (const { actor: i } of members) {
        if (i === j) continue;
        const blindness = 1 + columns.disinformation[i]! + derived.culturalDistance[i * shape.actors + j]! / 255;
        full++;
        if (clamp(1 + misread * blindness, 0, 1) < 1 - SHORT) wronged++;
      }
    }
  return full > 0 ? wronged / full : Number.NaN;
}

/**
 * The equilibrium of Bergstrom, Blume & Varian (1986) for a pure public good: the contributors are those with the largest β B/(1 −
 * β); a contributor consumes D(1 − β)/β, so D = Σ B/(1 + Σ (1 − β)/β) over the contributors. Lindahl's efficient allocation has D =
 * Σ β B over all.
 */
function nashOf({ alliances, columns }: World): { gap: number; efficiency: number } {
  const members = alliances[0]?.members ?? [];
  if (members.length === 0) return { gap: Number.NaN, efficiency: Number.NaN };
  const all = members
    .map(({ actor: i }) => {
      const beta = columns.taste[i]!;
      return { budget: columns.budget[i]!, effort: columns.effort[i]!, beta, price: (1 - beta) / beta };
    })
    .sort((a, b) => b.budget / b.price - a.budget / a.price);
  let rich = 0;
  let prices = 0;
  let good = 0;
  for (const { budget, price } of all) {
    if (budget <= good * price) continue;
    rich += budget;
    prices += price;
    good = rich / (1 + prices);
  }
  let apart = 0;
  let paid = 0;
  let optimum = 0;
  for (const { budget, effort, beta, price } of all) {
    apart += Math.abs(effort - Math.max(0, budget - good * price));
    paid += effort;
    optimum += beta * budget;
  }
  return { gap: apart / good, efficiency: paid / optimum };
}
