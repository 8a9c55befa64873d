import { copyClauses, isRival, sealClauses } from './clauses.ts';
import { bondOf, type Clauses, type Rung } from './schema/treaty.ts';

export interface Member {
  actor: number;
  joined: number;
  /** Its share of all actors’ strength when it joined: the balance of power its word was given in. */
  share: number;
  /** Effort a tick that the burden rule asks, resource units. */
  quota: number;
  /** Effort of the last tick; in a non-rival treaty the actor’s one effort. */
  effort: number;
  /** min(1, effort/quota) as its partners on average last saw it. */
  seen: number;
  /** Error of that sight before an observer’s own distance and blindness widen it. */
  misread: number;
  /** What it had of the pool last tick, resource units. */
  benefit: number;
  /** Share of the cost borne less share of the benefit had, smoothed; above 0 it pays more than it gets. */
  inequity: number;
  /** Tick at which its notice is up, −1 where none was given; and whether a person gave it: 1 or 0. */
  leaves: number;
  bidden: number;
}

export interface Dispute {
  actor: number;
  rung: Rung | 'exit';
  opened: number;
}

export interface Alliance {
  readonly id: string;
  readonly name: string;
  readonly founded: number;
  leader: number;
  readonly clauses: Clauses;
  /** The obligations of its clauses as bits; they never change while it stands. */
  readonly bond: number;
  /** Whether effort here is spent only here: what the treaty says, or else all but defence and attack. */
  readonly rival: boolean;
  /** Hash of all of it that never changes, so that a digest need not read words every tick. */
  readonly seal: number;
  members: Member[];
  /** Aggregated effort of the last tick, resource units. */
  pool: number;
  /** What it used to be: its smoothed past. */
  usual: number;
  /** Those whom its scope names, in its order; none: anyone. From the number of actors on, outside threats. */
  readonly scope: readonly number[];
  /** Tick since when no member has felt the danger it is meant for, −1 while one does. */
  calm: number;
  /** What a crisis-response pool has saved, resource units. */
  fund: number;
  reviewed: number;
  /** Tick at which the term began that now runs. */
  renewed: number;
  disputes: Dispute[];
}

// Every alliance and member is made here, and every set of clauses in clauses.ts, with its fields in one order: engines compile code for objects of one
// shape, and the loops over members meet no other.

export const createMember = (actor: number, joined: number, effort: number, share: number): Member => ({
  actor,
  joined,
  share,
  quota: 0,
  effort,
  seen: 1,
  misread: 0,
  benefit: 0,
  inequity: 0,
  leaves: -1,
  bidden: 0,
});

export const copyMember = (m: Member): Member => ({
  actor: m.actor,
  joined: m.joined,
  share: m.share,
  quota: m.quota,
  effort: m.effort,
  seen: m.seen,
  misread: m.misread,
  benefit: m.benefit,
  inequity: m.inequity,
  leaves: m.leaves,
  bidden: m.bidden,
});

/** Pushed one by one: lists that `map` made are of another kind than those that grew, and loops would meet both. */
function copyMembers(members: readonly Member[]): Member[] {
  const copies: Member[] = [];
  for (const member of members) copies.push(copyMember(member));
  return copies;
}

/**
 * @param since tick it came into force; `renewed` may be later for a treaty older than its term.
 * @param scope whom the clause `against` names, as indices.
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
  return {
    id,
    name,
    founded: since,
    leader,
    clauses,
    bond: bondOf(clauses.obligations, clauses.casusFoederis),
    rival: isRival(clauses),
    seal: sealClauses(id, name, clauses),
    members,
    scope,
    calm: -1,
    pool: 0,
    usual: 0,
    fund: 0,
    reviewed: Math.max(0, since),
    renewed: since,
    disputes: [],
  };
}

export const copyAlliance = (a: Alliance): Alliance => ({
  id: a.id,
  name: a.name,
  founded: a.founded,
  leader: a.leader,
  clauses: copyClauses(a.clauses),
  bond: a.bond,
  rival: a.rival,
  seal: a.seal,
  members: copyMembers(a.members),
  scope: a.scope,
  calm: a.calm,
  pool: a.pool,
  usual: a.usual,
  fund: a.fund,
  reviewed: a.reviewed,
  renewed: a.renewed,
  disputes: a.disputes.map(({ actor, rung, opened }) => ({ actor, rung, opened })),
});
