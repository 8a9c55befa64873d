import { z } from 'zod';
import { clamp } from '../../exact/exact-math.ts';
import { decisionText, decisionToBear, isHeld, isTo, tellOutcome } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { RUNGS, type Rung } from '../../schema/treaty.ts';
import type { Alliance, Dispute, Member } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { memberOf } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';
import { trustBetween } from '../../world/trust.ts';

const params = z.strictObject({
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'felt inequity that a member bears without a dispute' }),
  deference: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'further inequity borne under hegemony at full power distance' }),
  rungYears: z
    .number()
    .positive()
    .max(20)
    .default(1)
    .meta({ description: 'years that a step is tried before the next step' }),
  negotiation: z.number().min(0).max(1).default(0.5).meta({
    description: 'probability per year of settlement by negotiation between partners that trust each other fully',
  }),
  mediation: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .meta({ description: 'probability per year of settlement by a mediator that all trust fully' }),
  arbitration: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'probability per year of settlement by arbitration under a fully formal treaty' }),
  patience: z.number().positive().max(100).default(3).meta({
    description: 'years after which a member that has not left over an unsettled dispute accepts the inequity',
  }),
  relief: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .meta({ description: 'share of the inequity that a settlement takes off the quota' }),
});
type Params = z.infer<typeof params>;

/** Felt inequity above tolerance opens a dispute. It climbs the rungs that its treaty has until it is settled or reaches exit. */
export const disputes = mechanism({
  name: 'disputes',
  phase: 'govern',
  cites: ['Adams 1965', 'Ury, Brett & Goldberg 1988'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    bear(world, context);
    for (const alliance of world.alliances) {
      for (const member of alliance.members) open(world, context, alliance, member);
      if (alliance.disputes.length > 0) settleSome(world, context, alliance);
    }
  },
});

/** A decision to bear an inequity takes effect where the actor is a member. */
function bear(world: World, context: StepContext<Params>): void {
  for (const decision of context.decisions.list) {
    if (!isTo(decision, 'bear')) continue;
    const { actor, choice } = decision;
    const alliance = world.alliances.find(({ id }) => id === choice.alliance);
    if (alliance && memberOf(alliance, actor))
      tellOutcome(context, decision, {
        kind: 'intervention',
        who: [context.names[actor]!],
        what: decisionText(choice),
      });
  }
}

const firstRung = ({ clauses }: Alliance): Dispute['rung'] =>
  RUNGS.find((step) => clauses.disputes.includes(step)) ?? 'exit';

// Here and in other places of every tick closures stand in functions that are called seldom: a function that contains one makes room
// for what it holds each time it is entered.
function isDisputing({ disputes }: Alliance, actor: number): boolean {
  for (let k = 0; k < disputes.length; k++) if (disputes[k]!.actor === actor) return true;
  return false;
}

function open(world: World, context: StepContext<Params>, alliance: Alliance, member: Member): void {
  const { tolerance, deference } = context.params;
  const borne =
    tolerance +
    (alliance.clauses.governance === 'hegemonic' ? deference * world.columns.culture[member.actor * 5]! : 0);
  if (member.inequity <= borne || isDisputing(alliance, member.actor)) return;
  if (decisionToBear(context, alliance, member.actor)) {
    member.inequity = borne;
    return;
  }
  if (isHeld(context, member.actor)) return;
  const rung = firstRung(alliance);
  alliance.disputes.push({ actor: member.actor, rung, opened: world.tick });
  const reason = {
    because: [
      { term: 'inequity', value: member.inequity },
      { term: 'tolerance', value: -borne },
      { term: 'rest', value: 0 },
    ],
    score: member.inequity - borne,
  };
  const event = { alliance: alliance.id, who: [context.names[member.actor]!] };
  context.emit(
    rung === 'exit' ? { kind: 'dispute-climbed', ...event, rung } : { kind: 'dispute-opened', ...event, rung },
    reason,
  );
}

function settleSome(world: World, context: StepContext<Params>, alliance: Alliance): void {
  alliance.disputes = alliance.disputes.filter((dispute) => !settle(world, context, alliance, dispute));
}

