import { Clauses } from '../../schema/treaty.ts';
import type { World } from '../../world.ts';

/** A kind of treaty that two actors can found, and the trust each must have in the other before it will. */
export interface Form {
  noun: string;
  trust: number;
  clauses: Clauses;
}

const form = (noun: string, trust: number, clauses: Partial<Clauses>): Form => ({ noun, trust, clauses: Clauses.parse(clauses) });

/**
 * The ladder of commitment, shallowest first: small treaties come before deep ones where trust is low (Larson 1997; Kydd 2005).
 * Terms follow the usual five years of the period's alliances, three for neutrality.
 */
export const LADDER: readonly Form[] = [
  form('entente', 0.36, { purpose: 'political', obligations: ['consultation'], formality: 0.3, targetRate: 0, exitNotice: 0, monitoring: 0.2, rival: false, publicness: 0 }),
  form('non-aggression pact', 0.38, { purpose: 'political', obligations: ['nonaggression'], formality: 0.5, targetRate: 0, exitNotice: 0.5, term: 5, monitoring: 0.2, rival: false, publicness: 0 }),
  form('neutrality treaty', 0.42, { purpose: 'political', obligations: ['neutrality', 'consultation'], formality: 0.6, targetRate: 0, exitNotice: 0.5, term: 3, monitoring: 0.2, rival: false, publicness: 0 }),
  form('alliance', 0.5, { purpose: 'defensive', obligations: ['defence', 'consultation'], formality: 0.75, exitNotice: 1, term: 5, reviewEvery: 5 }),
  form('offensive alliance', 0.66, { purpose: 'offensive', obligations: ['defence', 'offence', 'consultation'], formality: 0.85, exitNotice: 1, term: 5, reviewEvery: 5 }),
];

/** The deepest rung both trust each other enough for; undefined where even the lowest is too high. */
export function deepest(trust: number): Form | undefined {
  let found: Form | undefined;
  for (const rung of LADDER) if (trust >= rung.trust) found = rung;
  return found;
}

/** The rung that takes away the danger of a foe. */
export const TRUCE: Form = LADDER[1]!;

/** A form's clauses for these two: a defence treaty asks them to keep up the effort they make now. */
export function draft({ clauses }: Form, world: World, i: number, j: number): Clauses {
  const { budget, effort } = world.columns;
  if (clauses.purpose !== 'defensive' && clauses.purpose !== 'offensive') return { ...clauses };
  const joint = budget[i]! + budget[j]!;
  return { ...clauses, targetRate: joint > 0 ? Math.min(1, (effort[i]! + effort[j]!) / joint) : clauses.targetRate };
}
