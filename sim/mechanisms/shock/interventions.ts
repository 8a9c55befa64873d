import { z } from 'zod';
import { compileShock } from '../../engine/compile.ts';
import { mechanism, type Turn } from '../../engine/mechanism.ts';
import type { Intervention } from '../../schema/intervention.ts';
import { dissolve, idsOf } from '../../world/membership.ts';
import { settingOf, write, writeClause } from '../../world/state-path.ts';
import type { World } from '../../world/world.ts';
import { fade, strike, unitOf } from './changes/strike.ts';

/** Shocks, settings and cancellations that a person placed; decisions are taken up by the phase they belong to. */
export const interventions = mechanism({
  name: 'interventions',
  phase: 'shock',
  cites: [],
  // It may write any column, and then says so.
  owns: [],
  params: z.strictObject({}),
  step(world, turn) {
    if (turn.interventions.length === 0) return;
    world.derived.stillness = null;
    for (const intervention of turn.interventions) {
      if (intervention.kind === 'shock') placeShock(world, turn, intervention);
      else if (intervention.kind === 'set') set(world, turn, intervention.path, intervention.value);
      else if (intervention.kind === 'cancel') cancel(world, turn, intervention.what, intervention.id);
    }
  },
});

function placeShock(world: World, turn: Turn, { shock }: Extract<Intervention, { kind: 'shock' }>): void {
  const { names, parameterNames, scenario, perTick } = turn.model;
  const compiled = compileShock(shock, names, parameterNames, scenario, perTick);
  strike(world, turn, compiled);
  turn.happen({ kind: 'intervention', who: compiled.who, what: shock.name });
}

function set(world: World, turn: Turn, path: string, value: number): void {
  const setting = settingOf(turn.model.names, turn.model.parameterNames, path);
  const what = `${path} = ${value}`;
  if ('places' in setting)
    for (const { column, slot } of setting.places) write(world, column, slot, value / unitOf(turn.model, column));
  else if ('parameter' in setting) world.parameters[setting.parameter] = value;
  else {
    const alliance = world.alliances.find(({ id }) => id === setting.alliance);
    if (!alliance) {
      turn.happen({ kind: 'no-occasion', who: [], what });
      return;
    }
    writeClause(alliance, setting.field, value);
  }
  turn.happen({ kind: 'intervention', who: [], what });
}

function cancel(world: World, turn: Turn, what: 'shock' | 'treaty', id: string): void {
  if (what === 'treaty') {
    const alliance = world.alliances.find((standing) => standing.id === id);
    if (!alliance) {
      turn.happen({ kind: 'no-occasion', who: [], what: `cancel ${id}` });
      return;
    }
    turn.happen({ kind: 'intervention', who: idsOf(alliance, turn.names), what: `cancel ${id}` });
    dissolve(world, turn, alliance, 'cancelled');
    return;
  }
  world.cancelled.push(id);
  // What of it already struck and would have faded is taken back at once.
  world.residues = world.residues.filter((residue) => residue.shock !== id || !fade(world, residue, 0));
  turn.happen({ kind: 'intervention', who: [], what: `cancel ${id}` });
}
