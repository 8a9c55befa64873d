import { mayEnter } from '../mechanisms/realign/moves/accession.ts';
import { ALLIANCE_FORM, draft } from '../mechanisms/realign/treaty-forms/security-treaties.ts';
import type { Model } from '../model/model.ts';
import type { Clauses } from '../schema/treaty.ts';
import { type Alliance, createAlliance } from '../world/alliance.ts';
import { admit, found, leave, memberOf, scopeOf } from '../world/membership.ts';
import { bind } from '../world/obligations.ts';
import { assess } from '../world/quota.ts';
import type { World } from '../world/state.ts';
import type { PreviewChoice } from './choice.ts';
import type { Wanted } from './efforts.ts';
import type { Barrier, Preview } from './preview-result.ts';
import { chosen, stepQuietly } from './quiet-step.ts';
import { worthOfJoining, worthOfLeaving, worthOfSigning, worthOfStaying } from './treaty-worth.ts';

/** What a decision does to a copy of the world: what is paid then, and what is told beside the figures. */
export type Done = { wanted: Wanted; told?: Partial<Preview> } | { barred: Barrier };

type ChoiceOf<A extends PreviewChoice['act']> = Extract<PreviewChoice, { act: A }>;

const allianceIn = (world: World, id: string): Alliance | undefined => world.alliances.find((one) => one.id === id);
export const silentLog = ({ ids }: Model) => ({ names: ids, emit() {} });

/** @param now the world as it is believed to be, @param then the copy of it in which the decision is carried out. */
export function leaveIn(model: Model, now: World, then: World, i: number, { alliance: id }: ChoiceOf<'leave'>): Done {
  const alliance = allianceIn(now, id);
  if (!alliance) return { barred: 'no-alliance' };
  const member = memberOf(alliance, i);
  if (!member) return { barred: 'no-member' };
  const from = member.leaves >= 0 ? member.leaves : now.tick + model.ticksOf(alliance.clauses.exitNotice);
  // Others who have given notice go by their own decision.
  for (const { members } of then.alliances) for (const other of members) other.leaves = -1;
  const left = allianceIn(then, id)!;
  memberOf(left, i)!.leaves = then.tick;
  const departures = chosen(model, 'departures');
  if (departures) stepQuietly(model, departures, then);
  else leave(then, silentLog(model), left, i);
  return { wanted: {}, told: { from, worth: worthOfLeaving(model, now, alliance, member) } };
}

export function joinIn(model: Model, now: World, then: World, i: number, { alliance: id }: ChoiceOf<'join'>): Done {
  const alliance = allianceIn(now, id);
  if (!alliance) return { barred: 'no-alliance' };
  if (memberOf(alliance, i)) return { barred: 'member' };
  if (!mayEnter(now, i, alliance.clauses)) return { barred: 'exclusive' };
  admit(then, silentLog(model), allianceIn(then, id)!, i);
  return {
    wanted: { promised: { alliance: id, actors: [i] } },
    told: { worth: worthOfJoining(model, now, alliance, i) },
  };
}

/** A text as it stands once all have signed. All of them then pay at least what it asks of them. */
export function signIn(model: Model, now: World, then: World, i: number, choice: ChoiceOf<'sign'>): Done {
  const actors = choice.parties.map((id) => model.names.actors.get(id)!);
  if (!actors.includes(i)) return { barred: 'no-party' };
  const held = choice.alliance === undefined ? undefined : allianceIn(now, choice.alliance);
  if (choice.alliance !== undefined && !held) return { barred: 'no-alliance' };
  const clauses = { ...(held?.clauses ?? draft(ALLIANCE_FORM, now, actors[0]!, actors[1]!)), ...choice.clauses };
  if (!(held && memberOf(held, i)) && !mayEnter(now, i, clauses)) return { barred: 'exclusive' };
  const signed = held
    ? amend(model, then, held.id, clauses, actors)
    : found(then, silentLog(model), actors, choice.parties.join('–'), clauses);
  for (const member of signed.members) {
    const quota = choice.quotas?.[model.ids[member.actor]!];
    if (quota !== undefined) member.quota = Math.min(quota, then.columns.budget[member.actor]!);
  }
  const member = held && memberOf(held, i) ? memberOf(signed, i)! : undefined;
  return {
    wanted: { promised: { alliance: signed.id, actors } },
    told: {
      worth: member ? worthOfStaying(model, then, signed, member) : worthOfSigning(model, now, signed, i),
    },
  };
}

/** The treaty with these clauses instead of its own; who signs it without being a member becomes one. */
function amend(model: Model, world: World, id: string, clauses: Clauses, actors: readonly number[]): Alliance {
  const place = world.alliances.findIndex((one) => one.id === id);
  const { name, founded, leader, members, pool, smoothedPool, fund, ...old } = world.alliances[place]!;
  const scope = scopeOf(clauses, model.ids);
  const amended = createAlliance(id, name, founded, leader, clauses, members, scope);
  amended.pool = pool;
  amended.smoothedPool = smoothedPool;
  amended.fund = fund;
  world.alliances[place] = amended;
  bind(world);
  const { burdenSharing, targetRate } = old.clauses;
  if (clauses.burdenSharing !== burdenSharing || clauses.targetRate !== targetRate) assess(world, amended);
  for (const actor of actors) if (!memberOf(amended, actor)) admit(world, silentLog(model), amended, actor);
  return amended;
}
