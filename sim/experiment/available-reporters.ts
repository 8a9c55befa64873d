import { check } from '../check/check.ts';
import { load } from '../engine/load.ts';
import { type Obstacle, obstacleOf } from '../facts/facts.ts';
import { MEASURES } from '../measures/index.ts';
import type { MechanismOptions } from '../model/mechanism.ts';
import { RUN_MEASURES } from '../results/summary.ts';
import type { Fact } from '../schema/history.ts';
import { accepted } from './run-request.ts';

/** What can be reported on runs of a scenario, by the reporter names of `reporters.ts`. */
export interface AvailableReporters {
  /** Reporters that every run has: `end:MEASURE`, `run:MEASURE`. */
  figures: readonly string[];
  /** The recorded facts, each with the obstacle, if any, that keeps every run from being judged on it. */
  facts: readonly { fact: Fact; actors: readonly string[]; obstacle: Obstacle | undefined }[];
}

/**
 * What can be reported on runs of a scenario, which is not checked yet.
 * @throws {Error} `path: sentence` for the first fault of the scenario.
 */
export function availableReporters(draft: unknown, options: MechanismOptions = {}): AvailableReporters {
  const scenario = accepted(check(draft, options));
  const model = load(scenario, options);
  const names = new Map([...scenario.actors, ...scenario.threats].map(({ id, name }) => [id, name]));
  return {
    figures: [...MEASURES.map(({ name }) => `end:${name}`), ...RUN_MEASURES.map(({ name }) => `run:${name}`)],
    facts: scenario.history.facts.map((fact) => ({
      fact,
      actors: fact.who.map((id) => names.get(id) ?? id),
      obstacle: obstacleOf(fact, model),
    })),
  };
}
