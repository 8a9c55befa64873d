import { z } from 'zod';
import type { Reason } from '../../event.ts';
import { mechanism, type Turn } from '../../mechanism.ts';
import { shuffle } from '../../random.ts';
import { ALLIED, type Clauses } from '../../schema/treaty.ts';
import { admit, dissolve, found, leave, memberOf } from '../../treaty.ts';
import { trustBetween } from '../../trust.ts';
import { type Alliance, bondOf, FOES, type World } from '../../world.ts';
import { decide } from '../govern/vote.ts';
import { appraise, explain, stay, welcome } from './appraise.ts';
import { strikeBargain } from './bargain.ts';
import { salientOthers } from './candidates.ts';
import { choices, draft, type Form, LADDER, truce, trustNeeded } from './forms.ts';
import { Weights } from './weights.ts';

const params = z.strictObject({
  weights: Weights.prefault({}),
  deliberation: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'chance a year that an actor reconsiders its alignments' }),
  attention: z
    .int()
    .min(1)
    .max(64)
    .default(8)
    .meta({ description: 'candidate moves weighed at a time, the most salient' }),
  initiative: z
    .number()
    .min(0)
    .max(10)
    .default(0.3)
    .meta({ description: 'score that a move must bring before anyone stirs' }),
  word: z.number().min(0).max(10).default(0.8).meta({ description: 'cost of leaving: formality × loyalty' }),
  noise: z
    .number()
    .min(0)
    .max(5)
    .default(0.15)
    .meta({ description: 'standard deviation of what moves a choice besides the terms' }),
});
export type MoveParams = z.infer<typeof params>;

/** A move an actor may make, and its worth to that actor. */
type Move = { score: number; terms: Float64Array; choice: string } & (
  | { kind: 'found'; partner: number; form: Form; clauses: Clauses }
  | { kind: 'join'; alliance: Alliance }
  | { kind: 'leave'; alliance: Alliance }
);

/**
 * Founding, accession and exit. In random order each actor that reconsiders weighs its most salient moves by the terms of
 * `appraise` and makes the best that is worth stirring for; partners and members have their say.
 */
export const moves = mechanism({
  name: 'moves',
  phase: 'realign',
  cites: ['Snyder 1984', 'Morrow 1991', 'Walt 1987', 'Axelrod & Bennett 1993', 'McFadden 1974'],
  params,
  step(world, turn) {
    obey(world, turn);
    const n = world.shape.actors;
    const random = turn.random();
    const chance = turn.model.perTick(turn.params.deliberation);
    const awake: number[] = [];
    for (let i = 0; i < n; i++) if (random.uniform() < chance) awake.push(i);
    const order = Int32Array.from(awake);
    shuffle(order, random);
    for (const i of order) reconsider(world, turn, i);
  },
});

function reconsider(world: World, turn: Turn<MoveParams>, i: number): void {
  let best: Move | undefined;
  let second: Move | undefined;
  const offer = (move: Move): void => {
    move.score += turn.params.noise * turn.random().noise();
    if (!best || move.score > best.score) {
      second = best;
      best = move;
    } else if (!second || move.score > second.score) second = move;
  };
  weighExits(world, turn, i, offer);
  weighEntries(world, turn, i, offer);
  if (!best || best.score < turn.params.initiative) return;
  const runnerUp = second
    ? { choice: second.choice, score: second.score }
    : { choice: 'wait', score: turn.params.initiative };
  make(world, turn, i, best, { ...explain(best.terms), runnerUp });
}

function weighExits(world: World, turn: Turn<MoveParams>, i: number, offer: (move: Move) => void): void {
  const { weights, word } = turn.params;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    const member = memberOf(alliance, i)!;
    if (member.leaves >= 0) continue;
    const worth = appraise(
      world,
      weights,
      i,
      stay(alliance, member),
      turn.model.scenario.time.ticksPerYear,
      turn.scratch.desk,
    );
    // Only what is felt as a burden is worth a decision.
    if (worth >= 0) continue;
    const price = word * alliance.clauses.formality * world.columns.loyalty[i]!;
    offer({
      kind: 'leave',
      alliance,
      score: -worth - price,
      terms: turn.scratch.desk.terms.map((x) => -x),
      choice: `leave ${alliance.id}`,
    });
  }
}

