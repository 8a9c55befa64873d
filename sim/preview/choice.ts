import { z } from 'zod';
import { Id, LIMITS, NonNegative, Unit } from '../schema/common.ts';
import { NamedClauses } from '../schema/treaty.ts';

/** What the members of an alliance may vote on, as far as a preview can say what comes of it. */
const MATTERS = ['accession', 'expulsion', 'sanction', 'review', 'merger'] as const;

const Ticks = z.int().min(1).optional();
const answer = {
  victim: Id.optional(),
  caller: Id.optional(),
  alliance: Id.optional(),
  /** Against whom; without it, the foe that the caller has most to fear from. */
  foe: Id.optional(),
  ticks: Ticks,
};

/**
 * A decision of which a preview can be had. The forms are those of the interventions `decide`; beside them an answer may name the foe of
 * the call that it is given to.
 */
export const PreviewChoice = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('contribute'), rate: Unit, alliance: Id.optional(), ticks: Ticks }),
  z.strictObject({ act: z.literal('leave'), alliance: Id, ticks: Ticks }),
  z.strictObject({ act: z.literal('join'), alliance: Id, ticks: Ticks }),
  z.strictObject({
    act: z.literal('sign'),
    parties: z.array(Id).min(2).max(LIMITS.actors),
    clauses: NamedClauses.optional(),
    /** Effort a tick that is asked of each, in the unit of the budget. */
    quotas: z.record(Id, NonNegative).optional(),
    /** The treaty that the text amends. */
    alliance: Id.optional(),
    ticks: Ticks,
  }),
  z.strictObject({ act: z.literal('honour'), ...answer }),
  z.strictObject({ act: z.literal('renege'), ...answer }),
  z.strictObject({
    act: z.literal('vote'),
    alliance: Id,
    support: z.boolean(),
    matter: z.enum(MATTERS).optional(),
    subject: Id.optional(),
    ticks: Ticks,
  }),
]);
export type PreviewChoice = z.infer<typeof PreviewChoice>;
