import { type Checked, check, checkPlaced, type Fault, faultSentence } from '../../check/check.ts';
import { load } from '../../engine/load.ts';
import { ENGINE } from '../../engine/version.ts';
import { digestText } from '../../exact/hash.ts';
import type { Model } from '../../model/model.ts';
import { scenarioHash } from '../../schema/canonical.ts';
import { conform } from '../../schema/conform.ts';
import { collectFaults, type ReportFault } from '../../schema/fault.ts';
import { checkDesign, checkPointValues } from './check-design.ts';
import { type SweepColumn, wholeColumn } from './columns.ts';
import { type DesignPoints, designPoints } from './design-points.ts';
import { isExpression, nameOf } from './entry-values.ts';
import { checkExpressions } from './expressions.ts';
import { checkExtension, checkNoPointIsLost, numberedPoints } from './extension.ts';
import { checkMeasures, checkStop, figuresOf, measuresOf, seriesColumns } from './measures.ts';
import { type Numbering, runsOf, shardsOf } from './numbering.ts';
import { type Predecessor, planText, type SweepPlan } from './plan.ts';
import { withSettings } from './settings.ts';
import { cellsPerRun, checkShardSize, usualRowsPerShard } from './shard-size.ts';
import { SWEEP_LIMITS, SweepSpec, type SweepValue, type Vary, type WholeSpec } from './spec.ts';

/** Validates an unknown value as a sweep, as far as it says it itself: what its files hold is not looked at. */
export function checkSweep(input: unknown): Checked<SweepSpec> {
  const { faults, report } = collectFaults();
  checkPointValues((Object(input) as { design?: unknown }).design, ['design'], report);
  const spec = faults.length === 0 ? conform(SweepSpec, input, report) : undefined;
  if (spec) {
    checkNames(spec, report);
    checkDesign(spec, report);
    checkExpressions(spec.vary, report);
    checkStop(spec.stop, report);
  }
  return spec && faults.length === 0 ? { value: spec } : { faults };
}

/** Columns and variants must have names of their own. */
function checkNames({ vary, interventions = [], measure }: SweepSpec, report: ReportFault): void {
  const taken = new Set(RESERVED);
  const claim = (name: string, at: readonly PropertyKey[]): void => {
    if (taken.has(name)) report(at, `there is a column ${JSON.stringify(name)} already`);
    taken.add(name);
  };
  vary.forEach((entry, k) => {
    claim(nameOf(entry), ['vary', k, entry.as === undefined ? 'path' : 'as']);
  });
  measure?.end.forEach((name, k) => {
    claim(name, ['measure', 'end', k]);
  });
  measure?.windows.forEach(({ name }, k) => {
    claim(name, ['measure', 'windows', k, 'name']);
  });
  measure?.analyses.forEach((key, k) => {
    claim(`analysis.${key}`, ['measure', 'analyses', k]);
  });
  measure?.every?.names.forEach((name, k, names) => {
    if (names.indexOf(name) < k) report(['measure', 'every', 'names', k], `${JSON.stringify(name)} is there already`);
  });
  const variants = new Set<string>();
  interventions.forEach(({ name, list, file }, k) => {
    if (variants.has(name)) report(['interventions', k, 'name'], `there is a variant ${JSON.stringify(name)} already`);
    variants.add(name);
    if ((list === undefined) === (file === undefined)) report(['interventions', k], 'expected either a list or a file');
  });
}

const RESERVED = ['run', 'point', 'replicate', 'variant', 'seed', 'ticks', 'digest', 'status', 'error'];

/**
 * The plan of a sweep.
 * @param given one that checkSweep accepted, with what its files hold.
 * @param before the plans of a folder that it extends, in order.
 */
export function makePlan(given: WholeSpec, before: readonly SweepPlan[] = []): Checked<SweepPlan> {
  // As its file says it: JSON has no −0, and no key without a value.
  const spec: WholeSpec = JSON.parse(JSON.stringify(given));
  const { faults, report } = collectFaults();
  const last = before.at(-1);
  if (last) checkExtension(spec, last, ENGINE, report);
  const base = faults.length === 0 ? baseOf(spec, report) : undefined;
  if (!base || faults.length > 0) return { faults };
  const predecessor = last && predecessorOf(last);
  const points = numberedPoints(spec, predecessor);
  if (last)
    checkNoPointIsLost(designPoints(spec), numberedPoints(last.spec, last.predecessor), spec.design.kind, report);
  const columns = columnsOf(spec, base.model);
  const cells = cellsPerRun(spec, columns.length, base.model.scenario.time.ticks);
  const numbering = numberingOf(spec, points, before);
  checkCounts(numbering, report);
  if (faults.length === 0) checkShardSize(numbering, { runs: runsOf(numbering), cells }, report);
  if (faults.length === 0) checkFirst(spec, points, report);
  checkColumns(columns, last?.columns ?? columns, report);
  if (faults.length > 0) return { faults };
  const { every } = measuresOf(spec.measure);
  return {
    value: {
      format: 'foedus-plan/1',
      engine: ENGINE,
      scenarioHash: base.hash,
      runs: runsOf(numbering),
      shards: shardsOf(numbering),
      numbering,
      columns,
      ...(every && { series: seriesColumns(measuresOf(spec.measure)) }),
      ...(predecessor && { predecessor }),
      spec,
    },
  };
}

export const planHash = (plan: SweepPlan): string => digestText(planText(plan));

const predecessorOf = (plan: SweepPlan): Predecessor => ({
  hash: planHash(plan),
  design: plan.spec.design,
  vary: plan.spec.vary,
  ...(plan.predecessor && { predecessor: plan.predecessor }),
});

