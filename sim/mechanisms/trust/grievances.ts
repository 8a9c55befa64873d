import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { grievanceOf, wrong } from '../../world/grievance.ts';
import { memberOf } from '../../world/membership.ts';
import type { Grievance, World } from '../../world/state.ts';

const share = (value: number, description: string) => z.number().min(0).max(1).default(value).meta({ description });

const params = z.strictObject({
  weight: share(0.7, 'share of full trust that a new grievance makes impossible'),
  performance: share(0.15, 'share per year of a grievance that full payment in every shared treaty removes'),
  contact: share(0.03, 'share per year of it that any shared treaty removes'),
  time: share(0.01, 'share per year of it that time alone removes'),
  promise: share(0.5, 'share of it that a later promise kept in war removes'),
});
type Params = z.infer<typeof params>;

/** A grievance with less than this share left no longer counts. */
const FORGIVEN = 0.02;

/**
 * A broken promise is a grievance of its addressee. While it lasts, it limits how far trust in the breaker can recover. Consistent
 * performance repairs it; contact and time hardly do.
 */
export const grievances = mechanism({
  name: 'grievances',
  phase: 'trust',
  cites: ['Lewicki & Bunker 1996', 'Schweitzer, Hershey & Bradlow 2006', 'Kim, Dirks & Cooper 2009'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    for (const { by, to, kept } of world.derived.promises) {
      if (to >= world.shape.actors) continue;
      if (!kept) wrong(world, by, to);
      else makeGood(world, by, to, context.params.promise);
    }
    if (world.grievances.length === 0) return;
    let standing = 0;
    for (const grievance of world.grievances) {
      if (grievance.since < world.tick) grievance.left *= 1 - wear(world, context, grievance);
      if (grievance.left < FORGIVEN) continue;
      world.grievances[standing++] = grievance;
      hold(world, grievance, context.params.weight);
    }
    world.grievances.length = standing;
  },
});

function makeGood(world: World, by: number, to: number, share: number): void {
  const grievance = grievanceOf(world, by, to);
  if (grievance) grievance.left *= 1 - share;
}

/** Share of the grievance that this tick repairs. */
function wear(world: World, { model, params }: StepContext<Params>, { by, to }: Grievance): number {
  const { bonds, treaties } = world.derived;
  const time = model.perTick(params.time);
  let least = -1;
  for (const index of treaties[to]!) {
    const partner = memberOf(world.alliances[index]!, by);
    // A member without a quota cannot show performance.
    if (partner && partner.quota > 0 && (least < 0 || partner.seen < least)) least = partner.seen;
  }
  // Half of what is owed repairs nothing: only consistent performance does.
  const proof = Math.max(0, 2 * least - 1);
  const contact = bonds[to * world.shape.actors + by] === 0 ? 0 : model.perTick(params.contact);
  return 1 - (1 - time) * (1 - contact) * (1 - model.perTick(params.performance) * proof);
}

/** Limits trust in the breaker to what the grievance allows. */
function hold(
  { shape, columns: { calculative, relational } }: World,
  { by, to, left }: Grievance,
  weight: number,
): void {
  const slot = to * shape.actors + by;
  const ceiling = 1 - weight * left;
  if (calculative[slot]! > ceiling) calculative[slot] = ceiling;
  if (relational[slot]! > ceiling) relational[slot] = ceiling;
}
