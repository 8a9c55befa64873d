import { creditOf, type DecisionTo, isHeld } from '../../../model/decisions.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { bondOf, type Clauses } from '../../../schema/treaty.ts';
import { type Alliance, amendedAlliance, createAlliance, createMember, type Member } from '../../../world/alliance.ts';
import { admit, amend, found, isLed, memberOf, scopeOf, strongest } from '../../../world/membership.ts';
import { assess } from '../../../world/quota.ts';
import type { World } from '../../../world/state.ts';
import { outsideOptionOf } from '../bargain/bargain.ts';
import { ALLIANCE_FORM } from '../treaty-forms/security-treaties.ts';
import { appraise, explain, utilityOfAmendment, utilityOfStaying, utilityOfText } from '../utility/treaty-utility.ts';
import { barrierTo, foreclosed, supersede } from './accession.ts';
import type { MoveParams } from './params.ts';
import { refuseBarred, refuseDecision } from './refusal.ts';

// A text that several actors sign at once. Whoever places it has signed, and so have the parties that are held: their players did so
// before. All others judge it by their own appraisal, at the quotas that it offers.

type Context = StepContext<MoveParams>;
type Signing = DecisionTo<'sign'>;

/** Rounding must not make a member refuse what changes nothing for it. */
const SLACK = 1e-12;

export function signText(world: World, context: Context, decision: Signing): void {
  const { choice } = decision;
  if (choice.alliance === undefined) {
    signNew(world, context, decision);
    return;
  }
  const alliance = world.alliances.find(({ id }) => id === choice.alliance);
  if (alliance) signAmendment(world, context, decision, alliance);
}

/** The parties, the actor first. */
function partiesOf({ model }: Context, { actor, choice }: Signing): number[] {
  const others = choice.parties.map((id) => model.names.actors.get(id)!).filter((party) => party !== actor);
  return [actor, ...others];
}

/** Founds one treaty of all parties: one of defence at their present effort, except for the clauses that the text names. */
function signNew(world: World, context: Context, decision: Signing): void {
  const parties = partiesOf(context, decision);
  const clauses: Clauses = {
    ...ALLIANCE_FORM.clauses,
    targetRate: jointRate(world, parties),
    ...decision.choice.clauses,
  };
  for (const party of parties) {
    const barrier = barrierTo(world, party, clauses);
    if (!barrier) continue;
    refuseBarred(world, context, decision, party, barrier);
    return;
  }
  const members = parties.map((party) => createMember(party, world.tick, 0, 0));
  const text = createAlliance('', '', world.tick, -1, clauses, members, scopeOf(clauses, context.names));
  lead(world, context, text);
  assess(world, text);
  offerQuotas(world, context, decision, text);
  if (!areAgreed(world, context, decision, text.members, (member) => worthOfEntry(world, context, text, member)))
    return;
  const reason = { because: [], ...creditOf(decision) };
  const [first, second] = parties.map((party) => context.model.scenario.actors[party]!.name);
  const noun = parties.length > 2 ? 'league' : 'treaty';
  const alliance = found(world, context, parties, `${first}–${second} ${noun}`, clauses, reason);
  alliance.members.forEach((member, k) => {
    member.quota = text.members[k]!.quota;
  });
  supersede(world, context, alliance, decision.as);
}

/** Amends a treaty, admits those parties that are no members, or both. What concerns all members needs the consent of all. */
function signAmendment(world: World, context: Context, decision: Signing, alliance: Alliance): void {
  const { clauses: named = {}, quotas = {} } = decision.choice;
  const parties = partiesOf(context, decision);
  const entrants = parties.filter((party) => !memberOf(alliance, party));
  const isOfClauses = Object.keys(named).length > 0;
  if (entrants.length === 0 && !isOfClauses && Object.keys(quotas).length === 0) return;
  const clauses: Clauses = { ...alliance.clauses, ...named };
  const text = amendedAlliance(alliance, clauses, scopeOf(clauses, context.names));
  for (const party of entrants) text.members.push(createMember(party, world.tick, 0, 0));
  const mayExclude = clauses.exclusive !== alliance.clauses.exclusive || clauses.purpose !== alliance.clauses.purpose;
  for (const { actor } of text.members) {
    const barrier = mayExclude || entrants.includes(actor) ? barrierTo(world, actor, clauses, alliance) : undefined;
    if (!barrier) continue;
    refuseBarred(world, context, decision, actor, barrier, alliance.id);
    return;
  }
  if ('governance' in named || 'leader' in named) lead(world, context, text);
  const held = text.members.map(({ quota }) => quota);
  assess(world, text);
  // Members keep their quotas, unless the text sets a new rule for them.
  if (!('burdenSharing' in named || 'targetRate' in named))
    for (let k = 0; k < alliance.members.length; k++) text.members[k]!.quota = held[k]!;
  offerQuotas(world, context, decision, text);
  const concernsAll = entrants.length > 0 || isOfClauses;
  const asked = text.members.filter(({ actor }) => concernsAll || parties.includes(actor));
  const worth = (member: Member): number =>
    entrants.includes(member.actor)
      ? worthOfEntry(world, context, text, member)
      : worthOfChange(world, context, alliance, text, member);
  if (!areAgreed(world, context, decision, asked, worth, alliance.id)) return;
  const newcomers = text.members.splice(alliance.members.length);
  const isAmended = isOfClauses || Object.keys(quotas).some((id) => memberOf(alliance, context.names.indexOf(id)));
  const reason = () => ({ because: [], ...creditOf(decision) });
  amend(world, context, alliance, text, isAmended ? reason() : undefined);
  for (const { actor, quota } of newcomers) {
    admit(world, context, text, actor, reason());
    memberOf(text, actor)!.quota = quota;
  }
}

