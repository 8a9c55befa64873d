import { bondOf, Clauses, type Purpose } from '../../../schema/treaty.ts';
import { copyClauses } from '../../../world/clauses.ts';
import type { World } from '../../../world/state.ts';
import type { Form } from './security-treaties.ts';

const civil = (noun: string, trust: number, written: Partial<Clauses>): Form => {
  const clauses = copyClauses(Clauses.parse({ obligations: [], disputes: ['negotiation', 'arbitration'], ...written }));
  return { noun, trust, clauses, bond: bondOf(clauses.obligations) };
};

/** Treaties for purposes other than security: pools of their own, small at first, with the trust that each needs. */
export const NON_SECURITY = {
  trade: civil('trade league', 0.42, {
    purpose: 'economic',
    formality: 0.6,
    targetRate: 0.03,
    burdenSharing: 'target',
    benefitSharing: 'contribution',
    publicness: 0.2,
    term: 10,
    reviewEvery: 5,
    exitNotice: 1,
  }),
  relief: civil('relief fund', 0.45, {
    purpose: 'crisis-response',
    formality: 0.5,
    targetRate: 0.02,
    burdenSharing: 'resources',
    benefitSharing: 'need',
    publicness: 0.4,
    term: 10,
    exitNotice: 0.5,
  }),
  research: civil('research partnership', 0.55, {
    purpose: 'knowledge',
    formality: 0.5,
    targetRate: 0.02,
    burdenSharing: 'equal',
    benefitSharing: 'equal',
    publicness: 0.8,
    communication: 0.8,
    term: 5,
    exitNotice: 0.5,
  }),
  culture: civil('friendship society', 0.45, {
    purpose: 'social',
    formality: 0.3,
    targetRate: 0.01,
    burdenSharing: 'equal',
    benefitSharing: 'equal',
    publicness: 0.8,
    communication: 0.8,
    exitNotice: 0,
  }),
} satisfies Record<string, Form>;

const FORMS: readonly Form[] = Object.values(NON_SECURITY);
export const isNonSecurityPurpose = (purpose: Purpose): boolean =>
  purpose !== 'defensive' && purpose !== 'offensive' && purpose !== 'political';
export const isNonSecurity = (form: Form): boolean => FORMS.includes(form);

/** Difference in resource kinds above which two actors can trade; cultural distance below which they count as one culture. */
const UNLIKE = 0.15;
const KINDRED = 0.15 * 255;

/**
 * The one treaty besides security that a pair would consider: relief where a disaster has just struck one of them, trade where
 * their resources differ, exchange where they share a culture, research where their interests agree. Undefined where none fits, the
 * purposes exclude it, trust is too low or they have such a treaty.
 */
export function nonSecurityForm(
  world: World,
  i: number,
  j: number,
  trust: number,
  purposes: readonly Purpose[],
): Form | undefined {
  const n = world.shape.actors;
  const { affinity, culturalDistance } = world.derived;
  for (const form of FORMS) {
    if (trust < form.trust || !purposes.includes(form.clauses.purpose)) continue;
    const fits =
      form === NON_SECURITY.relief
        ? isStruck(world, i) || isStruck(world, j)
        : form === NON_SECURITY.trade
          ? unlike(world, i, j) > UNLIKE
          : form === NON_SECURITY.culture
            ? culturalDistance[i * n + j]! < KINDRED
            : affinity[i * n + j]! > 0;
    if (fits && !shared(world, i, j, form.clauses.purpose)) return form;
  }
  return undefined;
}

/** Whether a disaster caused the actor a loss this tick. */
function isStruck(world: World, i: number): boolean {
  const m = world.shape.resources;
  for (let k = i * m; k < (i + 1) * m; k++) if (world.columns.loss[k]! > 0) return true;
  return false;
}

/** Half the summed difference of their shares of each resource kind, [0, 1]. */
function unlike(world: World, i: number, j: number): number {
  const m = world.shape.resources;
  if (m < 2) return 0;
  const { resources } = world.columns;
  let own = 0;
  let their = 0;
  for (let k = 0; k < m; k++) {
    own += resources[i * m + k]!;
    their += resources[j * m + k]!;
  }
  if (own <= 0 || their <= 0) return 0;
  let apart = 0;
  for (let k = 0; k < m; k++) apart += Math.abs(resources[i * m + k]! / own - resources[j * m + k]! / their);
  return apart / 2;
}

/** Whether the two already share a treaty of that purpose. */
function shared(world: World, i: number, j: number, purpose: Purpose): boolean {
  for (const index of world.derived.treaties[i]!) {
    if (world.alliances[index]!.clauses.purpose !== purpose) continue;
    for (const { actor } of world.alliances[index]!.members) if (actor === j) return true;
  }
  return false;
}
