import type { Clauses } from '../../../schema/treaty.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';

/** The terms of a treaty's utility, by index in an appraisal buffer; the last four come from the decision, not from the treaty. */
export const TERM = {
  security: 0,
  relief: 1,
  affinity: 2,
  trust: 3,
  identity: 4,
  complementarity: 5,
  proceeds: 6,
  status: 7,
  influence: 8,
  enmity: 9,
  effort: 10,
  autonomy: 11,
  entanglement: 12,
  commitment: 13,
  inequity: 14,
  grievance: 15,
  'sunk cost': 16,
  openness: 17,
  prospect: 18,
  'left behind': 19,
  word: 20,
  impulse: 21,
} as const;
export const TERMS = Object.keys(TERM) as readonly (keyof typeof TERM)[];

/** A treaty as one actor evaluates it: the partners, the clauses, and the actor's own place in it so far. */
export class Prospect {
  declare partners: Int32Array;
  /** Number of partners. */
  declare count: number;
  declare clauses: Clauses;
  /** The clauses’ obligations as bits. */
  declare bond: number;
  declare leader: number;
  /** The foes to which its obligations are limited; empty: anyone. */
  declare scope: readonly number[];
  /** Quota asked of the actor, resource units a tick. */
  declare quota: number;
  /** Its membership and its alliance, where it is already a member. */
  declare member: Member | undefined;
  declare alliance: Alliance | undefined;
  /** The treaty as a text would make it, where a text is judged: its members have the quotas that are offered. */
  declare text: Alliance | undefined;

  // A class with a constructor: V8 gives object literals a hidden class of their own, which keeps its old form once a field has
  // changed from whole to other numbers. Each such object would then be migrated at its first read, and functions that read it
  // would not be optimised.
  constructor(
    partners: Int32Array,
    count: number,
    clauses: Clauses,
    bond: number,
    leader: number,
    scope: readonly number[],
    quota: number,
    member: Member | undefined,
    alliance: Alliance | undefined,
    text?: Alliance,
  ) {
    this.partners = partners;
    this.count = count;
    this.clauses = clauses;
    this.bond = bond;
    this.leader = leader | 0;
    this.scope = scope;
    this.quota = 0.5;
    this.quota = quota;
    this.member = member;
    this.alliance = alliance;
    this.text = text;
  }
}
