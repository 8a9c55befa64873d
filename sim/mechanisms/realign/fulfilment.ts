import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS, FOES } from '../../world/columns.ts';
import { dissolve } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';

const params = z.strictObject({
  danger: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'perceived threat up to which the danger of an ad hoc treaty counts as over' }),
  patience: z.number().min(0).max(50).default(1).meta({ description: 'years that the danger must have been over' }),
});

/** Ad hoc treaties end once the danger they were made for is over: coalitions for one occasion. */
export const fulfilment = mechanism({
  name: 'fulfilment',
  phase: 'realign',
  cites: ['Walt 1997'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    const patience = context.params.patience * context.model.scenario.time.ticksPerYear;
    for (const alliance of world.alliances) {
      if (!alliance.clauses.adHoc) continue;
      if (dangerTo(world, alliance) > context.params.danger) alliance.threatAbsentSince = -1;
      else if (alliance.threatAbsentSince < 0) alliance.threatAbsentSince = world.tick;
      if (alliance.threatAbsentSince >= 0 && world.tick - alliance.threatAbsentSince >= patience)
        dissolve(world, context, alliance, 'fulfilled');
    }
  },
});

/** The largest danger that any member feels from the treaty's targets, or from anyone where it names no target. */
function dangerTo(world: World, { members, scope }: Alliance): number {
  const { threat, foe, foeThreat } = world.columns;
  let most = 0;
  for (const { actor: i } of members) {
    if (scope.length === 0) most = Math.max(most, threat[i]!);
    else
      for (let f = i * FOES; f < (i + 1) * FOES; f++) if (scope.includes(foe[f]!)) most = Math.max(most, foeThreat[f]!);
  }
  return most;
}
