import { ENGINE } from '../engine/version.ts';
import { digestsOf } from '../history/digest-comparison.ts';
import type { History } from '../history/history.ts';
import { foreignIn } from '../mechanisms/foreign.ts';
import { canonical, scenarioHash } from '../schema/canonical.ts';
import { pathText, shown } from '../schema/fault.ts';
import type { Run } from '../schema/scenario.ts';
import { type Summary, summarise } from './summary.ts';

/**
 * The content of a run file, to be written as JSON: all that is needed to run it again and to verify that nothing differs. Foreign
 * mechanisms are named in it, as `phase/name`.
 * @param analysis the result of `analyse`, where it is known already: it may take a while to compute.
 */
export function runFile(history: History, analysis?: Record<string, unknown>): Run {
  const result = summarise(history, analysis);
  const { model, seed, interventions, ticks } = history;
  const foreign = foreignIn(model.scenario.mechanisms);
  return {
    format: 'foedus-run/1',
    engine: ENGINE,
    scenario: model.scenario,
    scenarioHash: result.scenarioHash,
    seed,
    interventions: [...interventions],
    ticks,
    ...(foreign.length > 0 && { foreignMechanisms: foreign }),
    digests: digestsOf(history),
    result,
  };
}

/** The result of re-running a saved run. */
export interface Verification {
  /** Shown before the result, where another engine version wrote the file. */
  notice: string | null;
  identical: boolean;
  /** First tick whose digest differs; null where none does. */
  tick: number | null;
  /** What differs, one sentence each. */
  findings: string[];
}

/** Compares a saved run with the history that its scenario, seed and interventions give now. */
export function verification(run: Run, history: History): Verification {
  const now = digestsOf(history);
  const tick = firstDifference(run.digests, now);
  const findings: string[] = [];
  if (tick !== null)
    findings.push(
      `digests[${tick}]: the file says ${run.digests[tick] ?? 'nothing'}, this run ${now[tick] ?? 'nothing'}`,
    );
  const hash = scenarioHash(run.scenario);
  if (hash !== run.scenarioHash)
    findings.push(
      `scenario: changed since the run was saved, its hash is ${hash} and the file says ${shown(run.scenarioHash)}`,
    );
  // Another engine's name in the result is reported by the notice; it is no difference between the runs.
  const named = isObject(run.result) && entry(run.result, 'engine') === run.engine ? run.engine : ENGINE;
  const result = differing(run.result, plain({ ...summarise(history), engine: named }), []);
  if (result)
    findings.push(
      `result.${pathText(result.path)}: the file says ${shown(result.file)}, this run ${shown(result.now)}`,
    );
  return {
    notice: run.engine === ENGINE ? null : `The file was written by ${shown(run.engine)}; this is ${ENGINE}.`,
    identical: findings.length === 0,
    tick,
    findings,
  };
}

function firstDifference(a: readonly string[], b: readonly string[]): number | null {
  for (let t = 0; t < Math.max(a.length, b.length); t++) if (a[t] !== b[t]) return t;
  return null;
}

/** As it would stand in a file: a plain JSON value. */
const plain = (summary: Summary): unknown => JSON.parse(JSON.stringify(summary));

interface Difference {
  path: (string | number)[];
  file: unknown;
  now: unknown;
}

/** The first place, in the order of this run's keys, where two JSON values differ. */
function differing(file: unknown, now: unknown, path: (string | number)[]): Difference | undefined {
  if (canonical(file) === canonical(now)) return undefined;
  for (const key of sharedKeys(file, now)) {
    const inner = differing(entry(file, key), entry(now, key), [...path, key]);
    if (inner) return inner;
  }
  return { path, file, now };
}

function sharedKeys(file: unknown, now: unknown): (string | number)[] {
  if (Array.isArray(file) && Array.isArray(now)) return [...(file.length > now.length ? file : now).keys()];
  if (!isObject(file) || !isObject(now)) return [];
  return [...new Set([...Object.keys(now), ...Object.keys(file)])];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const entry = (value: unknown, key: string | number): unknown => (value as Record<string | number, unknown>)[key];
