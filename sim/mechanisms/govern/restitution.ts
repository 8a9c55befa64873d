import { z } from 'zod';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { reasons } from '../../world/event.ts';
import type { Grievance, World } from '../../world/state.ts';
import { trustBetween } from '../../world/trust.ts';

const weight = (value: number, description: string) => z.number().min(0).max(10).default(value).meta({ description });
const share = (value: number, description: string) => z.number().min(0).max(1).default(value).meta({ description });

const params = z.strictObject({
  hazard: share(0.25, 'probability per year that an actor that broke a promise considers amends'),
  claim: share(0.1, 'claim of a new grievance, as a share of a year’s budget of the poorer of the two'),
  redress: share(0.7, 'share of the grievance that full payment removes'),
  goodwill: share(0.3, 'share by which a payment moves relational trust toward 1 minus what is left of the grievance'),
  trust: weight(1.5, 'weight of the trust that it lacks with a victim with common interests'),
  conscience: weight(0.4, 'weight of its loyalty'),
  need: weight(1, 'weight of the victim’s strength while it feels threatened'),
  pride: weight(1.2, 'weight of its dislike of constraint'),
  enmity: weight(2, 'weight of its hostility toward the victim'),
  cost: weight(2, 'weight of the payment, as a share of its year’s budget'),
});
type Params = z.infer<typeof params>;

const TERMS = ['trust', 'conscience', 'need', 'pride', 'enmity', 'cost'] as const;
const values = new Float64Array(TERMS.length);

/** An actor that broke a promise and values the relation pays compensation: substance repairs what words cannot. */
export const restitution = mechanism({
  name: 'restitution',
  phase: 'govern',
  cites: ['Bottom, Gibson, Daniels & Murnighan 2002', 'Dirks, Kim, Ferrin & Cooper 2011'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    if (world.grievances.length === 0) return;
    const probability = context.params.hazard;
    const { ticksPerYear } = context.model.scenario.time;
    for (const grievance of world.grievances) {
      // Once a year, on the anniversary of the breach: a random stream every tick would cost more than all else here.
      const age = world.tick - grievance.since;
      if (age === 0 || age % ticksPerYear !== 0) continue;
      const draw = context.random().uniform();
      if (draw < probability && !isHeld(context, grievance.by))
        makeAmends(world, context, grievance, { probability, draw });
    }
  },
});

function makeAmends(
  world: World,
  context: StepContext<Params>,
  grievance: Grievance,
  chance: { probability: number; draw: number },
): void {
  const { by, to } = grievance;
  const { budget } = world.columns;
  const asked =
    context.params.claim *
    grievance.left *
    Math.min(budget[by]!, budget[to]!) *
    context.model.scenario.time.ticksPerYear;
  if (asked <= 0) return;
  context.onOccasion?.({ kind: 'amends', who: [context.names[by]!], about: context.names[to]!, draw: chance.draw });
  weigh(world, context, grievance, asked);
  const { because, score } = reasons(TERMS, values);
  if (score <= 0) return;
  const paid = transfer(world, by, to, asked);
  const { redress, goodwill } = context.params;
  grievance.left *= 1 - redress * (paid / asked);
  const slot = to * world.shape.actors + by;
  const lacking = 1 - grievance.left - world.columns.relational[slot]!;
  if (lacking > 0) world.columns.relational[slot]! += goodwill * lacking;
  const [actor, victim] = [context.names[by]!, context.names[to]!];
  context.emit(
    { kind: 'amends', who: [actor], victim, paid },
    { because, score, runnerUp: { choice: { act: 'pay-nothing' }, score: 0 }, chance },
  );
}

function weigh(world: World, { params, model }: StepContext<Params>, { by, to, left }: Grievance, asked: number): void {
  const n = world.shape.actors;
  const { budget, strength, belief, autonomy, loyalty, threat, hostility } = world.columns;
  const view = belief[by * n + to]!;
  const common = Math.max(0, world.derived.affinity[by * n + to]!);
  values[0] = params.trust * left * (1 - trustBetween(world, to, by)) * common;
  values[1] = params.conscience * left * loyalty[by]!;
  values[2] = params.need * left * threat[by]! * (view / (view + strength[by]! || 1));
  values[3] = -params.pride * autonomy[by]!;
  // The ill will of the breaker toward the victim is stored in the victim’s row.
  values[4] = -params.enmity * hostility[to * n + by]!;
  values[5] = (-params.cost * asked) / (budget[by]! * model.scenario.time.ticksPerYear);
}

/** Moves an amount of one actor’s stocks to another’s, of each kind in proportion. @returns the amount moved. */
function transfer(world: World, from: number, to: number, amount: number): number {
  const m = world.shape.resources;
  const { resources } = world.columns;
  let stock = 0;
  for (let k = 0; k < m; k++) stock += resources[from * m + k]!;
  if (stock <= 0) return 0;
  const part = Math.min(1, amount / stock);
  for (let k = 0; k < m; k++) {
    const moved = part * resources[from * m + k]!;
    resources[from * m + k]! -= moved;
    resources[to * m + k]! += moved;
  }
  return part * stock;
}
