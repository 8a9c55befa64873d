import { type Checked, check, checkPlaced, faultSentence } from '../../check/check.ts';
import { load } from '../../engine/load.ts';
import { finalDigest } from '../../history/digest-comparison.ts';
import { type Recorder, record } from '../../history/record.ts';
import type { Model } from '../../model/model.ts';
import type { Intervention } from '../../schema/intervention.ts';
import type { Scenario } from '../../schema/scenario.ts';
import { advanceObserved, type Observation, observersOf } from '../observed-run.ts';
import type { Cell, SweepRow } from './columns.ts';
import type { DesignPoints } from './design-points.ts';
import { isExpression } from './entry-values.ts';
import { numberedPoints } from './extension.ts';
import { figuresOf, lazyAnalysis, measuresOf, seriesOf, stopOf } from './measures.ts';
import { type RunNumber, runNumber } from './numbering.ts';
import type { SweepPlan } from './plan.ts';
import { seedOfRun } from './seeds.ts';
import { type RunInput, withSettings } from './settings.ts';
import type { SweepValue } from './spec.ts';

/** How a run of a sweep ended. */
export type RowStatus = 'done' | 'stopped' | 'failed' | 'refused' | 'timeout';

/** A run that was made: its row, and its per-tick series as pairs of tick and values. */
export interface RowResult {
  row: SweepRow;
  series?: readonly (readonly number[])[];
}

/** Runs the rows of one plan, in this thread. Rows of one point after another share its check and its load. */
export interface RowRunner {
  readonly plan: SweepPlan;
  /** The settings, seed and interventions of a run, for whoever wants to make it elsewhere. */
  inputOf(
    run: number,
  ): { number: RunNumber; seed: string; scenario: unknown; interventions: unknown } | { refused: string };
  /**
   * Runs one row.
   * @param isLate is asked between ticks whether the run has taken too long; a sweep without that limit does not ask.
   */
  runRow(run: number, isLate?: () => boolean): RowResult;
  /** The row of a run that could not be made. */
  rowWithout(run: number, status: RowStatus, error: string): SweepRow;
}

/** What a point and variant come to: a model with its interventions, or why it is refused. */
type Ready = { model: Model; ticks: number; interventions: readonly Intervention[] } | { refused: string };

/** Ticks between two looks at the clock: a look costs as much as a small tick. */
const LOOK_EVERY = 4;