/** The scenario as it was written: whatever varies, it must be sound itself. */
function baseOf(spec: WholeSpec, report: ReportFault): { model: Model; hash: string } | undefined {
  const checked = check(spec.scenario);
  if ('faults' in checked) {
    reportWithin('scenario', checked.faults, report);
    return undefined;
  }
  const model = load(checked.value);
  checkMeasures(spec.measure, model, report);
  spec.interventions?.forEach(({ list }, k) => {
    const placed = checkPlaced(list, checked.value, checked.value.time.ticks, ['interventions', k, 'list']);
    if ('faults' in placed) for (const { path, message } of placed.faults) report([], `${path}: ${message}`);
  });
  return { model, hash: scenarioHash(checked.value) };
}

/** Faults whose paths begin within a part of the sweep. */
function reportWithin(part: string, found: readonly Fault[], report: ReportFault): void {
  for (const fault of found) report([], `${part}${fault.path === '' ? '' : '.'}${faultSentence(fault)}`);
}

function numberingOf(spec: WholeSpec, points: DesignPoints, before: readonly SweepPlan[]): Numbering {
  const last = before.at(-1);
  const numbering: Numbering = {
    firstRun: before.reduce((sum, { runs }) => sum + runs, 0),
    firstShard: before.reduce((sum, { shards }) => sum + shards, 0),
    oldPoints: last?.numbering.points ?? 0,
    oldReplicates: last?.numbering.replicates ?? 0,
    points: points.count,
    replicates: spec.replicates,
    variants: spec.interventions?.length ?? 1,
    runsPerShard: 1,
  };
  return { ...numbering, runsPerShard: spec.runsPerShard ?? usualRowsPerShard(runsOf(numbering)) };
}

function checkCounts(numbering: Numbering, report: ReportFault): void {
  const runs = runsOf(numbering);
  if (runs === 0) report([], 'nothing to run: the plan to extend has all these points and replicates');
  if (runs > SWEEP_LIMITS.runs) report([], `${runs} runs, more than ${SWEEP_LIMITS.runs}`);
}

/** Whether each entry of `vary` names a place, told by the first point. */
function checkFirst(spec: WholeSpec, points: DesignPoints, report: ReportFault): void {
  const settled = withSettings(spec, points.settings(0));
  if ('fault' in settled) {
    report(['vary', settled.entry, 'path'], faultSentence(settled.fault));
    return;
  }
  const checked = check(settled.input.scenario);
  // A value that is refused is a row of the table; a key that no scenario has is a slip in the sweep.
  const slip =
    'faults' in checked ? checked.faults.find(({ message }) => message.startsWith('unknown key')) : undefined;
  if (!slip) return;
  const entry = spec.vary.findIndex(({ path }) => path.endsWith(slip.path.replace(/^.*[.\]]/, '')));
  report(['vary', Math.max(0, entry), 'path'], faultSentence(slip));
}

/** Facts of the scenario may have the name of something else, and later values another type than those of the plan to extend. */
function checkColumns(columns: readonly SweepColumn[], before: readonly SweepColumn[], report: ReportFault): void {
  columns.forEach(({ name, type }, k) => {
    if (columns.findIndex((one) => one.name === name) < k)
      report(['measure'], `there is a column ${JSON.stringify(name)} already`);
    if (before[k]?.type !== type)
      report(['vary'], `the column ${JSON.stringify(name)} has another type than in the plan to extend`);
  });
}

const text = (name: string, meaning: string, nullable = false): SweepColumn => ({
  name,
  type: 'STRING',
  nullable,
  unit: '',
  meaning,
});

function columnsOf(spec: WholeSpec, model: Model): SweepColumn[] {
  return [
    wholeColumn('run', 'number of the run in the sweep, from 0'),
    wholeColumn('point', 'number of the point in the design, from 0'),
    wholeColumn('replicate', 'number of the replicate, from 0'),
    ...(spec.interventions ? [text('variant', 'which list of interventions was placed')] : []),
    text('seed', 'seed of the run'),
    wholeColumn('ticks', 'ticks that were run'),
    ...spec.vary.map((entry, k) => ofEntry(entry, valuesOf(spec, k))),
    ...figuresOf(spec.measure, model).map(({ column }) => column),
    text('digest', 'digest of the final state, 16 hexadecimal digits', true),
    text('status', 'done, stopped, failed, refused or timeout'),
    text('error', 'why a run was refused or failed', true),
  ];
}

/** The values that tell the type of an entry. Ranges, distributions and expressions have numbers only. */
function valuesOf({ design, vary }: WholeSpec, k: number): readonly SweepValue[] {
  const entry = vary[k]!;
  if (isExpression(entry)) return [0];
  if (design.kind === 'points') {
    const place = vary.slice(0, k).filter((other) => !isExpression(other)).length;
    return (design.points ?? []).map((point) => point[place]!);
  }
  return 'values' in entry ? entry.values : [0];
}

/** The column of an entry: its type is that of all its values, which are texts as soon as they are not of one kind. */
function ofEntry(entry: Vary, values: readonly SweepValue[]): SweepColumn {
  const kinds = new Set(values.map((value) => (Array.isArray(value) ? 'list' : typeof value)));
  const kind = kinds.size === 1 ? [...kinds][0] : 'mixed';
  const type = kind === 'number' ? 'DOUBLE' : kind === 'boolean' ? 'BOOLEAN' : 'STRING';
  return { name: nameOf(entry), type, nullable: true, unit: '', meaning: `the value of ${entry.path}` };
}
