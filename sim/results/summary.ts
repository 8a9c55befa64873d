import { findAnalysis } from '../analysis/index.ts';
import { ENGINE } from '../engine/version.ts';
import { type Chronicle, countOf } from '../history/chronicle.ts';
import { finalDigest } from '../history/digest-comparison.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import { medianDuration } from '../measures/duration.ts';
import { MEASURES } from '../measures/index.ts';
import { scenarioHash } from '../schema/canonical.ts';
import type { Intervention } from '../schema/intervention.ts';
import { type EventKind, MEMBERSHIP_KINDS } from '../world/event.ts';

/** The result of a run: the answer of `run --json`, and the `result` of a run file. */
export interface Summary {
  scenario: string;
  seed: string;
  ticks: number;
  interventions: readonly Intervention[];
  digest: string;
  /** Every measure of the world at the end, and every measure of the whole run. */
  metrics: Record<string, number>;
  /** Ticks: below 0 for a treaty older than the run; `ended` is null for one that lasts. */
  alliances: { id: string; members: string[]; founded: number; ended: number | null }[];
  events: number;
  /** The answers of the scenario’s analyses, by key; absent where it asks for none. */
  analysis?: Record<string, unknown>;
  engine: string;
  scenarioHash: string;
}

/** One figure about a whole run. */
export interface RunMeasure {
  readonly name: string;
  readonly describe: string;
  of(chronicle: Chronicle, end: { ticks: number; ticksPerYear: number }): number;
}

const count = (name: string, kind: EventKind, describe: string): RunMeasure => ({
  name,
  describe,
  of: (chronicle) => countOf(chronicle, kind),
});

const invocations = (chronicle: Chronicle): number => countOf(chronicle, 'honoured') + countOf(chronicle, 'reneged');

const lifetime = ({ alliances }: Chronicle, { ticks, ticksPerYear }: { ticks: number; ticksPerYear: number }) =>
  medianDuration(
    alliances.map(({ founded, ended }) => ({
      entered: Math.max(0, -founded) / ticksPerYear,
      lasted: ((ended ?? ticks) - founded) / ticksPerYear,
      ended: ended !== null,
    })),
  );

export const RUN_MEASURES: readonly RunMeasure[] = [
  count('founded', 'founded', 'alliances founded'),
  count('joined', 'joined', 'accessions to an existing alliance'),
  count('left', 'left', 'members that left by their own decision'),
  count('expelled', 'expelled', 'members that were expelled'),
  count('dissolved', 'dissolved', 'alliances that ended'),
  {
    name: 'membershipChanges',
    describe: 'events that changed membership, including foundings, mergers, splits and endings',
    of: (chronicle) => [...MEMBERSHIP_KINDS].reduce((sum, kind) => sum + countOf(chronicle, kind), 0),
  },
  count('attacks', 'attacked', 'attacks'),
  { name: 'invocations', describe: 'calls upon an ally that it honoured or reneged on', of: invocations },
  {
    name: 'honouredShare',
    describe: 'share of invocations that were honoured; 0 if there was none',
    of: (chronicle) => countOf(chronicle, 'honoured') / (invocations(chronicle) || 1),
  },
  {
    name: 'medianDuration',
    describe: 'Kaplan–Meier median of the alliances’ durations, years; if too few ended, the longest observed',
    of: (chronicle, end) => lifetime(chronicle, end).median,
  },
  {
    name: 'medianReached',
    describe: '1 if half the alliances are estimated to have ended, so that medianDuration is a median; else 0',
    of: (chronicle, end) => (lifetime(chronicle, end).reached ? 1 : 0),
  },
];

/** Names of all figures in the `metrics` of a summary, in their order there. */
export const METRIC_NAMES: readonly string[] = [...MEASURES, ...RUN_MEASURES].map(({ name }) => name);

/**
 * The result of a run, as `run --json` prints it.
 * @param analysis the result of `analyse`, where it is known already: it may take a while to compute.
 */
export function summarise(history: History, analysis = analyse(history)): Summary {
  const { model, seed, ticks, interventions, chronicle } = history;
  const { scenario } = model;
  return {
    scenario: scenario.id,
    seed,
    ticks,
    interventions,
    digest: finalDigest(history),
    metrics: metricsOf(history),
    alliances: chronicle.alliances.map(({ id, largest, founded, ended }) => ({ id, members: largest, founded, ended })),
    events: history.happened,
    ...(analysis && { analysis }),
    engine: ENGINE,
    scenarioHash: scenarioHash(scenario),
  };
}

/**
 * Runs the scenario’s analyses; answers by key, undefined where it asks for none.
 * @throws {Error} a sentence, where the game is too large for one of them.
 */
export function analyse(history: History): Record<string, unknown> | undefined {
  if (history.model.scenario.analyses.length === 0) return undefined;
  const found: Record<string, unknown> = {};
  for (const { name, parameters } of history.model.scenario.analyses) {
    const rule = findAnalysis(name);
    if (!rule) throw new Error(`unknown analysis "${name}"`);
    Object.assign(found, rule.of(history, rule.params.parse(parameters)));
  }
  return found;
}

function metricsOf(history: History): Record<string, number> {
  const { model, ticks, chronicle } = history;
  const end = { ticks, ticksPerYear: model.scenario.time.ticksPerYear };
  const last = lastMeasures(history);
  return Object.fromEntries([
    ...MEASURES.map(({ name }, k) => [name, last[k]!] as const),
    ...RUN_MEASURES.map((measure) => [measure.name, measure.of(chronicle, end)] as const),
  ]);
}

/** Measures of the last tick. A run of 0 ticks has measured nothing yet, so its start is measured here. */
function lastMeasures(history: History): ArrayLike<number> {
  const { model, ticks, series } = history;
  const at = series.samples - 1;
  if (ticks > 0 && at * series.stride === ticks)
    return series.world.subarray(at * MEASURES.length, (at + 1) * MEASURES.length);
  const world = seek(history, ticks);
  return ticks > 0 ? world.columns.metrics : MEASURES.map((measure) => measure.of(world, model));
}
