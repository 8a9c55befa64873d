import type { Alliance, Member } from '../../alliance.ts';
import type { Clauses } from '../../schema/treaty.ts';

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
export interface Prospect {
  partners: Int32Array;
  /** How many of them. */
  count: number;
  clauses: Clauses;
  /** The clauses’ obligations as bits. */
  bond: number;
  leader: number;
  /** Those against whom alone it helps; none: anyone. */
  scope: readonly number[];
  /** Quota asked of the actor, resource units a tick. */
  quota: number;
  /** Its membership, and its alliance’s founding, where it is already in. */
  member: Member | undefined;
  alliance: Alliance | undefined;
}