function weighEntries(world: World, turn: Turn<MoveParams>, i: number, offer: (move: Move) => void): void {
  const {
    scratch,
    params: { weights, attention },
  } = turn;
  const { ticksPerYear } = turn.model.scenario.time;
  const count = salientOthers(world, scratch, i, attention);
  const tried = new Set<Alliance>();
  for (let c = 0; c < count; c++) {
    const j = scratch.order[c]!;
    for (const index of world.derived.treaties[j]!) {
      const alliance = world.alliances[index]!;
      if (tried.size >= attention || tried.has(alliance) || memberOf(alliance, i) || alliance.members.length < 2)
        continue;
      tried.add(alliance);
      if (!mayEnter(world, i, alliance.clauses) || !welcomeSeems(world, i, alliance)) continue;
      const prospect = {
        partners: alliance.members.map(({ actor }) => actor),
        clauses: alliance.clauses,
        leader: alliance.leader,
        quota: alliance.clauses.targetRate * world.columns.budget[i]!,
        member: undefined,
        alliance: undefined,
      };
      const score = appraise(world, weights, i, prospect, ticksPerYear, scratch.desk);
      if (score > 0)
        offer({ kind: 'join', alliance, score, terms: scratch.desk.terms.slice(), choice: `join ${alliance.id}` });
    }
    for (const form of formsFor(world, i, j)) weighFounding(world, turn, i, j, form, offer);
  }
}

function weighFounding(
  world: World,
  turn: Turn<MoveParams>,
  i: number,
  j: number,
  form: Form,
  offer: (move: Move) => void,
): void {
  const n = world.shape.actors;
  const {
    scratch,
    names,
    params: { weights },
  } = turn;
  if (!mayEnter(world, i, form.clauses) || !mayEnter(world, j, form.clauses)) return;
  const owed = world.derived.bonds[i * n + j]!;
  const wanted = bondOf({ clauses: form.clauses } as Alliance);
  if ((owed & wanted) === wanted || (owed & ALLIED & wanted) !== 0) return;
  const clauses = draft(form, world, i, j);
  const score = appraise(
    world,
    weights,
    i,
    {
      partners: [j],
      clauses,
      leader: -1,
      quota: clauses.targetRate * world.columns.budget[i]!,
      member: undefined,
      alliance: undefined,
    },
    turn.model.scenario.time.ticksPerYear,
    scratch.desk,
  );
  if (score > 0)
    offer({
      kind: 'found',
      partner: j,
      form,
      clauses,
      score,
      terms: scratch.desk.terms.slice(),
      choice: `found ${form.noun} with ${names[j]}`,
    });
}

/** With a foe one seeks a truce; with others neutrality, or the deepest treaty that trust allows. */
function formsFor(world: World, i: number, j: number): readonly Form[] {
  const trust = Math.min(trustBetween(world, i, j), trustBetween(world, j, i));
  const { foe, foeThreat } = world.columns;
  for (let f = i * FOES; f < i * FOES + 3; f++) if (foe[f] === j && foeThreat[f]! > 0.1) return truce(trust);
  return choices(trust);
}

/** Nobody applies where it would not be let in: those who decide must trust it, and it them, as far as such a treaty needs. */
function welcomeSeems(world: World, i: number, alliance: Alliance): boolean {
  const needed = trustNeeded(alliance.clauses);
  const { governance } = alliance.clauses;
  let ready = 0;
  for (const { actor } of alliance.members) {
    const mutual = Math.min(trustBetween(world, i, actor), trustBetween(world, actor, i)) >= needed;
    if (governance === 'hegemonic' && actor === alliance.leader) return mutual;
    if (mutual) ready++;
  }
  return governance === 'consensus' ? ready === alliance.members.length : 2 * ready > alliance.members.length;
}

/** An exclusive treaty bars its members from any other of its purpose. */
function mayEnter(world: World, i: number, clauses: Clauses): boolean {
  for (const index of world.derived.treaties[i]!) {
    const held = world.alliances[index]!.clauses;
    if (held.purpose === clauses.purpose && (held.exclusive || clauses.exclusive)) return false;
  }
  return true;
}

function make(world: World, turn: Turn<MoveParams>, i: number, move: Move, reason: Reason): void {
  switch (move.kind) {
    case 'leave':
      return giveNotice(world, turn, move.alliance, i, reason);
    case 'join':
      return apply(world, turn, move.alliance, i, reason);
    case 'found':
      propose(world, turn, i, move.partner, move.form.noun, move.clauses, move.score, reason);
  }
}

