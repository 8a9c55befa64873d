import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { DECIDERS } from '../../schema/intervention.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { leave } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';

const params = z.strictObject({
  disappointment: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of relational trust that leaving a fully formal treaty costs with each partner' }),
  revolt: z
    .number()
    .min(0)
    .max(1)
    .default(0.4)
    .meta({ description: 'share by which leaving a hegemon moves its hostility toward 1' }),
});

/** Members whose notice has expired leave, and the remaining members remember it. */
export const departures = mechanism({
  name: 'departures',
  phase: 'realign',
  cites: ['Hirschman 1970', 'Thucydides 1.98'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    // The verbs of world/membership.ts create new lists and never shorten one, so the lists in this loop stay complete.
    for (const alliance of world.alliances) {
      for (const member of alliance.members) {
        if (member.leaves < 0 || world.tick < member.leaves || !world.alliances.includes(alliance)) continue;
        disappoint(world, context, alliance, member.actor);
        const decidedBy = DECIDERS[member.noticeAs - 1];
        leave(world, context, alliance, member.actor, decidedBy && { because: [], decidedBy });
      }
    }
  },
});

function disappoint(
  world: World,
  { params: { disappointment, revolt } }: StepContext<z.infer<typeof params>>,
  alliance: Alliance,
  leaver: number,
): void {
  const n = world.shape.actors;
  const { relational, hostility } = world.columns;
  for (const { actor } of alliance.members) {
    if (actor === leaver) continue;
    relational[actor * n + leaver]! *= 1 - disappointment * alliance.clauses.formality;
    if (actor === alliance.leader && alliance.clauses.governance === 'hegemonic')
      hostility[leaver * n + actor]! += revolt * (1 - hostility[leaver * n + actor]!);
  }
}
