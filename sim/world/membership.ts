import type { Clauses } from '../schema/treaty.ts';
import { type Alliance, copyMember, createAlliance, createMember, type Member } from './alliance.ts';
import type { End, EventContent, Reason } from './event.ts';
import { addBonds, bind, bindMember, rebindActor, unbindMember } from './obligations.ts';
import { assess } from './quota.ts';
import type { World } from './state.ts';
import { inheritChanges } from './temporary-changes.ts';

// The only writer of membership. Each verb changes the world in place, updates the bonds and the index of treaties, and logs its
// event.

/** The part of a step context that a verb needs. */
export interface Log {
  readonly names: readonly string[];
  emit(content: EventContent, reason?: Reason): void;
}

/** The actor’s membership of an alliance; undefined where it is no member. @param actor its index. */
export const memberOf = (alliance: Alliance, actor: number): Member | undefined => {
  for (const member of alliance.members) if (member.actor === actor) return member;
  return undefined;
};

/** Ids of an alliance’s members, in the order of entry. @param names ids by index, from a step context. */
export const idsOf = (alliance: Alliance, names: readonly string[]): string[] =>
  alliance.members.map((member) => names[member.actor]!);

const enlist = (world: World, actor: number, rival: boolean): Member =>
  createMember(actor, world.tick, rival ? 0 : world.columns.effort[actor]!, strengthShareOf(world, actor));

/** An actor’s share of all actors’ strength, 0 to 1; 0 where all strengths are 0. */
export function strengthShareOf({ columns: { strength } }: World, actor: number): number {
  let all = 0;
  for (let k = 0; k < strength.length; k++) all += strength[k]!;
  return all > 0 ? strength[actor]! / all : 0;
}

/** The targets in a treaty’s scope, as indices into the ids of actors and then threats. */
export const scopeOf = ({ against }: Clauses, names: readonly string[]): number[] =>
  against.map((id) => names.indexOf(id)).filter((k) => k >= 0);

/** Whether a treaty has a leader even where none is named: a hegemony and a hub need one. */
export const isLed = ({ governance, structure }: Clauses): boolean => governance === 'hegemonic' || structure === 'hub';

/**
 * Founds an alliance of two or more members, with quotas by its own burden-sharing rule. Its id joins the ids of its founders.
 * @param log the context of the mechanism that founds it.
 * @param founders indices of actors, each once.
 * @param clauses a complete set of clauses; `clausesOf` fills in the defaults.
 * @param reason for the event; if omitted, the event has no decider.
 * @returns the new alliance.
 */
export function found(
  world: World,
  log: Log,
  founders: readonly number[],
  name: string,
  clauses: Clauses,
  reason?: Reason,
): Alliance {
  // Short enough for an intervention to name it.
  const base = founders
    .map((actor) => log.names[actor]!)
    .join('-')
    .slice(0, 48);
  // A treaty of the scenario may already have this name.
  do world.founded++;
  while (world.alliances.some(({ id }) => id === `${base}-${world.founded}`));
  const alliance = createAlliance(
    `${base}-${world.founded}`,
    name,
    world.tick,
    -1,
    clauses,
    [],
    scopeOf(clauses, log.names),
  );
  for (const actor of founders) alliance.members.push(enlist(world, actor, alliance.rival));
  const named = clauses.leader === undefined ? -1 : log.names.indexOf(clauses.leader);
  if (founders.includes(named)) alliance.leader = named;
  else if (isLed(clauses)) alliance.leader = strongest(world, alliance);
  const index = world.alliances.push(alliance) - 1;
  for (const actor of founders) world.derived.treaties[actor]!.push(index);
  assess(world, alliance);
  addBonds(world, alliance);
  log.emit(
    {
      kind: 'founded',
      alliance: alliance.id,
      name,
      who: founders.map((actor) => log.names[actor]!),
      purpose: clauses.purpose,
      obligations: [...clauses.obligations],
    },
    reason,
  );
  return alliance;
}

/** Admits an actor that is not yet a member. Only its own quota is assessed: the share that the rule would give it now. */
export function admit(world: World, log: Log, alliance: Alliance, actor: number, reason?: Reason): void {
  const held = alliance.members.map((member) => member.quota);
  alliance.members.push(enlist(world, actor, alliance.rival));
  assess(world, alliance);
  for (let k = 0; k < held.length; k++) alliance.members[k]!.quota = held[k]!;
  bindMember(world, alliance, actor);
  log.emit({ kind: 'joined', alliance: alliance.id, who: [log.names[actor]!] }, reason);
}

/** A member leaves by its own decision; an alliance left with one member dissolves. */
export function leave(world: World, log: Log, alliance: Alliance, actor: number, reason?: Reason): void {
  strike(alliance, actor);
  log.emit({ kind: 'left', alliance: alliance.id, who: [log.names[actor]!] }, reason);
  settle(world, log, alliance, actor);
}

/** The other members expel a member. */
export function expel(world: World, log: Log, alliance: Alliance, actor: number, reason?: Reason): void {
  strike(alliance, actor);
  log.emit({ kind: 'expelled', alliance: alliance.id, who: [log.names[actor]!] }, reason);
  settle(world, log, alliance, actor);
}