export function openRowRunner(plan: SweepPlan): RowRunner {
  const { spec, numbering } = plan;
  const points = numberedPoints(spec, plan.predecessor);
  const dimensions = spec.vary.filter((entry) => !isExpression(entry)).length;
  const variants = spec.interventions?.map(({ name }) => name);
  const stop = stopOf(spec.stop);
  const series = seriesOf(measuresOf(spec.measure));
  const scenarios = remember<
    { input: RunInput; scenario: Checked<Scenario>; model: Model | undefined } | { refused: string }
  >();
  const ready = remember<Ready>();
  const cellsOf = settingsCells(plan, points);

  const scenarioAt = (point: number) =>
    scenarios(point, () => {
      const settled = withSettings(spec, points.settings(point));
      if ('fault' in settled) return { refused: faultSentence(settled.fault) };
      const scenario = check(settled.input.scenario);
      return { input: settled.input, scenario, model: undefined };
    });

  function readyAt(point: number, variant: number): Ready {
    return ready(point * numbering.variants + variant, () => {
      const at = scenarioAt(point);
      if ('refused' in at) return at;
      if ('faults' in at.scenario) return { refused: faultSentence(at.scenario.faults[0]!) };
      const scenario = at.scenario.value;
      const name = variants?.[variant];
      const list = name === undefined ? [] : at.input.interventions[name];
      const placed = checkPlaced(list, scenario, scenario.time.ticks, [
        'interventions',
        ...(name === undefined ? [] : [name]),
      ]);
      if ('faults' in placed) return { refused: faultSentence(placed.faults[0]!) };
      try {
        at.model ??= load(scenario);
      } catch (error) {
        return { refused: (error as Error).message };
      }
      return { model: at.model, ticks: scenario.time.ticks, interventions: placed.value };
    });
  }

  const numberOf = (run: number): RunNumber => runNumber(numbering, run);
  const headOf = (number: RunNumber, ticks: number): Cell[] => [
    number.run,
    number.point,
    number.replicate,
    ...(variants ? [variants[number.variant]!] : []),
    seedOfRun(spec, number, dimensions),
    ticks,
    ...cellsOf(number.point),
  ];
  const figures = plan.columns.length - headOf(numberOf(numbering.firstRun), 0).length - TAIL;
  const without = (number: RunNumber, status: RowStatus, error: string, ticks = 0): SweepRow => [
    ...headOf(number, ticks),
    ...new Array<Cell>(figures).fill(null),
    null,
    status,
    error,
  ];

  return {
    plan,
    inputOf(run) {
      const number = numberOf(run);
      const at = scenarioAt(number.point);
      if ('refused' in at) return at;
      const name = variants?.[number.variant];
      const interventions = name === undefined ? [] : at.input.interventions[name];
      return { number, seed: seedOfRun(spec, number, dimensions), scenario: at.input.scenario, interventions };
    },
    rowWithout: (run, status, error) => without(numberOf(run), status, error),
    runRow(run, isLate) {
      const number = numberOf(run);
      const prepared = readyAt(number.point, number.variant);
      if ('refused' in prepared) return { row: without(number, 'refused', prepared.refused) };
      const { model, ticks, interventions } = prepared;
      let recorder: Recorder | undefined;
      try {
        // These histories are not sought, so two keyframes suffice.
        recorder = record(model, seedOfRun(spec, number, dimensions), interventions, { ticks, caps: { keyframes: 2 } });
        const opened = figuresOf(spec.measure, model).map(({ open }) => open(model));
        const seen: number[][] = [];
        const observers = observersOf(opened);
        if (series)
          observers.push((world) => {
            if (world.tick % series.ticks === 0) seen.push([world.tick, ...series.of(world)]);
          });
        const status = runOn(recorder, { observers, stop }, isLate);
        if (status === 'timeout') return { row: without(number, 'timeout', LATE, recorder.history.ticks) };
        const { history, world } = recorder;
        const analysis = lazyAnalysis(history);
        const found = opened.map(({ result }) => numberOrNull(result(history, world, analysis)));
        const row = [...headOf(number, history.ticks), ...found, finalDigest(history), status, null];
        return { row, ...(series && { series: seen }) };
      } catch (error) {
        return { row: without(number, 'failed', (error as Error).message, recorder?.history.ticks) };
      }
    },
  };
}

/** The columns behind the figures: digest, status, error. */
const TAIL = 3;

const LATE = 'it took longer than limits.seconds';

/** Infinity is no figure either: nothing that is not finite is written. */
const numberOrNull = (value: number): Cell => (Number.isFinite(value) ? value : null);

/** Runs to the end, to the stop condition, or until it is late. */
function runOn(recorder: Recorder, observation: Observation, isLate?: () => boolean): 'done' | 'stopped' | 'timeout' {
  const ticks = isLate ? LOOK_EVERY : Infinity;
  for (;;) {
    const found = advanceObserved(recorder, observation, ticks);
    if (found !== 'more') return found;
    if (isLate?.()) return 'timeout';
  }
}

/** The settings of a point as cells of their columns: what is no number, text or truth value is written as JSON. */
function settingsCells({ columns, spec }: SweepPlan, points: DesignPoints): (point: number) => Cell[] {
  const first = columns.findIndex(({ name }) => name === 'ticks') + 1;
  const types = columns.slice(first, first + spec.vary.length).map(({ type }) => type);
  return (point) => points.settings(point).map((value, k) => cellOf(value, types[k]!));
}

function cellOf(value: SweepValue, type: string): Cell {
  if (type === 'DOUBLE') return typeof value === 'number' && Number.isFinite(value) ? value : null;
  if (type === 'BOOLEAN') return typeof value === 'boolean' ? value : null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Keeps the last few that were made. */
function remember<T>(most = 2): (key: number, make: () => T) => T {
  const kept = new Map<number, T>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(key, made);
    return made;
  };
}
