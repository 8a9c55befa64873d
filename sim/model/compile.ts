import { pow } from '../exact/exact-math.ts';
import { compile, formulaNames } from '../exact/formula.ts';
import { yearsBetween } from '../schema/calendar.ts';
import { MOST } from '../schema/common.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Shock } from '../schema/shock.ts';
import { constantHashOf } from '../world/shocked-place.ts';
import type { CompiledSpell, Existence } from '../world/spell.ts';
import { placesOf } from '../world/state-path.ts';
import { type CompiledShock, SHOCK_NAMES } from './model.ts';

/**
 * Compiles a shock: its targets to places of the state, its formulas to closures, its date to a tick.
 * @throws {Error} a clause naming the unknown id, field or formula.
 */
export function compileShock(
  shock: Shock,
  names: IdIndex,
  parameterNames: readonly string[],
  { time }: Scenario,
  perTick: (hazard: number) => number,
): CompiledShock {
  const who = new Set<string>();
  const changes = shock.changes.map((change) => {
    const { target } = change;
    for (const key of Object.values(target).flat()) {
      if (typeof key === 'string') who.add(key);
      else who.add(key.from).add(key.to);
    }
    const { amount, halfLife, operation } = change;
    const places = placesOf(names, target, change.field);
    return {
      change,
      places,
      keep: halfLife > 0 ? pow(0.5, 1 / (halfLife * time.ticksPerYear)) : 0,
      constantHash: places && constantHashOf(shock.id, places.column, '', operation),
      amount: typeof amount === 'number' ? () => amount : compile(amount, formulaNames(SHOCK_NAMES, parameterNames)),
    };
  });
  return {
    shock,
    changes,
    tick: shock.at === undefined ? -1 : tickAt(time, shock.at),
    hazard: perTick(shock.hazard ?? 0),
    who: [...who],
  };
}

/** A recorded stock is constant within its year; the model's stock follows the ratio of each year to the one before. */
export function compileCapabilities({ capabilities, time }: Scenario, names: IdIndex): Map<number, Float64Array> {
  const n = names.actors.size;
  const m = names.resources.size;
  const moves = new Map<number, Float64Array>();
  for (const { resource, years, values } of capabilities) {
    const k = names.resources.get(resource)!;
    years.slice(1).forEach((year, y) => {
      const tick = Math.round(yearsBetween(time.start, year) * time.ticksPerYear) - 1;
      // A run may be longer than its scenario.
      if (tick < 0) return;
      const factors = moves.get(tick) ?? new Float64Array(n * m).fill(1);
      for (const [id, series] of Object.entries(values)) {
        const before = series[y]!;
        const after = series[y + 1]!;
        if (before > 0 || after > 0)
          factors[names.actors.get(id)! * m + k] = before > 0 ? Math.min(MOST, after / before) : -after;
      }
      moves.set(tick, factors);
    });
  }
  return moves;
}

/** The tick in which a date lies, below 0 before the start; a date on a tick's boundary belongs to that tick, despite rounding of its decimals. */
export const tickAt = ({ start, ticksPerYear }: Scenario['time'], date: number): number =>
  Math.floor(yearsBetween(start, date) * ticksPerYear + 1e-6);

/** Spells of existence in ticks; undefined where every actor exists throughout. */
export function compileExistence({ actors, time }: Scenario, names: IdIndex): Existence | undefined {
  const spells = actors.flatMap(({ existence = [], resources }, actor) =>
    existence.map(({ from, to, successor, resources: brought = resources }): CompiledSpell => {
      const stocks = new Float64Array(names.resources.size);
      for (const [id, value] of Object.entries(brought)) stocks[names.resources.get(id)!] = value;
      return {
        actor,
        from: from === undefined ? -Infinity : tickAt(time, from),
        to: to === undefined ? Infinity : tickAt(time, to),
        successor: successor === undefined ? -1 : names.actors.get(successor)!,
        stocks,
      };
    }),
  );
  return spells.length > 0 ? spells : undefined;
}
