import type { OfferView, Price, StudentState, TreatyView } from '../../classroom/protocol/state.ts';
import type { Choice } from '../../sim/schema/intervention.ts';

type OfferText = OfferView['text'];

/** What the parties of a new treaty may promise each other. */
export const PROMISES = ['defence', 'nonaggression', 'neutrality', 'consultation'] as const;
export type Promised = (typeof PROMISES)[number];

/** An offer as somebody writes it. */
export interface OfferDraft {
  /** The treaty that it amends; undefined for a new one. */
  alliance: string | undefined;
  /** Parties beside oneself and the members of that treaty. */
  others: readonly string[];
  promise: Promised;
  /** Tenths by which a party carries more or less than it would by the rule. */
  tenths: Readonly<Record<string, number>>;
  isSecret: boolean;
  /** The offer that these terms answer. */
  counters: string | undefined;
}

export const emptyDraft: OfferDraft = {
  alliance: undefined,
  others: [],
  promise: 'defence',
  tenths: {},
  isSecret: false,
  counters: undefined,
};

/** A draft with the terms of an offer, to change them. */
export function draftOf({ id, text }: OfferView, me: string, treaties: readonly TreatyView[]): OfferDraft {
  const members = treaties.find(({ alliance }) => alliance === text.alliance)?.members ?? [];
  const promise = PROMISES.find((one) => text.clauses?.obligations?.includes(one)) ?? 'defence';
  return {
    alliance: text.alliance,
    others: text.parties.filter((party) => party !== me && !members.includes(party)),
    promise,
    tenths: {},
    isSecret: text.secret,
    counters: id,
  };
}

export function partiesOf({ alliance, others }: OfferDraft, me: string, treaties: readonly TreatyView[]): string[] {
  const members = treaties.find((treaty) => treaty.alliance === alliance)?.members ?? [];
  return [...new Set([me, ...members, ...others])];
}

/** What each party carries where nobody asks for more or less; unknown for some. */
export type Loads = Readonly<Record<string, number>>;

/** Three digits: a quota is read and said aloud. */
const rounded = (value: number): number => Number(value.toPrecision(3));

export const carriedBy = (load: number, tenths: number): number => rounded(load * (1 + tenths / 10));

/** The text that a draft stands for. @param terms of the offer that it answers, which stand where the draft changes nothing. */
export function offerOf(
  draft: OfferDraft,
  me: string,
  treaties: readonly TreatyView[],
  loads: Loads,
  terms: OfferText | undefined,
): OfferText {
  const changed = Object.entries(draft.tenths).flatMap(([party, tenths]) => {
    const load = loads[party];
    return tenths !== 0 && load !== undefined ? [[party, carriedBy(load, tenths)] as const] : [];
  });
  const parties = partiesOf(draft, me, treaties);
  const standing = Object.entries(terms?.quotas ?? {}).filter(([party]) => parties.includes(party));
  const quotas = { ...Object.fromEntries(standing), ...Object.fromEntries(changed) };
  const isNew = draft.alliance === undefined;
  const obligations = draft.promise === 'defence' && !terms?.clauses ? undefined : [draft.promise];
  return {
    parties,
    ...(isNew && obligations ? { clauses: { ...terms?.clauses, obligations } } : {}),
    ...(Object.keys(quotas).length > 0 ? { quotas } : {}),
    ...(draft.alliance === undefined ? {} : { alliance: draft.alliance }),
    secret: draft.isSecret,
  };
}

/** The choice whose price is that of an offer. */
export function offerAsChoice({ secret: _, ...text }: OfferText): Choice {
  return { act: 'sign', ...text };
}

/**
 * What the parties carry where nothing is changed: what the treaty asks of them today, by the terms that an offer answers, and for the
 * player itself what a price says that it would pay.
 */
export function loadsOf(
  me: string,
  price: Price | undefined,
  terms: OfferText | undefined,
  treaty: TreatyView | undefined,
): Loads {
  const own = price && !price.barred && price.pays.after > 0 ? { [me]: price.pays.after } : {};
  return { ...own, ...treaty?.quotas, ...terms?.quotas };
}

/** Treaties that a player may offer to change. */
export const ownTreaties = ({ treaties, you }: StudentState): TreatyView[] =>
  treaties.filter(({ members }) => you.actor !== null && members.includes(you.actor));
