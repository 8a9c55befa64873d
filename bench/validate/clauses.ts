import {
  AGGREGATORS,
  BENEFIT_SHARING,
  BURDEN_SHARING,
  CASUS_FOEDERIS,
  type Clauses,
  GOVERNANCE,
  PURPOSES,
  STRUCTURES,
} from '../../sim/schema/treaty.ts';

type Value = string | number | boolean | readonly string[] | null;

/**
 * For every clause of a treaty the values to try; all treaties in force at the start get it. For `against` and `leader` see
 * worlds.ts.
 */
const VALUES = {
  purpose: PURPOSES,
  obligations: [
    ['defence'],
    ['defence', 'offence', 'consultation'],
    ['neutrality'],
    ['nonaggression'],
    ['consultation'],
  ],
  formality: [0, 1],
  governance: GOVERNANCE,
  structure: STRUCTURES,
  casusFoederis: CASUS_FOEDERIS,
  against: [],
  adHoc: [true, false],
  leader: [],
  burdenSharing: BURDEN_SHARING,
  targetRate: [0, 0.3],
  benefitSharing: BENEFIT_SHARING,
  aggregator: AGGREGATORS,
  substitution: [-10, 0.5, 5],
  publicness: [0, 1],
  rival: [true, false],
  exclusive: [true, false],
  term: [null, 3],
  reviewEvery: [null, 2],
  exitNotice: [0, 5],
  monitoring: [0, 1],
  communication: [0, 1],
  sanction: [0, 2],
  disputes: [[], ['negotiation'], ['mediation'], ['arbitration'], ['negotiation', 'mediation', 'arbitration']],
} satisfies Record<keyof Clauses, readonly Value[]>;

export const CLAUSES = Object.entries(VALUES).map(([clause, values]) => ({
  clause,
  values: values as readonly Value[],
}));
