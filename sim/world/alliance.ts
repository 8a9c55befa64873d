import { bondOf, type Clauses, type Rung } from '../schema/treaty.ts';
import { copyClauses, hashConstantsOf, isRival } from './clauses.ts';
import { mapPacked } from './map-packed.ts';

// All alliances and members are made here, and all clauses in clauses.ts, with their fields in one order: engines compile code for
// objects of one shape, and loops over members then meet no other. Classes, since a literal keeps its old form once a field has
// changed from whole to other numbers (see Prospect). A field that may hold any number starts with one that is not whole; otherwise
// the first alliance to save half a unit would change the form of all and discard all compiled code.
const NOT_WHOLE = 0.5;

export class Member {
  declare actor: number;
  joined = NOT_WHOLE;
  /** Its share of all actors’ strength when it joined: the balance of power in which it made its commitment. */
  share = NOT_WHOLE;
  /** Effort a tick that the burden rule asks, resource units. */
  quota = NOT_WHOLE;
  /** Effort of the last tick; in a non-rival treaty the actor’s one effort. */
  effort = NOT_WHOLE;
  /** min(1, effort/quota) as its partners last observed it, on average. */
  seen = NOT_WHOLE;
  /** Error of that observation, before an observer’s own distance and disinformation enlarge it. */
  misread = NOT_WHOLE;
  /** Its benefit from the pool in the last tick, resource units. */
  benefit = NOT_WHOLE;
  /** Share of the cost less share of the benefit, smoothed; above 0 it pays more than it gets. */
  inequity = NOT_WHOLE;
  /** Tick at which its notice expires, −1 without notice; and whether a person gave it: 1 or 0. */
  leaves = -1;
  noticeByPlayer = 0;
  /** Who decided that notice, for the event of the exit: 0 the model, else a place in DECIDERS, from 1 on. No number depends on it. */
  noticeAs = 0;

  constructor(actor: number) {
    // A whole number read from a float64 column is stored as a double; `| 0` makes it an integer, which is faster as an index.
    this.actor = actor | 0;
  }
}

export interface Dispute {
  actor: number;
  rung: Rung | 'exit';
  opened: number;
}

export class Alliance {
  readonly founded: number = NOT_WHOLE;
  leader = -1;
  readonly constantHash: number = NOT_WHOLE;
  /** Aggregated effort of the last tick, resource units. */
  pool = NOT_WHOLE;
  /** Exponentially smoothed pool of past ticks. */
  smoothedPool = NOT_WHOLE;
  /** Tick since which no member has felt the danger that the treaty is meant for, −1 while one does. */
  threatAbsentSince = NOT_WHOLE;
  /** Savings of a crisis-response pool, resource units. */
  fund = NOT_WHOLE;
  reviewed = NOT_WHOLE;
  /** Tick at which the current term began. */
  renewed = NOT_WHOLE;
  declare readonly id: string;
  declare readonly name: string;
  declare readonly clauses: Clauses;
  /** The obligations of its clauses as bits; constant while it exists. */
  declare readonly bond: number;
  /** Whether effort here is spent only here: as the treaty says, or else for every purpose but defence and attack. */
  declare readonly rival: boolean;
  declare members: Member[];
  /** The targets that its scope names, in its order; empty: anyone. From the number of actors on, outside threats. */
  declare readonly scope: readonly number[];
  declare disputes: Dispute[];

  /** @param constantHash hash of all its fields that never change, so that a digest need not read texts every tick. */
  constructor(
    id: string,
    name: string,
    founded: number,
    clauses: Clauses,
    bond: number,
    rival: boolean,
    constantHash: number,
    scope: readonly number[],
  ) {
    this.id = id;
    this.name = name;
    this.founded = founded;
    this.clauses = clauses;
    this.bond = bond;
    this.rival = rival;
    this.constantHash = constantHash;
    this.scope = scope;
    this.members = [];
    this.disputes = [];
  }
}

export function createMember(actor: number, joined: number, effort: number, share: number): Member {
  const member = new Member(actor);
  member.joined = joined;
  member.share = share;
  member.quota = 0;
  member.effort = effort;
  member.seen = 1;
  member.misread = 0;
  member.benefit = 0;
  member.inequity = 0;
  return member;
}

export function copyMember(m: Member): Member {
  const copy = new Member(m.actor);
  copy.joined = m.joined;
  copy.share = m.share;
  copy.quota = m.quota;
  copy.effort = m.effort;
  copy.seen = m.seen;
  copy.misread = m.misread;
  copy.benefit = m.benefit;
  copy.inequity = m.inequity;
  copy.leaves = m.leaves;
  copy.noticeByPlayer = m.noticeByPlayer;
  copy.noticeAs = m.noticeAs;
  return copy;
}

const copyDispute = ({ actor, rung, opened }: Dispute): Dispute => ({ actor, rung, opened });

/**
 * @param since tick of entry into force; `renewed` may be later for a treaty older than its term.
 * @param scope targets of the clause `against`, as indices.
 */
export function createAlliance(
  id: string,
  name: string,
  since: number,
  leader: number,
  written: Clauses,
  members: Member[],
  scope: readonly number[] = [],
): Alliance {
  const clauses = copyClauses(written);
  const bond = bondOf(clauses.obligations, clauses.casusFoederis);
  const constantHash = hashConstantsOf(id, name, clauses);
  const alliance = new Alliance(id, name, since, clauses, bond, isRival(clauses), constantHash, scope);
  alliance.leader = leader | 0;
  alliance.members = members;
  alliance.threatAbsentSince = -1;
  alliance.pool = 0;
  alliance.smoothedPool = 0;
  alliance.fund = 0;
  alliance.reviewed = Math.max(0, since);
  alliance.renewed = since;
  return alliance;
}

export const copyAlliance = (a: Alliance): Alliance =>
  copyInto(new Alliance(a.id, a.name, a.founded, copyClauses(a.clauses), a.bond, a.rival, a.constantHash, a.scope), a);

/** A copy with other clauses: they are constant while an alliance exists, so that an amended one takes its place. */
export function amendedAlliance(a: Alliance, written: Clauses, scope: readonly number[]): Alliance {
  const clauses = copyClauses(written);
  const bond = bondOf(clauses.obligations, clauses.casusFoederis);
  const constantHash = hashConstantsOf(a.id, a.name, clauses);
  return copyInto(new Alliance(a.id, a.name, a.founded, clauses, bond, isRival(clauses), constantHash, scope), a);
}

function copyInto(copy: Alliance, a: Alliance): Alliance {
  copy.leader = a.leader;
  copy.members = mapPacked(a.members, copyMember);
  copy.threatAbsentSince = a.threatAbsentSince;
  copy.pool = a.pool;
  copy.smoothedPool = a.smoothedPool;
  copy.fund = a.fund;
  copy.reviewed = a.reviewed;
  copy.renewed = a.renewed;
  copy.disputes = mapPacked(a.disputes, copyDispute);
  return copy;
}