/** The members of `alliance` become members of `into`, whose clauses apply; `alliance` ends. */
export function merge(world: World, log: Log, alliance: Alliance, into: Alliance, reason?: Reason): void {
  const who = idsOf(alliance, log.names);
  for (const member of alliance.members) if (!memberOf(into, member.actor)) into.members.push(transfer(world, member));
  into.fund += alliance.fund;
  assess(world, into);
  log.emit({ kind: 'merged', alliance: alliance.id, into: into.id, who }, reason);
  end(world, alliance);
}

/** A member in its new alliance after a merger. All fields are written, not spread, since members are objects of one shape. */
function transfer(world: World, member: Member): Member {
  const copy = copyMember(member);
  copy.joined = world.tick;
  copy.share = strengthShareOf(world, member.actor);
  copy.leaves = -1;
  copy.noticeByPlayer = 0;
  copy.noticeAs = 0;
  return copy;
}

/**
 * Some members leave together and form an alliance of their own, under the same clauses, with their share of the fund.
 * @param leavers two or more members, by index.
 * @returns the new alliance; the old one dissolves where fewer than two stay.
 */
export function split(
  world: World,
  log: Log,
  alliance: Alliance,
  leavers: readonly number[],
  name: string,
  reason?: Reason,
): Alliance {
  const share = leavers.length / alliance.members.length;
  for (const actor of leavers) strike(alliance, actor);
  const fresh = found(world, log, leavers, name, { ...alliance.clauses }, reason);
  inheritChanges(world, alliance.id, fresh.id);
  fresh.fund = share * alliance.fund;
  alliance.fund -= fresh.fund;
  log.emit(
    { kind: 'split', alliance: fresh.id, from: alliance.id, who: leavers.map((actor) => log.names[actor]!) },
    reason,
  );
  settle(world, log, alliance, -1);
  return fresh;
}

/** An alliance with other clauses or quotas takes the place of the one that it amends. @param reason without it no event says so. */
export function amend(world: World, log: Log, alliance: Alliance, text: Alliance, reason: Reason | undefined): void {
  world.alliances = world.alliances.map((other) => (other === alliance ? text : other));
  if (text.rival !== alliance.rival)
    for (const member of text.members) member.effort = text.rival ? 0 : world.columns.effort[member.actor]!;
  bind(world);
  if (!reason) return;
  const { purpose, obligations } = text.clauses;
  const isOther = purpose !== alliance.clauses.purpose || obligations.join() !== alliance.clauses.obligations.join();
  log.emit(
    {
      kind: 'renegotiated',
      alliance: text.id,
      who: idsOf(text, log.names),
      ...(isOther && { purpose, obligations: [...obligations] }),
    },
    reason,
  );
}

/**
 * An actor ceases to exist. Its successor takes its place in each of its treaties where it is no member yet; without one, or where it is
 * a member, the place is given up.
 * @param successor an actor that exists, −1 for none.
 */
export function vacate(world: World, log: Log, actor: number, successor: number): void {
  const held = world.alliances.filter((alliance) => memberOf(alliance, actor));
  log.emit({
    kind: 'exited',
    who: [log.names[actor]!],
    alliances: held.map(({ id }) => id),
    ...(successor >= 0 && { successor: log.names[successor]! }),
  });
  for (const alliance of held) {
    if (successor < 0 || memberOf(alliance, successor)) {
      strike(alliance, actor);
      settle(world, log, alliance, actor);
      continue;
    }
    alliance.members = alliance.members.map((member) =>
      member.actor === actor ? inherit(world, alliance, member, successor) : member,
    );
    alliance.disputes = alliance.disputes.filter((dispute) => dispute.actor !== actor);
    if (alliance.leader === actor) alliance.leader = successor;
  }
  if (held.length > 0) bind(world);
}

/** The place of a member, with its quota and its record, taken by another actor. */
function inherit(world: World, { rival }: Alliance, member: Member, successor: number): Member {
  const fresh = enlist(world, successor, rival);
  fresh.quota = member.quota;
  fresh.seen = member.seen;
  if (rival) fresh.effort = member.effort;
  return fresh;
}

/** Ends an alliance for all its members at once; the event carries `how`. */
export function dissolve(world: World, log: Log, alliance: Alliance, how: End, reason?: Reason): void {
  log.emit({ kind: 'dissolved', alliance: alliance.id, who: idsOf(alliance, log.names), how }, reason);
  end(world, alliance);
}

/** The member of greatest strength, the first of equals. */
export function strongest(world: World, alliance: Alliance): number {
  let leader = -1;
  for (const { actor } of alliance.members)
    if (leader < 0 || world.columns.strength[actor]! > world.columns.strength[leader]!) leader = actor;
  return leader;
}

function strike(alliance: Alliance, actor: number): void {
  alliance.members = alliance.members.filter((member) => member.actor !== actor);
  alliance.disputes = alliance.disputes.filter((dispute) => dispute.actor !== actor);
}

function settle(world: World, log: Log, alliance: Alliance, gone: number): void {
  if (alliance.members.length < 2) {
    dissolve(world, log, alliance, 'deserted');
    return;
  }
  const isLeaderless = alliance.leader === gone;
  if (isLeaderless) alliance.leader = isLed(alliance.clauses) ? strongest(world, alliance) : -1;
  if (gone < 0) bind(world);
  else unbindMember(world, alliance, gone);
  if (isLeaderless && alliance.leader >= 0) rebindActor(world, alliance.leader);
}

function end(world: World, alliance: Alliance): void {
  world.alliances = world.alliances.filter((other) => other !== alliance);
  bind(world);
}
