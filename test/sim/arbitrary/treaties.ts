import fc from 'fast-check';
import type { ScenarioDraft } from '../../../sim/schema/scenario.ts';
import {
  AGGREGATORS,
  BENEFIT_SHARING,
  BURDEN_SHARING,
  CASUS_FOEDERIS,
  GOVERNANCE,
  OBLIGATIONS,
  PURPOSES,
  RUNGS,
  STRUCTURES,
} from '../../../sim/schema/treaty.ts';
import { type Shape, some, unit } from './values.ts';

export const clauses = {
  purpose: fc.constantFrom(...PURPOSES),
  obligations: some(OBLIGATIONS),
  formality: unit,
  governance: fc.constantFrom(...GOVERNANCE),
  burdenSharing: fc.constantFrom(...BURDEN_SHARING),
  targetRate: unit,
  benefitSharing: fc.constantFrom(...BENEFIT_SHARING),
  aggregator: fc.constantFrom(...AGGREGATORS),
  substitution: fc.constantFrom(-20, -1, 0, 0.5, 1, 8),
  casusFoederis: fc.constantFrom(...CASUS_FOEDERIS),
  adHoc: fc.boolean(),
  publicness: unit,
  rival: fc.constantFrom(undefined, true, false),
  exclusive: fc.boolean(),
  term: fc.constantFrom(null, 0.5, 2, 5),
  reviewEvery: fc.constantFrom(null, 0.25, 1, 5),
  exitNotice: fc.constantFrom(0, 0.5, 1, 3),
  monitoring: unit,
  communication: unit,
  sanction: fc.constantFrom(0, 0.5, 2),
  disputes: some(RUNGS),
};

export const treaty = (id: string, { actors }: Shape): fc.Arbitrary<NonNullable<ScenarioDraft['treaties']>[number]> =>
  some(actors, 2).chain((members) =>
    fc
      .record({
        ...clauses,
        id: fc.constant(id),
        name: fc.constant(id),
        members: fc.constant(members),
        lead: fc.constantFrom<{ leader?: string; structure?: (typeof STRUCTURES)[number] }>(
          {},
          ...STRUCTURES.map((structure) => ({ structure, leader: members[0]! })),
        ),
        against: some(actors.filter((id) => !members.includes(id))),
        age: fc.constantFrom(0, 1, 7.5),
      })
      .map(({ lead, ...written }) => ({ ...written, ...lead })),
  );

/** An exclusive treaty bars its members from others of its purpose: where two clash the clause goes. */
export function compatible<
  T extends { purpose?: string | undefined; members: string[]; exclusive?: boolean | undefined },
>(treaties: T[]): T[] {
  return treaties.map((own) => ({
    ...own,
    exclusive:
      own.exclusive === true &&
      treaties.every(
        (other) =>
          other === own || other.purpose !== own.purpose || !own.members.some((id) => other.members.includes(id)),
      ),
  }));
}
