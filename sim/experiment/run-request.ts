import { type Checked, check, checkedSeed, checkPlaced, faultSentence } from '../check/check.ts';
import { load } from '../engine/load.ts';
import { type Recorder, type RecordOptions, record } from '../history/record.ts';
import type { Model } from '../model/model.ts';
import { LIMITS } from '../schema/common.ts';
import type { Intervention } from '../schema/intervention.ts';

/** A run to be made. Scenario and interventions are untrusted; they are checked where they are run. */
export interface RunRequest {
  scenario: unknown;
  seed: string;
  interventions?: unknown;
  /** The scenario's own number of ticks by default. */
  ticks?: number;
}

/** The checked value. @throws {Error} `path: sentence` for the first fault. */
export function accepted<T>(checked: Checked<T>): T {
  if ('value' in checked) return checked.value;
  throw new Error(faultSentence(checked.faults[0]!));
}

/** @throws {Error} for a number of ticks that is not allowed. */
export function checkedTicks(ticks: number): number {
  if (Number.isInteger(ticks) && ticks >= 0 && ticks <= LIMITS.ticks) return ticks;
  throw new Error(`ticks: expected a whole number from 0 to ${LIMITS.ticks}, got ${ticks}`);
}

/** A run as it is to be made: the request, checked. */
export interface CheckedRequest {
  model: Model;
  seed: string;
  interventions: Intervention[];
  ticks: number;
}

/** @throws {Error} `path: sentence` for its first fault. */
export function checkedRequest(request: RunRequest): CheckedRequest {
  const scenario = accepted(check(request.scenario));
  const seed = accepted(checkedSeed(request.seed));
  const ticks = checkedTicks(request.ticks ?? scenario.time.ticks);
  const interventions = accepted(checkPlaced(request.interventions ?? [], scenario, ticks, ['interventions']));
  return { model: load(scenario), seed, interventions, ticks };
}

/**
 * Checks a request and prepares its run.
 * @throws {Error} `path: sentence` for its first fault.
 */
export function prepare(request: RunRequest, options: Omit<RecordOptions, 'ticks'> = {}): Recorder {
  const { model, seed, interventions, ticks } = checkedRequest(request);
  return record(model, seed, interventions, { ...options, ticks });
}
