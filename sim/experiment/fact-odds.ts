import { load } from '../engine/load.ts';
import { obstacleTo } from '../facts/facts.ts';
import type { MechanismOptions } from '../model/mechanism.ts';
import type { Scenario } from '../schema/scenario.ts';
import { BASE_BRIER, brierOf, type Proportion, proportionOf } from './forecast-score.ts';
import type { RunJobs } from './run-job.ts';
import { jobsOf } from './seeds.ts';

/** A fact on which no run of the scenario can be judged, and why: the end of a sentence. */
export interface Unjudged {
  id: string;
  why: string;
}

/** How often runs of a scenario reproduce the recorded facts. */
export interface Odds {
  scenario: string;
  /** Number of runs, with the seeds "1", "2" … */
  seeds: number;
  /** For each recorded fact that can be judged, in the scenario's order, the share of runs in which it happened. */
  facts: ({ id: string } & Proportion)[];
  brier: number;
  baseBrier: number;
  /** Absent where every fact can be judged. */
  unjudged?: Unjudged[];
}

/**
 * The facts on which no run can be judged, and why. @param scenario a checked one. @param options the same mechanisms that `check`
 * was given.
 */
export function unjudgedIn(scenario: Scenario, options: MechanismOptions = {}): Unjudged[] {
  const model = load(scenario, options);
  return scenario.history.facts.flatMap((fact) => {
    const why = obstacleTo(fact, model);
    return why === undefined ? [] : [{ id: fact.id, why }];
  });
}

/**
 * Runs the scenario with the seeds "1" to `seeds` and counts how often each of its facts happened.
 * @param seeds 1 or more.
 * @param options the same mechanisms that `check` and `runJobs` were given.
 * @throws {Error} where `runJobs` does; {RangeError} for a scenario none of whose facts can be judged.
 */
export async function oddsOf(
  runJobs: RunJobs,
  scenario: Scenario,
  seeds: number,
  options: MechanismOptions = {},
): Promise<Odds> {
  const unjudged = unjudgedIn(scenario, options);
  const ids = scenario.history.facts.map(({ id }) => id).filter((id) => !unjudged.some((other) => other.id === id));
  if (ids.length === 0) throw new RangeError('history: no fact can be tested in a run');
  const answers = await runJobs(jobsOf({ scenario, reporters: ids.map((id) => `fact:${id}`) }, seeds));
  const facts = ids.map((id, f) => ({ id, ...proportionOf(countOf(answers, f, ids.length), seeds) }));
  return {
    scenario: scenario.id,
    seeds,
    facts,
    brier: brierOf(facts.map(({ share }) => share)),
    baseBrier: BASE_BRIER,
    ...(unjudged.length > 0 && { unjudged }),
  };
}

/** In how many runs figure `f` of `figures` was 1. */
function countOf(answers: readonly Float64Array[], f: number, figures: number): number {
  let times = 0;
  for (const answer of answers) for (let at = f; at < answer.length; at += figures) times += answer[at]!;
  return times;
}
