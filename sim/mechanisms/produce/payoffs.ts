import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';

const rate = (value: number, description: string) => z.number().min(0).max(20).default(value).meta({ description });

const params = z.strictObject({
  prestige: rate(
    1,
    'share per year by which a political pool of all its members’ budgets moves outsiders’ calculative trust in them toward 1',
  ),
  goodwill: rate(2, 'share per year of outsiders’ hostility toward the members that such a pool removes'),
  fellowship: rate(
    3,
    'share per year by which a social pool of all its members’ budgets moves relational trust among them toward 1',
  ),
  foreignness: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .meta({ description: 'share of that effect that full cultural distance removes' }),
  reserve: z.number().min(0).max(100).default(5).meta({ description: 'largest relief fund, in years of its pool' }),
});
type Params = z.infer<typeof params>;

/**
 * Payoffs of the rival pools that do not serve growth: political pools yield standing, social ones contact, crisis-response ones a
 * fund. The effect depends on the pool as a share of its members’ budgets.
 */
export const payoffs = mechanism({
  name: 'payoffs',
  phase: 'produce',
  cites: ['Nye 1990', 'Putnam 2000', 'Fafchamps & Lund 2003'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    for (const alliance of world.alliances) {
      if (!alliance.rival || alliance.pool <= 0) continue;
      const { purpose } = alliance.clauses;
      if (purpose === 'political') impress(world, context, alliance);
      else if (purpose === 'social') befriend(world, context, alliance);
      else if (purpose === 'crisis-response') save(context, alliance);
    }
  },
});

/** A pool as a share of its members’ budgets, which does not depend on the length of a tick. */
export function weightOf(world: World, { members, pool }: Alliance): number {
  let budgets = 0;
  for (const { actor } of members) budgets += world.columns.budget[actor]!;
  return budgets > 0 ? pool / budgets : 0;
}

/**
 * Attraction (Nye 1990): outsiders come to trust the members more, which is their standing, and their ill will toward the members
 * falls.
 */
function impress(world: World, { model, params, scratch: { mark } }: StepContext<Params>, alliance: Alliance): void {
  const n = world.shape.actors;
  const { calculative, hostility } = world.columns;
  const { absent } = world.derived;
  const weight = weightOf(world, alliance);
  const regard = model.perTick(Math.min(1, params.prestige * weight));
  const appeased = 1 - model.perTick(Math.min(1, params.goodwill * weight));
  mark.fill(0);
  for (const { actor } of alliance.members) mark[actor] = 1;
  for (const { actor: i } of alliance.members)
    for (let j = 0; j < n; j++) {
      if (mark[j] === 1 || absent[j] === 1) continue;
      const slot = j * n + i;
      calculative[slot]! += regard * (1 - calculative[slot]!);
      hostility[i * n + j]! *= appeased;
    }
}

/**
 * Meetings, schools and games create contact (Putnam 2000), also across cultures: distance reduces it less than in other dealings.
 */
function befriend(world: World, { model, params }: StepContext<Params>, alliance: Alliance): void {
  const n = world.shape.actors;
  const { relational } = world.columns;
  const { culturalDistance } = world.derived;
  const warmth = model.perTick(Math.min(1, params.fellowship * weightOf(world, alliance)));
  for (const { actor: i } of alliance.members)
    for (const { actor: j } of alliance.members) {
      if (i === j) continue;
      const slot = i * n + j;
      const near = 1 - (params.foreignness * culturalDistance[slot]!) / 255;
      relational[slot]! += warmth * near * (1 - relational[slot]!);
    }
}

/** Savings stay in the fund even if the pool that feeds it shrinks. */
function save({ model, params }: StepContext<Params>, alliance: Alliance): void {
  const most = params.reserve * model.scenario.time.ticksPerYear * alliance.pool;
  if (alliance.fund < most) alliance.fund = Math.min(most, alliance.fund + alliance.pool);
}
