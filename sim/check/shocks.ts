import { type Names, placesOf } from '../change.ts';
import { compile } from '../formula.ts';
import { SHOCK_NAMES } from '../model.ts';
import type { Scenario } from '../scenario.ts';
import { LIMITS } from '../schema/common.ts';
import type { Change, Shock } from '../schema/shock.ts';
import type { Path, Tell } from './fault.ts';
import { refer } from './references.ts';

/** What a shock may name. */
export interface Ground {
  names: Names;
  parameterNames: readonly string[];
  /** Treaties a scenario's shock may target; undefined where alliances of the run count too, whose ids nobody knows yet. */
  treaties: ReadonlyMap<string, unknown> | undefined;
}

export function checkShocks({ shocks, time }: Scenario, ground: Ground, at: Path, tell: Tell): void {
  shocks.forEach((shock, k) => {
    const path = [...at, 'shocks', k];
    checkDate(shock, time, path, tell);
    checkChanges(shock.changes, ground, path, tell);
  });
}

/** A date after the scenario's own end is none of a fault: a run may be made longer than its scenario, or shorter. */
function checkDate({ at, hazard }: Shock, { start, ticksPerYear }: Scenario['time'], path: Path, tell: Tell): void {
  if (at === undefined && hazard === undefined)
    tell(path, 'expected "at", the date of a dated shock, or "hazard", the yearly chance of a random one, got neither');
  if (at !== undefined && hazard !== undefined)
    tell([...path, 'hazard'], 'a shock is dated or random: expected either "at" or "hazard", got both');
  const end = start + LIMITS.ticks / ticksPerYear;
  if (at !== undefined && (at < start || at >= end))
    tell(
      [...path, 'at'],
      `expected a date within the run, from ${start} on${at < start ? '' : ` and before ${end}`}, got ${at}`,
    );
}

export function checkChanges(changes: readonly Change[], ground: Ground, at: Path, tell: Tell): void {
  changes.forEach((change, k) => {
    const path = [...at, 'changes', k];
    if (checkTarget(change, ground, [...path, 'target'], tell))
      attempt(() => placesOf(ground.names, change.target, change.field), [...path, 'field'], tell);
    if (typeof change.amount === 'string')
      checkFormula(change.amount, SHOCK_NAMES, ground.parameterNames, [...path, 'amount'], tell);
  });
}

export function checkFormula(
  source: string,
  own: readonly string[],
  parameters: readonly string[],
  path: Path,
  tell: Tell,
): void {
  const twice = parameters.find((name) => own.includes(name));
  if (twice !== undefined) tell(path, `"${twice}" is both a parameter and a name that every formula here knows`);
  attempt(() => compile(source, [...own, ...parameters]), path, tell);
}

/** The engine's own reading is the check: what it refuses is the fault. */
export function attempt(reading: () => unknown, path: Path, tell: Tell): void {
  try {
    reading();
  } catch (error) {
    tell(path, error instanceof Error ? error.message : String(error));
  }
}

function checkTarget({ target }: Change, { names, treaties }: Ground, at: Path, tell: Tell): boolean {
  if ('dyads' in target) {
    return target.dyads
      .map(({ from, to }, k) => {
        const path = [...at, 'dyads', k];
        const known = [
          refer(tell, [...path, 'from'], from, names.actors, 'actor'),
          refer(tell, [...path, 'to'], to, names.actors, 'actor'),
        ];
        if (from === to) tell(path, `"${from}" stands on both sides of a dyad`);
        return from !== to && known.every(Boolean);
      })
      .every(Boolean);
  }
  const all = (key: string, who: 'all' | string[], known: ReadonlyMap<string, unknown>, what: string): boolean =>
    who === 'all' || who.map((id, k) => refer(tell, [...at, key, k], id, known, what)).every(Boolean);
  if ('actors' in target) return all('actors', target.actors, names.actors, 'actor');
  if ('among' in target) return all('among', target.among, names.actors, 'actor');
  if ('threats' in target) return all('threats', target.threats, names.threats, 'threat');
  return !treaties || all('alliances', target.alliances, treaties, 'treaty');
}
