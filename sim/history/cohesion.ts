import { begin, tick } from '../engine/run.ts';
import type { Alliance } from '../world/alliance.ts';
import type { World } from '../world/state.ts';
import { trustBetween } from '../world/trust.ts';
import type { AllianceRecord } from './chronicle.ts';
import type { History } from './history.ts';
import { seek } from './seek.ts';

/** Mutual trust of the members of an alliance while it lasts. */
export interface CohesionOverTime {
  /** Ticks at whose end trust was measured, ascending. */
  ticks: number[];
  /** Mean over all ordered pairs of members, 0 … 1. */
  trust: number[];
}

/** Limit on the measurements: more than a chart is wide. */
const READINGS = 400;

/** Re-runs the ticks of an alliance and measures the trust within it; yields after each tick. */
export function* cohesionOverTime(
  history: History,
  { id, founded, ended }: AllianceRecord,
): Generator<number, CohesionOverTime> {
  const from = Math.max(0, founded);
  const to = Math.min(history.ticks, ended ?? history.ticks);
  const stride = Math.max(1, Math.ceil((to - from) / READINGS));
  const world = seek(history, from);
  const run = begin(history.model, history.seed, history.interventions);
  const found: CohesionOverTime = { ticks: [], trust: [] };
  while (world.tick < to) {
    tick(run, world);
    yield world.tick;
    const alliance = (world.tick - from) % stride === 0 && world.alliances.find((standing) => standing.id === id);
    if (!alliance) continue;
    found.ticks.push(world.tick - 1);
    found.trust.push(trustWithin(world, alliance));
  }
  return found;
}

/** Mean trust within the alliance; 1 where there is no pair of members. */
export function trustWithin(world: World, { members }: Pick<Alliance, 'members'>): number {
  let sum = 0;
  for (const { actor: i } of members) for (const { actor: j } of members) if (i !== j) sum += trustBetween(world, i, j);
  return members.length > 1 ? sum / (members.length * (members.length - 1)) : 1;
}
