import { load } from '../engine/load.ts';
import { obstacleOf } from '../facts/facts.ts';
import { pairYearsOf } from '../facts/pair-years.ts';
import type { Scenario } from '../schema/scenario.ts';
import { brierOf } from './forecast-score.ts';
import type { RunJobs } from './run-job.ts';
import { firstSeeds, jobsOf, SEEDS_SOUGHT } from './seeds.ts';

// Which run of a scenario comes nearest to its record: docs/model.md (Observation, Facts).

/** How far a run is from one part of the record: its Brier score over so many cases. */
export interface RecordPart {
  cases: number;
  brier: number;
}

/** How far a run is from the record, 0 at best and 1 at worst. A part is null where the record has nothing of that kind. */
export interface RecordScore {
  /** The mean of the parts: hundreds of pair-years do not outweigh the facts. */
  score: number;
  pairYears: RecordPart | null;
  facts: RecordPart | null;
}

export interface NearestSeed extends RecordScore {
  seed: string;
}

/** What of a scenario’s record runs can be scored on: the number of pair-years, and the ids of facts. */
function scoredIn(scenario: Scenario): { cases: number; facts: string[] } {
  const model = load(scenario);
  const facts = scenario.history.facts.filter((fact) => obstacleOf(fact, model) === undefined).map(({ id }) => id);
  return { cases: pairYearsOf(model).cases, facts };
}

/** Whether runs of a scenario can be held against its record. @param scenario a checked one. */
export function hasRecord(scenario: Scenario): boolean {
  if (scenario.history.facts.length === 0) return false;
  const { cases, facts } = scoredIn(scenario);
  return cases > 0 || facts.length > 0;
}

/**
 * Scores the runs of a scenario with these seeds, in their order.
 * @param scenario a checked one that has a record.
 * @throws {Error} where `runJobs` does.
 */
export async function recordScores(
  runJobs: RunJobs,
  scenario: Scenario,
  seeds: readonly string[],
): Promise<RecordScore[]> {
  const { cases, facts } = scoredIn(scenario);
  const reporters = [...(cases > 0 ? ['pairYears'] : []), ...facts.map((id) => `fact:${id}`)];
  const answers = await runJobs(jobsOf({ scenario, reporters }, seeds));
  return answers.flatMap((answer) => {
    const runs = answer.length / reporters.length;
    return Array.from({ length: runs }, (_, run) =>
      scoreOf(cases, [...answer.subarray(run * reporters.length, (run + 1) * reporters.length)]),
    );
  });
}

function scoreOf(cases: number, figures: readonly number[]): RecordScore {
  const happened = cases > 0 ? figures.slice(1) : figures;
  const pairYears = cases > 0 ? { cases, brier: figures[0]! } : null;
  const facts = happened.length > 0 ? { cases: happened.length, brier: brierOf(happened) } : null;
  const parts = [pairYears, facts].flatMap((part) => (part ? [part.brier] : []));
  return { score: parts.reduce((sum, brier) => sum + brier, 0) / parts.length, pairYears, facts };
}

/**
 * The first seeds’ run that comes nearest to the record; of equals the one of the lowest seed.
 * @param scenario a checked one that has a record.
 * @throws {Error} where `runJobs` does.
 */
export async function nearestSeed(runJobs: RunJobs, scenario: Scenario, count = SEEDS_SOUGHT): Promise<NearestSeed> {
  const seeds = firstSeeds(count);
  const scores = await recordScores(runJobs, scenario, seeds);
  let nearest = 0;
  scores.forEach(({ score }, k) => {
    if (score < scores[nearest]!.score) nearest = k;
  });
  return { seed: seeds[nearest]!, ...scores[nearest]! };
}
