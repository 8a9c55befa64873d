import { z } from 'zod';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import type { World } from '../../world/state.ts';
import { typeOf } from '../contribute/effort/contribution-types.ts';

const params = z.strictObject({
  punishment: z
    .number()
    .min(0)
    .default(3)
    .meta({ description: 'what a point of punishment costs the punished; 0: no punishment' }),
  price: z.number().min(0).default(1).meta({ description: 'what a point costs the punisher' }),
  severity: z
    .number()
    .min(0)
    .max(10)
    .default(0.25)
    .meta({ description: 'points per unit by which another gave less than the punisher' }),
  purse: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'share of its earnings that a punisher spends at most' }),
  response: z.number().min(0).max(10).default(0.5).meta({
    description: 'how far above its contribution the punished stays at least afterwards, as a share of the punishment',
  }),
});

/**
 * Conditional co-operators punish group members who gave less than they did, in proportion to the difference and at their own cost.
 * Fear then keeps the punished from giving less than they gave plus a share of what was taken.
 */
export const peerPunishment = mechanism({
  name: 'peer-punishment',
  phase: 'govern',
  allExist: true,
  cites: ['Fehr & Gächter 2000'],
  owns: ['welfare', 'threat', 'loss'],
  params,
  step(world, context) {
    if (context.params.punishment > 0) for (const group of world.alliances) punish(world, context, group);
  },
});

function punish(world: World, context: StepContext<z.infer<typeof params>>, group: Alliance): void {
  const { punishment, price, severity, purse, response } = context.params;
  const { budget, effort, rate, welfare, threat, loss } = world.columns;
  const { a: points, b: cost } = context.scratch;
  for (const { actor } of group.members) points[actor] = 0;
  for (const { actor: i } of group.members) {
    const wanted = isHeld(context, i) ? 0 : severity * shortfall(world, group, i);
    const means = purse * Math.max(0, welfare[i]! * budget[i]!);
    // An actor that cannot pay for all the punishment it wants scales it down for everyone.
    const scale = wanted * price > means ? means / (wanted * price) : 1;
    cost[i] = price * scale * wanted;
    if (wanted > 0)
      for (const { actor: j } of group.members)
        if (effort[j]! < effort[i]!) points[j] = points[j]! + scale * severity * (effort[i]! - effort[j]!);
  }
  for (const { actor: i } of group.members) {
    const earned = welfare[i]! * budget[i]!;
    const taken = Math.min(Math.max(0, earned), punishment * points[i]!);
    const unit = budget[i]! || 1;
    loss[i * world.shape.resources] = punishment * points[i]!;
    welfare[i] = (earned - taken - cost[i]!) / unit;
    if (points[i]! <= 0) continue;
    threat[i] = Math.min(1, Math.max(threat[i]!, rate[i]! + (response * taken) / unit));
    context.emit({ kind: 'sanctioned', alliance: group.id, who: [context.names[i]!], fine: taken });
  }
}

/** Sum of what the others of the group gave less than `i`; 0 where `i` is not of a type that punishes. */
function shortfall({ columns: { effort, loyalty } }: World, { members }: Alliance, i: number): number {
  if (typeOf(loyalty[i]!) !== 'conditional') return 0;
  let less = 0;
  for (const { actor: j } of members) less += Math.max(0, effort[i]! - effort[j]!);
  return less;
}
