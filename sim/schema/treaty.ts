import { z } from 'zod';
import { Id, NonNegative, Positive, Text, Unit } from './common.ts';

export const PURPOSES = [
  'defensive',
  'offensive',
  'economic',
  'political',
  'social',
  'knowledge',
  'crisis-response',
] as const;
export const OBLIGATIONS = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const;
export const GOVERNANCE = ['hegemonic', 'consensus', 'majority', 'weighted'] as const;
export const BURDEN_SHARING = ['equal', 'resources', 'benefit', 'target', 'shapley'] as const;
export const BENEFIT_SHARING = ['equal', 'contribution', 'resources', 'need'] as const;
export const AGGREGATORS = ['summation', 'weakest-link', 'best-shot', 'ces'] as const;
export const STRUCTURES = ['mesh', 'hub'] as const;
export const CASUS_FOEDERIS = ['outsiders', 'anyone'] as const;
export const RUNGS = ['negotiation', 'mediation', 'arbitration'] as const;

/** The clauses of a treaty, as the scenario wrote them or the negotiators agreed. Durations are years, rates are per year. */
export const Clauses = z.strictObject({
  purpose: z.enum(PURPOSES).default('defensive').meta({ description: 'what the alliance is for' }),
  obligations: z
    .array(z.enum(OBLIGATIONS))
    .default(['defence'])
    .meta({ description: 'what members owe each other, as ATOP codes it; "allied" means defence or offence' }),
  formality: Unit.default(0.7).meta({ description: '0: informal agreement, 1: ratified treaty with institutions' }),
  governance: z.enum(GOVERNANCE).default('consensus').meta({ description: 'how members decide' }),
  structure: z.enum(STRUCTURES).default('mesh').meta({
    description:
      'mesh: all members owe each other; hub: the leader and each other member owe each other, the others owe each other nothing',
  }),
  casusFoederis: z.enum(CASUS_FOEDERIS).default('outsiders').meta({
    description:
      'whose attack calls the members to arms: an outsider’s (collective defence), or also a member’s (collective security), whom the treaty then does not restrain',
  }),
  against: z.array(Id).max(64).default([]).meta({
    description: 'scope: the only actors or threats against which the obligations hold; empty: anyone',
  }),
  adHoc: z.boolean().default(false).meta({
    description:
      'true: the treaty ends when the danger that it is meant for is over; false: it stays in force until someone ends it',
  }),
  leader: Id.optional().meta({
    description: 'the leading actor; a hegemonic treaty without a named leader is led by its strongest member',
  }),
  burdenSharing: z.enum(BURDEN_SHARING).default('resources').meta({
    description:
      'rule that sets quotas: alike, by strength, by benefit, the same share of everyone’s budget, or the Shapley value of the cost of protecting all',
  }),
  targetRate: Unit.default(0.1).meta({ description: 'share of the members’ joint budget that the quotas ask for' }),
  benefitSharing: z.enum(BENEFIT_SHARING).default('equal').meta({ description: 'rule that splits a rival pool' }),
  aggregator: z
    .enum(AGGREGATORS)
    .default('summation')
    .meta({ description: 'how efforts make the pool (Hirshleifer 1983)' }),
  substitution: z.number().min(-20).max(20).default(-1).meta({
    description:
      'exponent of the aggregator "ces": 1 is the sum, far below 0 the weakest link, far above 1 the best shot',
  }),
  publicness: Unit.default(0.6).meta({ description: 'ψ: how far one member’s effort also serves the others' }),
  rival: z.boolean().optional().meta({
    description:
      'true: effort for this treaty serves only this treaty; default: false in defence and offence, true otherwise',
  }),
  exclusive: z.boolean().default(false).meta({ description: 'members may hold no other treaty of this purpose' }),
  term: Positive.nullable().default(null).meta({ description: 'years until it must be renewed; null: no fixed term' }),
  reviewEvery: Positive.nullable()
    .default(null)
    .meta({ description: 'years between reviews of the quotas; null: never' }),
  exitNotice: NonNegative.default(1).meta({ description: 'years between notice and exit' }),
  monitoring: Unit.default(0.5).meta({
    description:
      'probability per year that a member that pays too little is found, and accuracy with which payments are observed',
  }),
  communication: Unit.default(0.5).meta({
    description: 'quality of communication; reduces misperception among members',
  }),
  sanction: NonNegative.default(0).meta({
    description: 'fine for a member found to pay too little, as a share of what it left unpaid',
  }),
  disputes: z.array(z.enum(RUNGS)).default(['negotiation', 'mediation']).meta({
    description: 'steps of the dispute ladder that exist, in the order negotiation, mediation, arbitration',
  }),
});
export type Clauses = z.infer<typeof Clauses>;

/**
 * A complete set of clauses, for `found`: those named, and the defaults of all others.
 * @throws {Error} for a clause that no treaty may have.
 */
export const clausesOf = (named: z.input<typeof Clauses> = {}): Clauses => Clauses.parse(named);

/** Only the clauses that are named; zod’s partial() would fill in the defaults of the others. */
export const NamedClauses = z.strictObject(
  Object.fromEntries(
    Object.entries(Clauses.shape).map(([name, clause]) => [
      name,
      z.optional(clause instanceof z.ZodDefault ? clause.unwrap() : clause),
    ]),
  ),
) as unknown as z.ZodType<Partial<Clauses>>;

export const Treaty = Clauses.extend({
  id: Id,
  name: Text,
  members: z.array(Id).min(2).meta({ description: 'ids of the actors bound at the start' }),
  age: NonNegative.default(0).meta({ description: 'years in force at the start' }),
});
export type Treaty = z.infer<typeof Treaty>;

export type Purpose = (typeof PURPOSES)[number];
export type Obligation = (typeof OBLIGATIONS)[number];
export type Rung = (typeof RUNGS)[number];

/** One bit an obligation, so that all that two actors owe each other fits in one byte. */
export const OBLIGATION_BIT: Record<Obligation, number> = {
  defence: 1,
  offence: 2,
  neutrality: 4,
  nonaggression: 8,
  consultation: 16,
};
/** The bit of any shared treaty, with or without obligations. */
export const PARTNER_BIT = 32;
/**
 * Collective security: defence against anyone, even a fellow member. It obliges members to fight but restrains none of them from
 * attacking.
 */
export const SECURITY_BIT = 64;
/** One more than the largest bond. */
export const BONDS = 128;
/** "Allied" in the field's sense: bound by defence or offence. */
export const ALLIED = OBLIGATION_BIT.defence | OBLIGATION_BIT.offence;
/** Bonds that rule out an attack while in force. */
export const BOUND = ALLIED | OBLIGATION_BIT.nonaggression;
/** Bonds that oblige one to the other’s defence. */
export const DEFENDS = OBLIGATION_BIT.defence | SECURITY_BIT;

/** Obligations as bits, including the bit of any shared treaty. */
export function bondOf(
  obligations: readonly Obligation[],
  casusFoederis: Clauses['casusFoederis'] = 'outsiders',
): number {
  let bond = PARTNER_BIT;
  for (const obligation of obligations)
    bond |= obligation === 'defence' && casusFoederis === 'anyone' ? SECURITY_BIT : OBLIGATION_BIT[obligation];
  return bond;
}
