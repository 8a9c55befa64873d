import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance, Member } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';
import { trustBetween } from '../../world/trust.ts';
import { aftermath, alienation, decide } from './voting/vote.ts';

const params = z.strictObject({
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share of the quota that may stay unpaid without a sanction' }),
  price: z
    .number()
    .min(0)
    .max(10)
    .default(0.33)
    .meta({ description: 'what a sanction costs the sanctioners, as a share of the fine' }),
  indignation: z.number().min(0).max(10).default(1).meta({ description: 'vote: weight of the unpaid share' }),
  indulgence: z.number().min(0).max(10).default(0.6).meta({ description: 'vote: weight of trust in the offender' }),
  alienation,
});

/** Monitoring finds members that underpay; the others vote on a fine, which costs them too. */
export const sanctions = mechanism({
  name: 'sanctions',
  phase: 'govern',
  cites: ['Fehr & Gächter 2000', 'Ostrom 1990'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    for (const alliance of world.alliances) {
      const { monitoring, sanction } = alliance.clauses;
      if (monitoring === 0 || sanction === 0) continue;
      const found = context.model.perTick(monitoring);
      for (const member of alliance.members) {
        if (member.quota <= 0) continue;
        const unpaid = 1 - member.effort / member.quota;
        if (unpaid <= context.params.tolerance) continue;
        const draw = context.random().uniform();
        if (draw < found) punish(world, context, alliance, member, unpaid, { probability: found, draw });
      }
    }
  },
});

function punish(
  world: World,
  context: StepContext<z.infer<typeof params>>,
  alliance: Alliance,
  offender: Member,
  unpaid: number,
  chance: { probability: number; draw: number },
): void {
  const { indignation, indulgence, price } = context.params;
  const outcome = decide(
    context,
    alliance,
    'sanction',
    offender.actor,
    (member) => indignation * unpaid - indulgence * trustBetween(world, member.actor, offender.actor),
  );
  aftermath(world, context, alliance, 'a fine', outcome, context.params.alienation);
  const { passed, because, score } = outcome;
  if (!passed) return;
  // Underpayment is found about once a year, so the fine covers a year's shortfall.
  const fine = alliance.clauses.sanction * unpaid * offender.quota * context.model.scenario.time.ticksPerYear;
  charge(world, offender.actor, fine);
  const each = (price * fine) / (alliance.members.length - 1);
  for (const member of alliance.members) if (member !== offender) charge(world, member.actor, each);
  context.emit(
    { kind: 'sanctioned', alliance: alliance.id, who: [context.names[offender.actor]!], fine },
    { because, score, chance },
  );
}

/** Removes an amount from an actor's stocks, from each in proportion, at most all of them. */
export function charge(world: World, actor: number, amount: number): void {
  const m = world.shape.resources;
  const { resources } = world.columns;
  let stock = 0;
  for (let r = actor * m; r < (actor + 1) * m; r++) stock += resources[r]!;
  if (stock <= 0) return;
  const kept = 1 - Math.min(1, amount / stock);
  for (let r = actor * m; r < (actor + 1) * m; r++) resources[r]! *= kept;
}
