import { z } from 'zod';
import { Id, LIMITS, NonNegative, Text, Unit } from './common.ts';
import { Shock } from './shock.ts';
import { NamedClauses } from './treaty.ts';

const Tick = z.int().min(0).max(LIMITS.ticks);
const Ticks = z
  .int()
  .min(1)
  .optional()
  .meta({ description: 'for how many ticks the decision stands; without it, for its own tick' });

/** What the members of an alliance vote on. */
export const VOTE_MATTERS = ['accession', 'expulsion', 'sanction', 'review', 'merger'] as const;
export type VoteMatter = (typeof VOTE_MATTERS)[number];

const answer = {
  victim: Id.optional().meta({ description: 'the actor under attack; without it, any' }),
  caller: Id.optional().meta({ description: 'the actor that calls: the victim, or an attacker; without it, any' }),
  alliance: Id.optional().meta({ description: 'the alliance by which it calls; without it, any' }),
  ticks: Ticks,
};

/** A decision that a person makes for one actor; each acts in the phase it belongs to. */
export const Choice = z.discriminatedUnion('act', [
  z
    .strictObject({ act: z.literal('hold'), ticks: z.int().min(1) })
    .meta({ description: 'for so many ticks the model decides nothing for the actor; a later hold extends it' }),
  z.strictObject({
    act: z.literal('contribute'),
    rate: Unit.meta({ description: 'effort as a share of the budget, from this tick on' }),
    alliance: Id.optional().meta({ description: 'a rival pool: the effort for this alliance alone' }),
    ticks: z.int().min(1).optional().meta({ description: 'for how many ticks; without it, from then on' }),
  }),
  z.strictObject({ act: z.literal('join'), alliance: Id, ticks: Ticks }),
  z.strictObject({ act: z.literal('leave'), alliance: Id, ticks: Ticks }),
  z.strictObject({ act: z.literal('stay'), alliance: Id, ticks: Ticks }).meta({
    description: 'it gives no notice this tick, withdraws a notice it gave, and renews at the end of a term',
  }),
  z.strictObject({ act: z.literal('bear'), alliance: Id, ticks: Ticks }).meta({
    description: 'it accepts the inequity this tick: it opens no dispute and ends its own',
  }),
  z.strictObject({ act: z.literal('propose'), to: Id, clauses: NamedClauses.optional(), ticks: Ticks }),
  z.strictObject({ act: z.literal('honour'), ...answer }),
  z.strictObject({ act: z.literal('renege'), ...answer }),
  z.strictObject({
    act: z.literal('vote'),
    alliance: Id,
    support: z.boolean(),
    matter: z.enum(VOTE_MATTERS).optional().meta({ description: 'what the vote is on; without it, anything' }),
    subject: Id.optional().meta({ description: 'the actor of whom the vote decides; without it, any' }),
    ticks: Ticks,
  }),
  z.strictObject({
    act: z.literal('sign'),
    parties: z
      .array(Id)
      .min(2)
      .max(LIMITS.actors)
      .meta({ description: 'all who are to sign, the actor among them; those who are held have signed' }),
    clauses: NamedClauses.optional(),
    quotas: z
      .record(Id, NonNegative)
      .optional()
      .meta({ description: 'effort a tick that the text asks of each party, in the unit of the budget' }),
    alliance: Id.optional().meta({ description: 'the treaty that the text amends; without it, it founds one' }),
    ticks: Ticks,
  }),
]);
export type Choice = z.infer<typeof Choice>;

/** Who placed a decision: a player, or the default for a seat whose player left it open. Where it is the model, nobody placed one. */
export const DECIDERS = ['player', 'default'] as const;
export type Decider = (typeof DECIDERS)[number];

/** A shock that a person places: its tick is that of the intervention. */
export const PlacedShock = Shock.omit({ at: true, hazard: true });

/** A change that a person places at a tick. */
export const Intervention = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shock'), tick: Tick, shock: PlacedShock }),
  z.strictObject({ kind: z.literal('set'), tick: Tick, path: z.string().min(1).max(200), value: z.number() }),
  z.strictObject({ kind: z.literal('cancel'), tick: Tick, what: z.enum(['shock', 'treaty']), id: Id }),
  z.strictObject({
    kind: z.literal('decide'),
    tick: Tick,
    actor: Id,
    choice: Choice,
    by: Text.optional(),
    as: z.enum(DECIDERS).optional().meta({ description: 'who placed it: a player, or the default of a seat' }),
  }),
]);
export type Intervention = z.infer<typeof Intervention>;
export const Interventions = z.array(Intervention).max(LIMITS.interventions);
