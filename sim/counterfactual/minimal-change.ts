import type { History } from '../history/history.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import { alternativeDecisions } from './alternative-decisions.ts';
import { type Decision, decidersOf, decisionOf, decisionOutcome, type Outcome } from './decision.ts';
import { type InputChange, smallestOf, trialsOf } from './input-search.ts';
import { inputsOf } from './inputs.ts';
import { benchOf, type TickBench, type TickTrace } from './tick-trace.ts';

export type { InputChange } from './input-search.ts';

export interface MinimalChange {
  tick: number;
  /**
   * The smallest change with which the same occasion arises and the decision is another. A number of the deciders' own is preferred
   * to any other. Undefined where there is none.
   */
  smallest: InputChange | undefined;
  /**
   * Sought where there is no such change: one that keeps the event away only by way of other events. The occasion does not arise, or
   * an earlier decision is another first.
   */
  indirect: InputChange | undefined;
  /** Another choice that a person could make for one of the deciders, and whether it prevents the event. */
  otherwise: { intervention: Intervention & { kind: 'decide' }; averts: boolean } | undefined;
  /** Inputs that were tried, and ticks that were run for them. */
  inputs: number;
  forks: number;
}

/** Limit on the ticks run for one answer, and on those run until the inputs of the decision itself have been tried. */
const FORKS = 150;
const OWN = 90;
const DIRECT = 120;
/** Ticks reserved for testing larger changes and other choices. */
const SPARE = 8;

/** Events that nobody decided. */
const OUTSIDE: ReadonlySet<Event['kind']> = new Set(['shock', 'shock-over', 'intervention', 'no-occasion']);

/** Whether any actor decided the event, so that there are inputs to change. */
export const hasDecider = ({ kind, because, chance }: Event): boolean =>
  !OUTSIDE.has(kind) && (because.length > 0 || chance !== undefined);

/**
 * Searches for the smallest change that would have made a decision of a history another. The change is placed as late as a person
 * can place it: at the start of the tick of the decision. Yields after each tick that was run, so that the caller can do other work
 * or stop.
 * @param index of the event among those that the history keeps.
 * @throws {RangeError} for an event that does not exist or that nobody decided.
 */
export function* minimalChange(history: History, index: number): Generator<number, MinimalChange> {
  const event = history.events[index];
  if (!event) throw new RangeError(`there is no event ${index} (0 to ${history.events.length - 1})`);
  if (!hasDecider(event)) throw new RangeError(`event ${index} was not a decision`);
  const bench = benchOf(history, event.tick);
  const decision = decisionOf(bench.plain, event);
  const { own, others } = inputsOf(history.model, bench.before, bench.after, event, decidersOf(decision));
  const trials = trialsOf(bench, decision);
  const isDecided = ({ decided }: Outcome): boolean => decided;
  const isAverted = ({ happens }: Outcome): boolean => !happens;
  const mine = yield* smallestOf(trials, own, isDecided, OWN);
  const found = mine ?? (yield* smallestOf(trials, others, isDecided, DIRECT));
  const indirect = found
    ? undefined
    : ((yield* smallestOf(trials, own, isAverted, FORKS - SPARE)) ??
      (yield* smallestOf(trials, others, isAverted, FORKS - SPARE)));
  const otherwise = yield* elsewise(bench, decision);
  const inputs = own.length + (mine ? 0 : others.length);
  return { tick: event.tick, smallest: found, indirect, otherwise, inputs, forks: bench.runs() };
}

/** The first other choice that changes the tick, or one that prevents the event, if any does. */
function* elsewise(bench: TickBench, decision: Decision): Generator<number, MinimalChange['otherwise']> {
  let found: MinimalChange['otherwise'];
  for (const intervention of alternativeDecisions(decision.event)) {
    const trace = bench.run(intervention);
    yield bench.runs();
    if (trace.left === bench.plain.left || missedIn(trace) > missedIn(bench.plain)) continue;
    const averts = !decisionOutcome(decision, trace).happens;
    if (averts) return { intervention, averts };
    found ??= { intervention, averts };
  }
  return found;
}

const missedIn = ({ entries }: TickTrace): number =>
  entries.filter(({ event }) => event?.kind === 'no-occasion').length;
