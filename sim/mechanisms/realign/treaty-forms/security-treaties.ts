import { bondOf, Clauses, OBLIGATION_BIT, SECURITY_BIT } from '../../../schema/treaty.ts';
import { copyClauses } from '../../../world/clauses.ts';
import type { World } from '../../../world/state.ts';

/** A form of treaty that two actors can found, and the mutual trust that it needs. */
export interface Form {
  noun: string;
  trust: number;
  clauses: Clauses;
  /** The clauses’ obligations as bits. */
  bond: number;
}

const form = (noun: string, trust: number, written: Partial<Clauses>): Form => {
  const clauses = copyClauses(Clauses.parse(written));
  return { noun, trust, clauses, bond: bondOf(clauses.obligations, clauses.casusFoederis) };
};

/**
 * The ladder of commitment, shallowest first: small treaties come before deep ones where trust is low (Larson 1997; Kydd 2005).
 * Terms are the usual five years of the period's alliances, three for neutrality.
 */
export const LADDER: readonly Form[] = [
  form('entente', 0.36, {
    purpose: 'political',
    obligations: ['consultation'],
    formality: 0.3,
    targetRate: 0,
    exitNotice: 0,
    monitoring: 0.2,
    rival: false,
    publicness: 0,
  }),
  form('non-aggression pact', 0.38, {
    purpose: 'political',
    obligations: ['nonaggression'],
    formality: 0.5,
    targetRate: 0,
    exitNotice: 0.5,
    term: 5,
    monitoring: 0.2,
    rival: false,
    publicness: 0,
  }),
  form('neutrality treaty', 0.45, {
    purpose: 'political',
    obligations: ['neutrality', 'consultation'],
    formality: 0.6,
    targetRate: 0,
    exitNotice: 0.5,
    term: 3,
    monitoring: 0.2,
    rival: false,
    publicness: 0,
  }),
  form('alliance', 0.5, {
    purpose: 'defensive',
    obligations: ['defence', 'consultation'],
    formality: 0.75,
    exitNotice: 1,
    term: 5,
    reviewEvery: 5,
  }),
  form('offensive alliance', 0.68, {
    purpose: 'offensive',
    obligations: ['defence', 'offence', 'consultation'],
    formality: 0.85,
    exitNotice: 1,
    term: 5,
    reviewEvery: 5,
  }),
];

/** The shallowest form by which two are allied. */
export const ALLIANCE_FORM: Form = LADDER[3]!;

// For every rung: that form itself, and neutrality as the lesser alternative.
const CHOICES: readonly (readonly Form[])[] = LADDER.map((rung, k) => (k > 2 ? [rung, LADDER[2]!] : [rung]));
const NOTHING: readonly Form[] = [];

/** The forms that a pair with this mutual trust may found: the deepest rung that the trust allows, or neutrality instead. */
export function formChoices(trust: number): readonly Form[] {
  for (let k = LADDER.length - 1; k >= 0; k--) if (trust >= LADDER[k]!.trust) return CHOICES[k]!;
  return NOTHING;
}

/** The trust that a bond needs: that of the shallowest rung with all its obligations. */
export function trustNeeded(bond: number): number {
  // Defence against anyone needs the same trust as defence against outsiders.
  if ((bond & SECURITY_BIT) !== 0) return trustNeeded((bond & ~SECURITY_BIT) | OBLIGATION_BIT.defence);
  for (const rung of LADDER) if ((rung.bond | bond) === rung.bond) return rung.trust;
  return LADDER[LADDER.length - 1]!.trust;
}

/** The rung that removes the danger of a foe. */
export const TRUCE: Form = LADDER[1]!;

/** Share of their joint budget that a form asks of two actors: a defence treaty asks them to maintain their current effort. */
export function askedRate({ clauses }: Form, world: World, i: number, j: number): number {
  if (clauses.purpose !== 'defensive' && clauses.purpose !== 'offensive') return clauses.targetRate;
  const { budget, effort } = world.columns;
  const joint = budget[i]! + budget[j]!;
  return joint > 0 ? Math.min(1, (effort[i]! + effort[j]!) / joint) : clauses.targetRate;
}

/** The clauses of a form for these two actors. */
export const draft = (form: Form, world: World, i: number, j: number): Clauses => ({
  ...form.clauses,
  targetRate: askedRate(form, world, i, j),
});
