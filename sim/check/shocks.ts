import { ambiguousName, compile, formulaNames } from '../exact/formula.ts';
import { SHOCK_NAMES } from '../model/model.ts';
import { dateAfter } from '../schema/calendar.ts';
import { LIMITS } from '../schema/common.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Change, Shock, Target } from '../schema/shock.ts';
import { placesOf } from '../world/state-path.ts';
import { countPlaces } from './count-places.ts';
import { checkOnce, refer } from './refer.ts';
import { checkTemporary } from './temporary.ts';

/** What a shock may refer to. */
export interface ShockContext {
  names: IdIndex;
  parameterNames: readonly string[];
  /**
   * Treaties that a scenario's shock may target; undefined where alliances founded during the run count too, whose ids are not
   * known yet.
   */
  treaties: ReadonlyMap<string, unknown> | undefined;
}

/** Limit on the changes of all shocks of a scenario; the model resolves each target in advance. */
const MOST_CHANGES = 20_000;
const MOST_PLACES = 5_000_000;

export function checkShocks({ shocks, time }: Scenario, context: ShockContext, at: Path, report: ReportFault): void {
  if (!checkShockSize(shocks, context.names, [...at, 'shocks'], report)) return;
  checkTemporary({ shocks, time }, [], context.names, [...at, 'shocks'], report);
  shocks.forEach((shock, k) => {
    const path = [...at, 'shocks', k];
    checkDate(shock, time, path, report);
    checkChanges(shock.changes, context, path, report);
  });
}

/** Whether shocks change no more in all than a run may hold; asked before any of their targets is resolved. */
export function checkShockSize(
  shocks: readonly Pick<Shock, 'changes'>[],
  names: IdIndex,
  at: Path,
  report: ReportFault,
): boolean {
  let count = 0;
  let places = 0;
  for (const { changes } of shocks) {
    count += changes.length;
    for (const change of changes) places += countPlaces(change, names);
  }
  if (count > MOST_CHANGES) report(at, `${count} changes in all, more than ${MOST_CHANGES}`);
  if (places > MOST_PLACES) report(at, `they change ${places} numbers of the state, more than ${MOST_PLACES}`);
  return count <= MOST_CHANGES && places <= MOST_PLACES;
}

/** A date after the scenario's end is not a fault: a run may be longer or shorter than its scenario. */
function checkDate(
  { at, hazard }: Shock,
  { start, ticksPerYear }: Scenario['time'],
  path: Path,
  report: ReportFault,
): void {
  if (at === undefined && hazard === undefined)
    report(
      path,
      'expected "at", the date of a dated shock, or "hazard", the yearly probability of a random one, got neither',
    );
  if (at !== undefined && hazard !== undefined)
    report([...path, 'hazard'], 'a shock is dated or random: expected either "at" or "hazard", got both');
  const end = dateAfter(start, LIMITS.ticks / ticksPerYear);
  if (at !== undefined && (at < start || at >= end))
    report(
      [...path, 'at'],
      `expected a date within the run, from ${start} on${at < start ? '' : ` and before ${end}`}, got ${at}`,
    );
}

export function checkChanges(changes: readonly Change[], context: ShockContext, at: Path, report: ReportFault): void {
  changes.forEach((change, k) => {
    const path = [...at, 'changes', k];
    if (checkTarget(change, context, [...path, 'target'], report))
      attempt(
        () => placesOf(context.names, example(change.target, context.names), change.field),
        [...path, 'field'],
        report,
      );
    if (typeof change.amount === 'string')
      checkFormula(change.amount, SHOCK_NAMES, context.parameterNames, [...path, 'amount'], report);
  });
}

/** One of the targets, as an example: whether the field exists does not depend on which target it is. */
function example(target: Target, { actors, threats }: IdIndex): Target {
  const some = (who: 'all' | string[], known: ReadonlyMap<string, number>, count: number): string[] =>
    (who === 'all' ? [...known.keys()] : who).slice(0, count);
  if ('actors' in target) return { actors: some(target.actors, actors, 1) };
  if ('dyads' in target) return { dyads: target.dyads.slice(0, 1) };
  if ('among' in target) return { among: some(target.among, actors, 2) };
  return 'threats' in target ? { threats: some(target.threats, threats, 1) } : target;
}

export function checkFormula(
  source: string,
  own: readonly string[],
  parameters: readonly string[],
  path: Path,
  report: ReportFault,
): void {
  const twice = ambiguousName(formulaNames(own, parameters));
  if (twice !== undefined) report(path, `"${twice}" is both a parameter and a name that formulas already use`);
  attempt(() => compile(source, formulaNames(own, parameters)), path, report);
}

/** The engine's own parser is the check: the error that it throws is the fault. */
export function attempt(reading: () => unknown, path: Path, report: ReportFault): void {
  try {
    reading();
  } catch (error) {
    report(path, error instanceof Error ? error.message : String(error));
  }
}

function checkTarget(
  { target, field }: Change,
  { names, treaties }: ShockContext,
  at: Path,
  report: ReportFault,
): boolean {
  if ('dyads' in target) {
    checkPairsOnce(target.dyads, field === 'proximity', [...at, 'dyads'], report);
    return target.dyads
      .map(({ from, to }, k) => {
        const path = [...at, 'dyads', k];
        const known = [
          refer(report, [...path, 'from'], from, names.actors, 'actor'),
          refer(report, [...path, 'to'], to, names.actors, 'actor'),
        ];
        if (from === to) report(path, `"${from}" is on both sides of a dyad`);
        return from !== to && known.every(Boolean);
      })
      .every(Boolean);
  }
  const all = (key: string, who: 'all' | string[], known: ReadonlyMap<string, unknown>, what: string): boolean => {
    if (who === 'all') return true;
    checkOnce(who, [...at, key], report);
    return who.map((id, k) => refer(report, [...at, key, k], id, known, what)).every(Boolean);
  };
  if ('actors' in target) return all('actors', target.actors, names.actors, 'actor');
  if ('among' in target) return all('among', target.among, names.actors, 'actor');
  if ('threats' in target) return all('threats', target.threats, names.threats, 'threat');
  if (treaties) return all('alliances', target.alliances, treaties, 'treaty');
  if (target.alliances !== 'all') checkOnce(target.alliances, [...at, 'alliances'], report);
  return true;
}

/** A change that names a pair twice would strike it twice. Proximity belongs to both directions. */
function checkPairsOnce(
  pairs: readonly { from: string; to: string }[],
  isMutual: boolean,
  path: Path,
  report: ReportFault,
): void {
  const names = pairs.map(({ from, to }) => (isMutual && to < from ? `${to} and ${from}` : `${from} and ${to}`));
  checkOnce(names, path, report);
}