function giveNotice(world: World, turn: Turn<MoveParams>, alliance: Alliance, i: number, reason: Reason): void {
  const notice = turn.model.ticksOf(alliance.clauses.exitNotice);
  if (notice === 0) return leave(world, turn, alliance, i, reason);
  memberOf(alliance, i)!.leaves = world.tick + notice;
  turn.happen({ kind: 'notice', alliance: alliance.id, who: [turn.names[i]!], until: world.tick + notice }, reason);
}

function apply(world: World, turn: Turn<MoveParams>, alliance: Alliance, i: number, reason: Reason): void {
  const { weights } = turn.params;
  const { ticksPerYear } = turn.model.scenario.time;
  const prospect = {
    partners: [i],
    clauses: alliance.clauses,
    leader: alliance.leader,
    quota: 0,
    member: undefined,
    alliance: undefined,
  };
  const verdict = decide(world, turn, alliance, i, (member) =>
    welcome(world, weights, member.actor, prospect, ticksPerYear, turn.scratch.otherDesk),
  );
  if (verdict.passed) return admit(world, turn, alliance, i, reason);
  const { because, score } = verdict;
  turn.happen(
    { kind: 'refused', alliance: alliance.id, who: [turn.names[i]!], deadlock: verdict.deadlock },
    { because, ...(score === undefined ? {} : { score }) },
  );
}

function propose(
  world: World,
  turn: Turn<MoveParams>,
  i: number,
  j: number,
  noun: string,
  clauses: Clauses,
  score: number,
  reason: Reason,
): boolean {
  const { weights } = turn.params;
  const { columns } = world;
  const quotaOf = (k: number): number => clauses.targetRate * columns.budget[k]!;
  const prospect = { partners: [i], clauses, leader: -1, quota: quotaOf(j), member: undefined, alliance: undefined };
  const theirs = appraise(world, weights, j, prospect, turn.model.scenario.time.ticksPerYear, turn.scratch.otherDesk);
  const bargain = strikeBargain(
    score,
    theirs,
    [quotaOf(i), quotaOf(j)],
    [columns.budget[i]!, columns.budget[j]!],
    weights.effort,
  );
  if (!bargain) return false;
  const name = `${turn.model.scenario.actors[i]!.name}–${turn.model.scenario.actors[j]!.name} ${noun}`;
  const alliance = found(world, turn, [i, j], name, clauses, reason);
  alliance.members[0]!.quota = bargain[0];
  alliance.members[1]!.quota = bargain[1];
  supersede(world, turn, alliance);
  return true;
}

/** A treaty of the same two whose obligations the new one contains has no more to say. */
function supersede(world: World, turn: Turn<MoveParams>, fresh: Alliance): void {
  const wide = bondOf(fresh);
  for (const old of world.alliances.slice()) {
    if (old === fresh || old.members.length !== 2 || !old.members.every(({ actor }) => memberOf(fresh, actor)))
      continue;
    if ((bondOf(old) | wide) === wide) dissolve(world, turn, old, 'superseded');
  }
}

/** Players' joins, exits and proposals come before anyone's own reckoning; others still have their say. */
function obey(world: World, turn: Turn<MoveParams>): void {
  for (const intervention of turn.interventions) {
    if (intervention.kind !== 'decide') continue;
    const { choice } = intervention;
    const i = turn.model.names.actors.get(intervention.actor)!;
    const because = { because: [] };
    if (choice.act === 'propose') {
      const j = turn.model.names.actors.get(choice.to)!;
      const clauses = {
        ...draft(LADDER[LADDER.length - 1]!, world, i, j),
        purpose: 'defensive' as const,
        obligations: ['defence' as const, 'consultation' as const],
        ...choice.clauses,
      };
      if (
        i === j ||
        !mayEnter(world, i, clauses) ||
        !mayEnter(world, j, clauses) ||
        !propose(world, turn, i, j, 'treaty', clauses, 0, because)
      )
        turn.happen({ kind: 'no-occasion', who: [intervention.actor], what: `propose to ${choice.to}` });
    }
    if (choice.act !== 'join' && choice.act !== 'leave') continue;
    const alliance = world.alliances.find(({ id }) => id === choice.alliance);
    const inside = alliance && memberOf(alliance, i) !== undefined;
    if (alliance && choice.act === 'leave' && inside) giveNotice(world, turn, alliance, i, because);
    else if (alliance && choice.act === 'join' && !inside && mayEnter(world, i, alliance.clauses))
      apply(world, turn, alliance, i, because);
    else turn.happen({ kind: 'no-occasion', who: [intervention.actor], what: `${choice.act} ${choice.alliance}` });
  }
}
