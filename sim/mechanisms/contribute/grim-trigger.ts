import { z } from 'zod';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { Clauses } from '../../schema/treaty.ts';
import { reasons } from '../../world/event.ts';
import { horizonOf } from '../../world/horizon.ts';
import { dissolve, found, leave } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';
import { measureStrength } from '../../world/strength.ts';
import { obeyContribution } from './pledges.ts';

/** Two payoffs that differ by less than this share of them count as equal, so that rounding does not tempt anyone. */
export const TRIGGER_TIE = 1e-9;

/** One player's possible payoffs in a tick of the game, in units of its endowment. */
export interface TriggerProspect {
  /** All give. */
  together: number;
  /** This player alone keeps everything. */
  alone: number;
  /** After trust is lost: each does what pays at once. */
  apart: number;
}

/**
 * Payoffs of the public-goods game for one player.
 * @param own what the player could give, > 0.
 * @param others what all others could give together.
 * @param share m, what each gets of every unit given.
 */
export function triggerProspectOf(own: number, others: number, share: number): TriggerProspect {
  const together = share * (own + others);
  // Where giving pays by itself, all continue to give whatever happened.
  return { together, alone: own + share * others, apart: share >= 1 ? together : own };
}

/**
 * Value of co-operating for ever, and of one defection that is punished for ever after. Both are averages a tick, so that no
 * discount factor is too near 1.
 */
export const triggerValuesOf = (
  { together, alone, apart }: TriggerProspect,
  discount: number,
): [going: number, defecting: number] => [together, (1 - discount) * alone + discount * apart];

/** Whether a player co-operates; at equal values it does. */
export const keepsWord = ([going, defecting]: readonly [number, number]): boolean =>
  going >= defecting - TRIGGER_TIE * Math.max(Math.abs(going), Math.abs(defecting));

const params = z.strictObject({
  return: z
    .number()
    .min(0)
    .max(100)
    .default(0.4)
    .meta({ description: 'm: what each member gets of every unit that any of them gives' }),
  tempted: z
    .number()
    .int()
    .min(0)
    .default(3)
    .meta({ description: 'tick, counted from 1, in which the first actor considers a defection; 0: never' }),
});

const clauses = Clauses.parse({
  purpose: 'economic',
  obligations: [],
  burdenSharing: 'target',
  targetRate: 1,
  rival: false,
  monitoring: 1,
  disputes: [],
});

/**
 * Grim trigger in the n-player public-goods game: all give everything as long as everyone always did, and nothing after a
 * defection. Once, the first actor compares co-operation with a defection by its own discount factor.
 */
export const grimTrigger = mechanism({
  name: 'grim-trigger',
  phase: 'contribute',
  allExist: true,
  cites: ['Friedman 1971'],
  owns: ['strength', 'budget', 'effort', 'spent', 'rate', 'spillIn', 'welfare', 'ordered', 'orderedUntil'],
  params,
  step(world, context) {
    measureStrength(world, context.model);
    obeyContribution(world, context);
    const { budget, ordered, rate } = world.columns;
    if (world.tick === 0) agree(world, context);
    const trusting = world.tick === 0 || rate.every((given) => given >= 1);
    const willing = trusting || context.params.return >= 1;
    if (!trusting) for (const alliance of [...world.alliances]) dissolve(world, context, alliance, 'cancelled');
    for (let i = 0; i < world.shape.actors; i++) if (!isHeld(context, i)) rate[i] = willing ? 1 : 0;
    const isFree = ordered[0]! < 0 && !isHeld(context, 0);
    if (trusting && world.tick + 1 === context.params.tempted && isFree && budget[0]! > 0) weigh(world, context);
    for (let i = 0; i < world.shape.actors; i++) if (ordered[i]! >= 0) rate[i] = ordered[i]!;
    settle(world, context.params.return);
  },
});

function agree(world: World, context: StepContext<z.infer<typeof params>>): void {
  const all = Array.from({ length: world.shape.actors }, (_, i) => i).filter((i) => !isHeld(context, i));
  if (all.length > 1) found(world, context, all, 'Agreement to give', clauses);
}

/** The first actor defects if and only if that is worth more to it; it then stays outside the agreement. */
function weigh(world: World, context: StepContext<z.infer<typeof params>>): void {
  const { budget, rate } = world.columns;
  const discount = horizonOf(world, 0);
  let others = 0;
  for (let j = 1; j < budget.length; j++) others += budget[j]!;
  const prospect = triggerProspectOf(budget[0]!, others, context.params.return);
  const values = triggerValuesOf(prospect, discount);
  if (keepsWord(values)) return;
  rate[0] = 0;
  const terms = [(1 - discount) * prospect.alone, discount * prospect.apart, -prospect.together];
  const agreement = world.alliances[0];
  if (agreement) leave(world, context, agreement, 0, reasons(['once alone', 'ever after apart', 'going on'], terms));
}

function settle(world: World, share: number): void {
  const { budget, effort, rate, spent, spillIn, welfare } = world.columns;
  let given = 0;
  for (let i = 0; i < budget.length; i++) {
    effort[i] = rate[i]! * budget[i]!;
    spent[i] = effort[i]!;
    given += effort[i]!;
  }
  for (let i = 0; i < budget.length; i++) {
    spillIn[i] = share * (given - effort[i]!);
    welfare[i] = (budget[i]! - effort[i]! + share * given) / (budget[i]! || 1);
  }
  for (const alliance of world.alliances) {
    alliance.pool = given;
    for (const member of alliance.members) member.effort = effort[member.actor]!;
  }
}
