import { z } from 'zod';
import { Id, LIMITS, Text, Unit } from './common.ts';
import { Shock } from './shock.ts';
import { NamedClauses } from './treaty.ts';

const Tick = z.int().min(0).max(LIMITS.ticks);

/** A decision that a person makes for one actor; each acts in the phase it belongs to. */
export const Choice = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('contribute'),
    rate: Unit.meta({ description: 'effort as a share of the budget, from this tick on' }),
    ticks: z.int().min(1).optional(),
  }),
  z.strictObject({ act: z.literal('join'), alliance: Id }),
  z.strictObject({ act: z.literal('leave'), alliance: Id }),
  z.strictObject({ act: z.literal('stay'), alliance: Id }).meta({
    description: 'it gives no notice this tick, withdraws a notice it gave, and renews at the end of a term',
  }),
  z.strictObject({ act: z.literal('bear'), alliance: Id }).meta({
    description: 'it accepts the inequity this tick: it opens no dispute and ends its own',
  }),
  z.strictObject({ act: z.literal('propose'), to: Id, clauses: NamedClauses.optional() }),
  z.strictObject({ act: z.literal('honour'), victim: Id.optional() }),
  z.strictObject({ act: z.literal('renege'), victim: Id.optional() }),
  z.strictObject({ act: z.literal('vote'), alliance: Id, support: z.boolean() }),
]);
export type Choice = z.infer<typeof Choice>;

/** A change that a person places at a tick. */
export const Intervention = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shock'), tick: Tick, shock: Shock.omit({ at: true, hazard: true }) }),
  z.strictObject({ kind: z.literal('set'), tick: Tick, path: z.string().min(1).max(200), value: z.number() }),
  z.strictObject({ kind: z.literal('cancel'), tick: Tick, what: z.enum(['shock', 'treaty']), id: Id }),
  z.strictObject({ kind: z.literal('decide'), tick: Tick, actor: Id, choice: Choice, by: Text.optional() }),
]);
export type Intervention = z.infer<typeof Intervention>;
export const Interventions = z.array(Intervention).max(LIMITS.interventions);
