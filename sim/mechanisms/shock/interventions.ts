import { z } from 'zod';
import { compileShock } from '../../model/compile.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Intervention } from '../../schema/intervention.ts';
import type { NoEffect } from '../../world/event.ts';
import { dissolve, idsOf } from '../../world/membership.ts';
import type { Site } from '../../world/shocked-place.ts';
import type { World } from '../../world/state.ts';
import { settingOf } from '../../world/state-path.ts';
import { changeForGood, readSite } from '../../world/temporary-changes.ts';
import { reasonOf, strikeShock, unitOf, withdrawShocks } from './changes/strike.ts';

/** Shocks, settings and cancellations that a person placed; each decision is applied by the phase it belongs to. */
export const interventions = mechanism({
  name: 'interventions',
  phase: 'shock',
  cites: [],
  // It writes through state-path.ts and temporary-changes.ts, which invalidate the constant hash.
  owns: [],
  params: z.strictObject({}),
  step(world, context) {
    if (context.interventions.length === 0) return;
    // Shocks that are cancelled one after the other are withdrawn together: there may be thousands.
    const withdrawn = new Set<string>();
    for (const intervention of context.interventions) {
      if (intervention.kind === 'cancel' && intervention.what === 'shock') {
        cancelShock(world, context, intervention.id);
        withdrawn.add(intervention.id);
        continue;
      }
      withdraw(world, withdrawn);
      if (intervention.kind === 'shock') placeShock(world, context, intervention);
      else if (intervention.kind === 'set') set(world, context, intervention.path, intervention.value);
      else if (intervention.kind === 'cancel') cancelTreaty(world, context, intervention.id);
    }
    withdraw(world, withdrawn);
  },
});

/** What already struck and would have faded is taken back at once. */
function withdraw(world: World, shocks: Set<string>): void {
  if (shocks.size > 0) withdrawShocks(world, shocks);
  shocks.clear();
}

function placeShock(world: World, context: StepContext, { shock }: Extract<Intervention, { kind: 'shock' }>): void {
  const { names, parameterNames, scenario, perTick } = context.model;
  const compiled = compileShock(shock, names, parameterNames, scenario, perTick);
  const noEffect = strikeShock(world, context, compiled);
  context.emit({ kind: 'intervention', who: compiled.who, what: shock.name, ...(noEffect && { noEffect }) });
}

function set(world: World, context: StepContext, path: string, value: number): void {
  const setting = settingOf(context.model.names, context.model.parameterNames, path);
  const what = `${path} = ${value}`;
  let noEffect: NoEffect | undefined;
  if ('places' in setting) {
    const outcomes = setting.places.map(({ column, slot }) =>
      setSite(world, { column, slot }, value / unitOf(context.model, column)),
    );
    noEffect = outcomes.includes(undefined) ? undefined : outcomes[0];
  } else if ('parameter' in setting) {
    if (world.parameters[setting.parameter] === value) noEffect = 'same';
    world.parameters[setting.parameter] = value;
  } else {
    const alliance = world.alliances.find(({ id }) => id === setting.alliance);
    if (!alliance) {
      context.emit({ kind: 'no-occasion', who: [], what });
      return;
    }
    noEffect = setSite(world, { alliance, field: setting.field }, value);
  }
  context.emit({ kind: 'intervention', who: [], what, ...(noEffect && { noEffect }) });
}

/** @returns why nothing changed, if so. */
function setSite(world: World, site: Site, value: number): NoEffect | undefined {
  const held = readSite(world, site);
  changeForGood(world, site, 'set', value);
  return readSite(world, site) === held ? reasonOf(site, value) : undefined;
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

function cancelShock(world: World, context: StepContext, id: string): void {
  world.cancelled.push(id);
  context.emit({ kind: 'intervention', who: [], what: `cancel ${id}` });
}
