import type { Clauses } from '../../../schema/treaty.ts';
import type { Alliance, Member } from '../../../world/alliance.ts';

/** The terms in which a treaty is judged, and their places on a desk; the last four are the decider’s own. */
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

/** A treaty as one actor looks at it: with whom, under what clauses, and what is already known of its own place in it. */
export class Prospect {
  declare partners: Int32Array;
  /** How many of them. */
  declare count: number;
  declare clauses: Clauses;
  /** The clauses’ obligations as bits. */
  declare bond: number;
  declare leader: number;
  /** Those against whom alone it helps; none: anyone. */
  declare scope: readonly number[];
  /** Quota asked of the actor, resource units a tick. */
  declare quota: number;
  /** Its membership, and its alliance’s founding, where it is already in. */
  declare member: Member | undefined;
  declare alliance: Alliance | undefined;

  // A constructor, since V8 makes what a literal writes out after a pattern of its own, which keeps the old form once a field has
  // turned from whole numbers to others: each such object is changed when it is first read, and its readers stay uncompiled.
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
  }
}
