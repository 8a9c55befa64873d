import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { expel } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';
import { trustBetween } from '../../world/trust.ts';
import { aftermath, alienation, decide } from './voting/vote.ts';

const params = z.strictObject({
  hazard: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'probability per year that the members vote on expelling a member below `disgrace`' }),
  disgrace: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'mean trust of its partners below which a member may be expelled' }),
  need: z.number().min(0).max(10).default(0.4).meta({ description: 'vote: weight of the strength that would be lost' }),
  alienation,
});

/** A member whom its partners no longer trust may be expelled, by the governance rule. Alliances of two end by exit instead. */
export const expulsion = mechanism({
  name: 'expulsion',
  phase: 'govern',
  cites: ['Ostrom 1990'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    const { ticksPerYear } = context.model.scenario.time;
    // Once a year, on the anniversary of its founding: mutual trust need not be examined every tick.
    for (const alliance of world.alliances)
      if (alliance.members.length >= 3 && (world.tick - alliance.founded) % ticksPerYear === 0)
        judge(world, context, alliance);
  },
});

function judge(world: World, context: StepContext<z.infer<typeof params>>, alliance: Alliance): void {
  const { strength } = world.columns;
  const outcast = leastTrusted(world, alliance);
  if (outcast.trust >= context.params.disgrace) return;
  const probability = context.params.hazard;
  const draw = context.random().uniform();
  if (draw >= probability) return;
  let power = 0;
  for (const { actor } of alliance.members) power += strength[actor]!;
  const loss = (context.params.need * strength[outcast.actor]!) / (power || 1);
  const outcome = decide(
    context,
    alliance,
    'expulsion',
    outcast.actor,
    ({ actor }) => context.params.disgrace - trustBetween(world, actor, outcast.actor) - loss,
  );
  aftermath(world, context, alliance, 'an expulsion', outcome, context.params.alienation);
  const { passed, because, score } = outcome;
  if (passed) expel(world, context, alliance, outcast.actor, { because, score, chance: { probability, draw } });
}

function leastTrusted(world: World, { members }: Alliance): { actor: number; trust: number } {
  let worst = { actor: -1, trust: Infinity };
  for (const { actor } of members) {
    let trust = 0;
    for (const { actor: other } of members) if (other !== actor) trust += trustBetween(world, other, actor);
    trust /= members.length - 1;
    if (trust < worst.trust) worst = { actor, trust };
  }
  return worst;
}