/** One tick of one dispute. @returns whether it is over. */
function settle(world: World, context: StepContext<Params>, alliance: Alliance, dispute: Dispute): boolean {
  const member = memberOf(alliance, dispute.actor);
  if (!member) return true;
  const bears = decisionToBear(context, alliance, dispute.actor) !== undefined;
  // The dispute of an actor that is held rests: nobody presses on, agrees or gives in for it.
  const rests = isHeld(context, dispute.actor) && !bears;
  if (dispute.rung === 'exit') {
    if (rests) return false;
    if (bears || world.tick - dispute.opened >= context.model.ticksOf(context.params.patience))
      member.inequity = Math.min(member.inequity, context.params.tolerance);
    return member.inequity <= context.params.tolerance;
  }
  const probability = context.model.perTick(chanceOf(world, context, alliance, dispute));
  // The draw is made even where a person decides to bear it, so that the random numbers of the others stay the same.
  const draw = context.random().uniform();
  if (bears) {
    member.inequity = Math.min(member.inequity, context.params.tolerance);
    return true;
  }
  if (rests) return false;
  const event = { alliance: alliance.id, who: [context.names[dispute.actor]!] };
  if (draw < probability) {
    relieve(world, context, alliance, member);
    const mediator = dispute.rung === 'mediation' ? bestMediator(world, context, alliance, dispute.actor).actor : -1;
    context.emit(
      {
        kind: 'dispute-settled',
        ...event,
        rung: dispute.rung,
        ...(mediator < 0 ? {} : { mediator: context.names[mediator]! }),
      },
      { because: [], chance: { probability, draw } },
    );
    context.emit({ kind: 'renegotiated', ...event });
    return true;
  }
  if (world.tick - dispute.opened >= context.model.ticksOf(context.params.rungYears)) {
    dispute.rung = nextRung(alliance, dispute.rung);
    dispute.opened = world.tick;
    context.emit({ kind: 'dispute-climbed', ...event, rung: dispute.rung });
  }
  return false;
}

function nextRung(alliance: Alliance, rung: Rung): Rung | 'exit' {
  return RUNGS.slice(RUNGS.indexOf(rung) + 1).find((step) => alliance.clauses.disputes.includes(step)) ?? 'exit';
}

/** Probability a year that this rung settles the dispute. */
function chanceOf(world: World, context: StepContext<Params>, alliance: Alliance, { actor, rung }: Dispute): number {
  const { params } = context;
  if (rung === 'arbitration') return params.arbitration * alliance.clauses.formality;
  if (rung === 'negotiation') {
    let trust = 0;
    for (const { actor: other } of alliance.members)
      if (other !== actor) trust += (trustBetween(world, actor, other) + trustBetween(world, other, actor)) / 2;
    return clamp((params.negotiation * trust) / (alliance.members.length - 1), 0, 1);
  }
  return params.mediation * bestMediator(world, context, alliance, actor).trust;
}

/** The third party with the highest trust of the complainant and of the other members together, and that trust. */
function bestMediator(
  world: World,
  context: StepContext<Params>,
  alliance: Alliance,
  complainant: number,
): { actor: number; trust: number } {
  let best = 0;
  let who = -1;
  for (let k = 0; k < world.shape.actors; k++) {
    if (world.derived.absent[k] === 1 || memberOf(alliance, k) || isHeld(context, k)) continue;
    const own = trustBetween(world, complainant, k);
    if (own <= best) continue;
    let others = 0;
    for (const { actor } of alliance.members) if (actor !== complainant) others += trustBetween(world, actor, k);
    const shared = Math.min(own, others / (alliance.members.length - 1));
    if (shared <= best) continue;
    best = shared;
    who = k;
  }
  return { actor: who, trust: best };
}

/**
 * Lowers the complainant's quota. The others take over the amount, each in proportion to what its budget has left beyond its quota,
 * so that the pool loses nothing. A hegemon passes it on to its other subjects, if there are any. Nobody takes over anything for an actor
 * that is held.
 */
function relieve(
  world: World,
  context: StepContext<Params>,
  { members, clauses, leader }: Alliance,
  complainant: Member,
): void {
  const { relief } = context.params;
  const { budget } = world.columns;
  const spared = clauses.governance === 'hegemonic' && members.length > 2 ? leader : -1;
  const roomOf = (member: Member): number =>
    member === complainant || member.actor === spared || isHeld(context, member.actor)
      ? 0
      : Math.max(0, budget[member.actor]! - member.quota);
  let asked = 0;
  let room = 0;
  for (const member of members) {
    asked += member.quota;
    room += roomOf(member);
  }
  const off = Math.min(relief * complainant.inequity * asked, complainant.quota, room);
  if (room > 0) for (const member of members) member.quota += (off * roomOf(member)) / room;
  complainant.quota -= off;
  complainant.inequity *= 1 - relief;
}
