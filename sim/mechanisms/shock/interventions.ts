import { z } from 'zod';
import { compileShock } from '../../model/compile.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Intervention } from '../../schema/intervention.ts';
import { dissolve, idsOf } from '../../world/membership.ts';
import type { Residue, World } from '../../world/state.ts';
import { settingOf, write, writeClause } from '../../world/state-path.ts';
import { fadeShock, strikeShock, unitOf } from './changes/strike.ts';

/** Shocks, settings and cancellations that a person placed; each decision is applied by the phase it belongs to. */
export const interventions = mechanism({
  name: 'interventions',
  phase: 'shock',
  cites: [],
  // It may write any column, and then invalidates the constant hash.
  owns: [],
  params: z.strictObject({}),
  step(world, context) {
    if (context.interventions.length === 0) return;
    world.derived.constantHash = null;
    const residues = createResidueIndex(world);
    for (const intervention of context.interventions) {
      if (intervention.kind === 'shock') placeShock(world, context, intervention);
      else if (intervention.kind === 'set') set(world, context, intervention.path, intervention.value);
      else if (intervention.kind === 'cancel' && intervention.what === 'treaty')
        cancelTreaty(world, context, intervention.id);
      else if (intervention.kind === 'cancel') cancelShock(world, context, intervention.id, residues);
    }
    residues.drop();
  },
});

function placeShock(world: World, context: StepContext, { shock }: Extract<Intervention, { kind: 'shock' }>): void {
  const { names, parameterNames, scenario, perTick } = context.model;
  const compiled = compileShock(shock, names, parameterNames, scenario, perTick);
  strikeShock(world, context, compiled);
  context.emit({ kind: 'intervention', who: compiled.who, what: shock.name });
}

function set(world: World, context: StepContext, path: string, value: number): void {
  const setting = settingOf(context.model.names, context.model.parameterNames, path);
  const what = `${path} = ${value}`;
  if ('places' in setting)
    for (const { column, slot } of setting.places) write(world, column, slot, value / unitOf(context.model, column));
  else if ('parameter' in setting) world.parameters[setting.parameter] = value;
  else {
    const alliance = world.alliances.find(({ id }) => id === setting.alliance);
    if (!alliance) {
      context.emit({ kind: 'no-occasion', who: [], what });
      return;
    }
    writeClause(alliance, setting.field, value);
  }
  context.emit({ kind: 'intervention', who: [], what });
}

function cancelTreaty(world: World, context: StepContext, id: string): void {
  const alliance = world.alliances.find((standing) => standing.id === id);
  if (!alliance) {
    context.emit({ kind: 'no-occasion', who: [], what: `cancel ${id}` });
    return;
  }
  context.emit({ kind: 'intervention', who: idsOf(alliance, context.names), what: `cancel ${id}` });
  dissolve(world, context, alliance, 'cancelled');
}

/** The effects that already struck and would have faded are removed at once. */
function cancelShock(world: World, context: StepContext, id: string, residues: ResidueIndex): void {
  world.cancelled.push(id);
  for (const residue of residues.take(id)) fadeShock(world, residue, 0);
  context.emit({ kind: 'intervention', who: [], what: `cancel ${id}` });
}

interface ResidueIndex {
  /** The residues of a shock, once. */
  take(shock: string): readonly Residue[];
  /** Removes from the world what was taken. */
  drop(): void;
}

/** The world's residues by their shocks, with those that are added meanwhile: thousands of shocks may be cancelled in one tick. */
function createResidueIndex(world: World): ResidueIndex {
  const byShock = new Map<string, Residue[]>();
  const taken = new Set<Residue>();
  let known = 0;
  return {
    take(shock) {
      for (; known < world.residues.length; known++) {
        const residue = world.residues[known]!;
        const own = byShock.get(residue.shock);
        if (own) own.push(residue);
        else byShock.set(residue.shock, [residue]);
      }
      const own = byShock.get(shock) ?? [];
      byShock.delete(shock);
      for (const residue of own) taken.add(residue);
      return own;
    },
    drop() {
      if (taken.size > 0) world.residues = world.residues.filter((residue) => !taken.has(residue));
    },
  };
}