/** Effort of the parties as a share of their joint budget: what a new defence treaty asks them to maintain. */
function jointRate(world: World, parties: readonly number[]): number {
  const { budget, effort } = world.columns;
  let joint = 0;
  let spent = 0;
  for (const party of parties) {
    joint += budget[party]!;
    spent += effort[party]!;
  }
  return joint > 0 ? Math.min(1, spent / joint) : ALLIANCE_FORM.clauses.targetRate;
}

function lead(world: World, { names }: Context, text: Alliance): void {
  const { leader } = text.clauses;
  const named = leader === undefined ? -1 : names.indexOf(leader);
  text.leader = named >= 0 && memberOf(text, named) ? named : isLed(text.clauses) ? strongest(world, text) : -1;
}

/** The quotas that the text names; none exceeds its member’s budget. */
function offerQuotas(world: World, { names }: Context, { choice: { quotas } }: Signing, { members }: Alliance): void {
  for (const member of members) {
    const asked = quotas?.[names[member.actor]!];
    if (asked !== undefined) member.quota = Math.min(asked, world.columns.budget[member.actor]!);
  }
}

/**
 * Whether all agree who are asked. If not, the refusal names all who refuse, and the terms of the one to which the text is worth least.
 * @param worth to a party, above what it has without the text; its terms are left in the appraisal buffer.
 */
function areAgreed(
  world: World,
  context: Context,
  decision: Signing,
  asked: readonly Member[],
  worth: (member: Member) => number,
  alliance?: string,
): boolean {
  const silent: number[] = [];
  const against: number[] = [];
  let least = 0;
  let why: ReturnType<typeof explain> | undefined;
  for (const member of asked) {
    const { actor } = member;
    if (actor === decision.actor) continue;
    if (isHeld(context, actor)) {
      if (!decision.choice.parties.includes(context.names[actor]!)) silent.push(actor);
      continue;
    }
    const gain = worth(member);
    if (gain > 0) continue;
    against.push(actor);
    if (why && gain >= least) continue;
    least = gain;
    why = explain(context.scratch.otherAppraisal.terms);
  }
  const refusing = against.length > 0 ? against : silent;
  if (refusing.length === 0) return true;
  refuseDecision(
    world,
    context,
    decision,
    {
      why: against.length > 0 ? 'appraisal' : 'silence',
      refusedBy: refusing.map((actor) => context.names[actor]!),
      ...(alliance !== undefined && { alliance }),
    },
    why ?? { because: [] },
  );
  return false;
}

/** Worth of the text to a party that is no member yet, less its outside option. */
function worthOfEntry(world: World, context: Context, text: Alliance, { actor, quota }: Member): number {
  const { params, model, scratch } = context;
  const { clauses } = text;
  const prospect = utilityOfText(text, actor, quota, scratch.otherAppraisal);
  const worth = appraise(
    world,
    params.weights,
    actor,
    prospect,
    model.scenario.time.ticksPerYear,
    scratch.otherAppraisal,
  );
  const partner = world.columns.outsideOptionPartner[actor]!;
  const inText = partner >= 0 && memberOf(text, partner) !== undefined;
  const bond = bondOf(clauses.obligations);
  return worth - outsideOptionOf(world, actor, inText ? partner : -1, foreclosed(params.foreclosure, clauses, bond));
}

/** Worth of the amended treaty to a member, less that of the treaty as it is; above 0 also where nothing changes for it. */
function worthOfChange(world: World, context: Context, alliance: Alliance, text: Alliance, member: Member): number {
  const { params, model, scratch } = context;
  const { ticksPerYear } = model.scenario.time;
  const buffer = scratch.otherAppraisal;
  const now = utilityOfStaying(alliance, memberOf(alliance, member.actor)!, buffer);
  const before = appraise(world, params.weights, member.actor, now, ticksPerYear, buffer);
  const then = utilityOfAmendment(alliance, text, member, buffer);
  return appraise(world, params.weights, member.actor, then, ticksPerYear, buffer) - before + SLACK;
}
