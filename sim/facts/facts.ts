import { begin, start, tick } from '../engine/run.ts';
import type { History } from '../history/history.ts';
import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import { METRICS, metric } from './figure-fact.ts';
import { leftFact, warFact } from './occasion.ts';
import { factSpanOf, tickOf } from './span.ts';
import { alliedFact, memberFact } from './standing.ts';
import type { Watch } from './watch.ts';

// Whether a fact of the real history happened in a run. docs/model.md (Observation) says what that means for each kind of fact.

export type { Watch } from './watch.ts';

const KINDS: Readonly<Record<Fact['kind'], (fact: Fact, model: Model) => Watch>> = {
  allied: alliedFact,
  member: memberFact,
  left: leftFact,
  war: warFact,
  metric,
};

/**
 * Judges one fact in one run of the model. If it has `observe`, pass it the world after every tick; then ask for the result.
 * @throws {RangeError} for a metric without a value or with a figure that the model does not have; see obstacleTo.
 */
export const watch = (fact: Fact, model: Model): Watch => KINDS[fact.kind](fact, model);

/** Why no run of a model can be judged on a fact. */
export type Obstacle = { kind: 'years' } | { kind: 'value' } | { kind: 'figure'; figure: string };

/** @returns undefined where runs can be judged on the fact. */
export function obstacleOf(fact: Fact, model: Model): Obstacle | undefined {
  if (!reaches(fact, model)) return { kind: 'years' };
  if (fact.kind !== 'metric') return undefined;
  if (fact.value === undefined) return { kind: 'value' };
  const { metric: figure = '' } = fact;
  return METRICS.includes(figure) ? undefined : { kind: 'figure', figure };
}

/** Why no run of the model can be judged on a fact, as the end of a sentence; undefined where it can. */
export function obstacleTo(fact: Fact, model: Model): string | undefined {
  const obstacle = obstacleOf(fact, model);
  switch (obstacle?.kind) {
    case 'years':
      return 'the run does not cover those years';
    case 'value':
      return 'the fact names no value';
    case 'figure':
      return `the model has no metric "${obstacle.figure}"`;
    default:
      return undefined;
  }
}

/** Whether the run covers the fact’s years. Only a lasting fact may have begun before the run. */
function reaches({ kind, from, to }: Fact, model: Model): boolean {
  const { ticks } = model.scenario.time;
  const stands = kind === 'allied' || kind === 'member';
  const { first, last } = factSpanOf(model, from, to, Infinity);
  return last < ticks && last >= first && (stands || tickOf(model, from) >= 0);
}

/** Whether a fact happened in a history. The history is re-run, without logging, where its states are needed. */
export function happened(fact: Fact, history: History): boolean {
  const { observe, happened: outcome } = watch(fact, history.model);
  if (observe) {
    const world = start(history.model);
    const run = begin(history.model, history.seed, history.interventions);
    while (world.tick < history.ticks) {
      tick(run, world);
      observe(world);
    }
  }
  return outcome(history);
}
