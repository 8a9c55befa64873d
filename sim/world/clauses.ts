import { hashAsNumber } from '../exact/hash.ts';
import type { Clauses } from '../schema/treaty.ts';

/** Written out field by field: see alliance.ts on objects of one shape. */
export const copyClauses = (c: Clauses): Clauses =>
  ({
    purpose: c.purpose,
    obligations: c.obligations,
    formality: c.formality,
    governance: c.governance,
    structure: c.structure,
    casusFoederis: c.casusFoederis,
    against: c.against,
    adHoc: c.adHoc,
    leader: c.leader,
    burdenSharing: c.burdenSharing,
    targetRate: c.targetRate,
    benefitSharing: c.benefitSharing,
    aggregator: c.aggregator,
    substitution: c.substitution,
    publicness: c.publicness,
    rival: c.rival,
    exclusive: c.exclusive,
    term: c.term,
    reviewEvery: c.reviewEvery,
    exitNotice: c.exitNotice,
    monitoring: c.monitoring,
    communication: c.communication,
    sanction: c.sanction,
    disputes: c.disputes,
  }) satisfies Record<keyof Clauses, unknown>;

/** Whether effort under such a treaty is spent only there. */
export const isRival = ({ rival, purpose }: Clauses): boolean =>
  rival ?? (purpose !== 'defensive' && purpose !== 'offensive');

/** Hash of all that never changes while the treaty exists; what a shock or a person may change is digested every tick. */
export function hashConstantsOf(id: string, name: string, c: Clauses): number {
  const fixed = [
    c.purpose,
    c.governance,
    c.structure,
    c.casusFoederis,
    c.adHoc,
    c.burdenSharing,
    c.benefitSharing,
    c.aggregator,
    c.substitution,
    c.rival,
    c.exclusive,
    c.term,
    c.reviewEvery,
  ].map(String);
  return hashAsNumber(id, name, ...fixed, ...c.disputes, ...c.obligations, ...c.against);
}
