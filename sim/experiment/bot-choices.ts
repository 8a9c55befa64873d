import { begin, tick } from '../engine/run.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import type { Occasion } from '../model/occasion.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Purpose } from '../schema/treaty.ts';
import { type Event, foeOf, isAnswer } from '../world/event.ts';
import { memberOf } from '../world/membership.ts';
import type { World } from '../world/state.ts';

/** What the model paid for an actor in one tick, as shares of its budget. */
export interface BotEffort {
  tick: number;
  /** For all treaties whose benefit is not divided, and for each rival pool. */
  common: number;
  pools: { alliance: string; rate: number }[];
}

/**
 * A decision that the model made for an actor; `alliance`, `to` and the like are ids. renew, lapse: whether it would renew a treaty whose
 * term was over. apply: it asked to join and was refused.
 */
export type BotDecision = { tick: number } & (
  | { act: 'leave'; alliance: string; until: number }
  | { act: 'stay' | 'renew' | 'lapse' | 'join' | 'apply' | 'dispute'; alliance: string }
  /** A treaty that it proposed and that came to nothing, or that it founded; `by` proposed it. */
  | { act: 'propose'; to: string }
  | { act: 'found'; alliance: string; by: string; parties: string[]; purpose: Purpose }
  | { act: 'honour' | 'renege'; alliance: string; caller: string; foe: string }
  | { act: 'vote'; alliance: string; support: boolean; subject?: string }
  | { act: 'amends'; to: string }
);

/** What the bot would have done for an actor in the ticks from `from` to before `to`. */
export interface BotChoices {
  actor: string;
  from: number;
  to: number;
  efforts: BotEffort[];
  decisions: BotDecision[];
}

/**
 * Runs some ticks of a history again from the first of them, without what a person decided for this actor: all other interventions
 * stay, and so do the random numbers.
 * @throws {RangeError} for ticks outside the history, or an actor that is not in it.
 */
export function botChoices(history: History, actor: string, from: number, to: number): BotChoices {
  const { model, seed, interventions } = history;
  const i = model.names.actors.get(actor);
  if (i === undefined) throw new RangeError(`there is no actor "${actor}"`);
  if (!(from <= to && to <= history.ticks)) throw new RangeError(`ticks ${from} to ${to} are not of this history`);
  const world = seek(history, from);
  release(world, i);
  const decisions: BotDecision[] = [];
  const efforts: BotEffort[] = [];
  let asked: Occasion | undefined;
  let proposed: BotDecision | undefined;
  const run = begin(
    model,
    seed,
    interventions.filter((one) => one.tick >= from && !isDecisionOf(one, actor)),
    (event) => {
      const decision = decisionIn(event, actor);
      if (!decision) return;
      // Of a proposal that led to a treaty the founding tells.
      if (decision.act === 'found' && decision.by === actor && decisions.at(-1) === proposed) decisions.pop();
      decisions.push(decision);
    },
    (occasion) => {
      const { kind, who, about = '' } = occasion;
      if (kind === 'vote') asked = occasion;
      else if (kind === 'ballots' && asked) {
        const vote = voteOf(world, i, actor, asked, who);
        if (vote) decisions.push(vote);
        asked = undefined;
      } else if (kind === 'proposal' && who[0] === actor) {
        proposed = { tick: world.tick, act: 'propose', to: about };
        decisions.push(proposed);
      } else if (kind === 'going' && who.includes(actor))
        decisions.push({ tick: world.tick, act: 'lapse', alliance: about });
    },
  );
  while (world.tick < to) {
    tick(run, world);
    efforts.push(effortOf(world, i));
  }
  return { actor, from, to, efforts, decisions };
}

const isDecisionOf = (placed: Intervention, actor: string): boolean =>
  placed.kind === 'decide' && placed.actor === actor;

/** Whatever of a person's earlier decisions still stands for an actor ends here. */
function release(world: World, i: number): void {
  world.columns.ordered[i] = -1;
  world.decisions = world.decisions.filter(({ actor }) => actor !== i);
}

function effortOf(world: World, i: number): BotEffort {
  const { budget, effort } = world.columns;
  const rateOf = (amount: number): number => (budget[i]! > 0 ? amount / budget[i]! : 0);
  const pools = world.alliances.flatMap((alliance) => {
    const member = alliance.rival ? memberOf(alliance, i) : undefined;
    return member ? [{ alliance: alliance.id, rate: rateOf(member.effort) }] : [];
  });
  return { tick: world.tick - 1, common: rateOf(effort[i]!), pools };
}

/** A member's vote; undefined where the actor had none. */
function voteOf(
  world: World,
  i: number,
  actor: string,
  { who, about }: Occasion,
  yeas: readonly string[],
): BotDecision | undefined {
  const alliance = world.alliances.find(({ id }) => id === about);
  const [subject] = who;
  if (!alliance || !memberOf(alliance, i) || subject === actor) return undefined;
  return {
    tick: world.tick,
    act: 'vote',
    alliance: alliance.id,
    support: yeas.includes(actor),
    ...(subject !== undefined && { subject }),
  };
}

/** The decision of an actor that an event shows. */
function decisionIn(event: Event, actor: string): BotDecision | undefined {
  const at = { tick: event.tick };
  if (event.kind === 'founded' && event.who.includes(actor))
    return {
      ...at,
      act: 'found',
      alliance: event.alliance,
      by: event.who[0]!,
      parties: event.who,
      purpose: event.purpose,
    };
  if (event.kind === 'renewed' && event.who.includes(actor)) return { ...at, act: 'renew', alliance: event.alliance };
  if (event.who[0] !== actor) return undefined;
  if (isAnswer(event))
    return {
      ...at,
      act: event.kind === 'honoured' ? 'honour' : 'renege',
      alliance: event.alliance,
      caller: event.caller,
      foe: foeOf(event),
    };
  switch (event.kind) {
    case 'notice':
      return { ...at, act: 'leave', alliance: event.alliance, until: event.until };
    case 'stayed':
      return { ...at, act: 'stay', alliance: event.alliance };
    case 'joined':
      return { ...at, act: 'join', alliance: event.alliance };
    case 'refused':
      // Without a treaty it was a text that a person had signed.
      return event.alliance === undefined ? undefined : { ...at, act: 'apply', alliance: event.alliance };
    case 'dispute-opened':
      return { ...at, act: 'dispute', alliance: event.alliance };
    case 'amends':
      return { ...at, act: 'amends', to: event.victim };
    default:
      return undefined;
  }
}
