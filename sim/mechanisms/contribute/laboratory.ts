import { z } from 'zod';
import { clamp } from '../../exact/exact-math.ts';
import type { Stream } from '../../exact/random.ts';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import type { World } from '../../world/state.ts';
import { measureStrength } from '../../world/strength.ts';
import { contributionOf, drawType, loyaltyOf, temptationOf, typeOf } from './effort/contribution-types.ts';
import { dealGroups } from './laboratory/groups.ts';
import { obeyContribution } from './pledges.ts';

const share = z.number().min(0).max(1);
const weight = z.number().min(0).max(1e6);

const params = z.strictObject({
  groupSize: z.number().int().min(2).default(4).meta({ description: 'members of a group' }),
  return: z
    .number()
    .min(0)
    .max(100)
    .default(0.4)
    .meta({ description: 'what each member gets of every unit that any of them gives' }),
  partners: z
    .number()
    .int()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: '1: groups stay together; 0: they are drawn anew every tick' }),
  punishment: z
    .number()
    .min(0)
    .default(0)
    .meta({ description: 'what a point of punishment costs the punished; 0: no punishment' }),
  price: z.number().min(0).default(1).meta({ description: 'what a point costs the punisher' }),
  conditional: weight.default(0.5).meta({ description: 'weight of conditional cooperators among the types' }),
  freeRiders: weight.default(0.33).meta({ description: 'weight of free riders' }),
  humpShaped: weight.default(0.14).meta({ description: 'weight of hump-shaped contributors' }),
  others: weight.default(0.03).meta({ description: 'weight of those who give by no rule' }),
  doubt: share
    .default(0.4)
    .meta({ description: 'share of full cooperation that is not expected at first, at temptation 1' }),
  spread: share.default(0.15).meta({ description: 'standard deviation of the first expectation' }),
  caution: share
    .default(0.25)
    .meta({ description: 'share by which the contribution stays below the expectation, at temptation 1' }),
  attention: share.default(0.5).meta({ description: 'share of the last error that enters the next expectation' }),
  assurance: share.default(0.9).meta({
    description: 'share by which certain punishment moves a conditional cooperator toward giving all',
  }),
  forgetting: share
    .default(0.5)
    .meta({ description: 'share of what punishment taught that is forgotten among strangers' }),
  noise: share.default(0.05).meta({ description: 'standard deviation of a contribution, as a share of the endowment' }),
});
type LaboratoryParams = z.infer<typeof params>;

/**
 * The public-goods game of the laboratory. Each subject gets an endowment a tick, keeps what it does not give, and gets the same
 * return on every unit given in its group: y = w − g + m Σ g. Types are drawn once; expectations follow the last observed
 * contributions.
 */
export const laboratory = mechanism({
  name: 'laboratory',
  phase: 'contribute',
  allExist: true,
  cites: ['Fehr & Gächter 2000', 'Fischbacher, Gächter & Fehr 2001', 'Fischbacher & Gächter 2010'],
  owns: [
    'strength',
    'budget',
    'effort',
    'spent',
    'rate',
    'spillIn',
    'welfare',
    'support',
    'loyalty',
    'threat',
    'ordered',
    'orderedUntil',
  ],
  params,
  step(world, context) {
    const random = context.random();
    measureStrength(world, context.model);
    if (world.tick === 0) assign(world, context, random);
    if (world.tick === 0 || context.params.partners === 0) {
      dealGroups(world, context, context.params.groupSize, context.params.return, random);
      forget(world, context.params.forgetting);
    }
    if (world.tick === 0) for (const group of world.alliances) expect(world, context, group, random);
    obeyContribution(world, context);
    const before = context.decisions.held ? world.columns.rate.slice() : undefined;
    keep(world);
    draw(context, random);
    for (const group of world.alliances) play(world, context, group, before);
  },
});

function assign(world: World, { params }: StepContext<LaboratoryParams>, random: Stream): void {
  const weights = [params.freeRiders, params.humpShaped, params.others, params.conditional];
  for (let i = 0; i < world.shape.actors; i++) world.columns.loyalty[i] = loyaltyOf(drawType(weights, random));
}

/** The payoff of a subject without a group, which a person may have ended. */
function keep({ columns: { effort, spent, rate, spillIn, welfare } }: World): void {
  for (const column of [effort, spent, rate, spillIn]) column.fill(0);
  welfare.fill(1);
}

/**
 * Random numbers of all subjects for the tick, drawn whether needed or not, so that an intervention does not change those of the
 * others.
 */
function draw({ scratch: { a: whim, b: tremble } }: StepContext, random: Stream): void {
  for (let i = 0; i < whim.length; i++) {
    whim[i] = random.uniform();
    tremble[i] = random.noise();
  }
}

/** After new groups are drawn, the punishers of the last group are not the members of the next. */
function forget({ columns: { threat } }: World, share: number): void {
  for (let i = 0; i < threat.length; i++) threat[i] = threat[i]! * (1 - share);
}

/** What each subject expects before the first observation. */
function expect(world: World, { params }: StepContext<LaboratoryParams>, { members }: Alliance, random: Stream): void {
  const hope = 1 - params.doubt * temptationOf(members.length, params.return);
  for (const { actor } of members) world.columns.support[actor] = clamp(hope + params.spread * random.noise(), 0, 1);
}

/** @param before the rates of the last tick, where anyone is held. */
function play(
  world: World,
  context: StepContext<LaboratoryParams>,
  group: Alliance,
  before: Float64Array | undefined,
): void {
  const { params, scratch } = context;
  const { budget, effort, spent, rate, spillIn, welfare, support, loyalty, ordered, threat } = world.columns;
  const { a: whim, b: tremble } = scratch;
  const { members } = group;
  const temptation = temptationOf(members.length, params.return);
  const matching = 1 - params.caution * temptation;
  // Of a unit spent on punishment and its effect together, the share that the effect makes up: how effective punishment is.
  const grip = params.punishment > 0 ? params.punishment / (params.punishment + params.price) : 0;
  let given = 0;
  let rates = 0;
  for (const member of members) {
    const i = member.actor;
    const wanted = contributionOf(
      typeOf(loyalty[i]!),
      matching * support[i]!,
      params.assurance * grip,
      temptation,
      whim[i]!,
    );
    const own =
      before && isHeld(context, i)
        ? before[i]!
        : clamp(Math.max(wanted, threat[i]!) + params.noise * tremble[i]!, 0, 1);
    rate[i] = ordered[i]! >= 0 ? ordered[i]! : own;
    effort[i] = rate[i]! * budget[i]!;
    spent[i] = effort[i]!;
    member.effort = effort[i]!;
    given += effort[i]!;
    rates += rate[i]!;
  }
  group.pool = given;
  for (const { actor: i } of members) {
    spillIn[i] = params.return * (given - effort[i]!);
    welfare[i] = (budget[i]! - effort[i]! + params.return * given) / (budget[i]! || 1);
    const seen = (rates - rate[i]!) / (members.length - 1);
    support[i] = support[i]! + params.attention * (seen - support[i]!);
  }
}
