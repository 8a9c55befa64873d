import type { Alliance, Member } from '../../alliance.ts';
import type { Clauses } from '../../schema/treaty.ts';

/** The terms in which a treaty is judged, in the order of a desk; the last four are the decider’s own. */
export const TERMS = [
  'security',
  'relief',
  'affinity',
  'trust',
  'identity',
  'complementarity',
  'proceeds',
  'status',
  'influence',
  'enmity',
  'effort',
  'autonomy',
  'entanglement',
  'commitment',
  'inequity',
  'grievance',
  'sunk cost',
  'openness',
  'prospect',
  'left behind',
  'word',
  'impulse',
] as const;
export const TERM = Object.fromEntries(TERMS.map((name, k) => [name, k])) as Record<(typeof TERMS)[number], number>;

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
