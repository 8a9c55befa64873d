import type { StepContext } from '../../../model/mechanism.ts';
import { type CompiledChange, type CompiledShock, type Model, SHOCK_NAMES } from '../../../model/model.ts';
import type { Columns } from '../../../world/columns.ts';
import type { NoEffect } from '../../../world/event.ts';
import { isEmptied } from '../../../world/existence.ts';
import type { Lasting, Site } from '../../../world/shocked-place.ts';
import type { World } from '../../../world/state.ts';
import { limitsOf, noteChange } from '../../../world/state-path.ts';
import { changeForATime, changeForGood, fadeChanges, readSite, resultOf } from '../../../world/temporary-changes.ts';

/** The scenario gives a threat’s strength in its own unit; the state stores it in units of mean strength. */
export const unitOf = (model: Model, column: keyof Columns): number =>
  column === 'threatStrength' ? model.meanStrength : 1;

/**
 * Applies every change of a shock; temporary ones are remembered until they have faded.
 * @returns why it changed nothing, of the first change; undefined where it had an effect.
 */
export function strikeShock(world: World, context: StepContext, shock: CompiledShock): NoEffect | undefined {
  const succeeds = shock.shock.family === 'leadership' && succeed(world, shock);
  let hasEffect = succeeds;
  let first: NoEffect | undefined;
  for (const compiled of shock.changes)
    strikeAll(world, context, shock, compiled, (outcome) => {
      hasEffect ||= outcome === undefined;
      first ??= outcome;
    });
  return hasEffect ? undefined : (first ?? 'no-target');
}

/**
 * A change of leader happens to the actor that the shock changes; for a dyad, to the actor whose feeling changes.
 * @returns whether it happens to anyone.
 */
function succeed(world: World, { changes }: CompiledShock): boolean {
  let any = false;
  for (const { places } of changes)
    for (const actor of places?.actors ?? [])
      if (actor >= 0) {
        world.columns.succession[actor] = world.tick + 1;
        noteChange(world, 'succession');
        any = true;
      }
  return any;
}

type Outcome = NoEffect | undefined;

/** Applies a change to every number that it affects. @param report receives why each stayed as it was, if so. */
function strikeAll(
  world: World,
  context: StepContext,
  shock: CompiledShock,
  compiled: CompiledChange,
  report: (outcome: Outcome) => void,
): void {
  const { target, field } = compiled.change;
  const lasting = lastingOf(world, context.model, shock.shock.id, compiled);
  if ('alliances' in target) {
    const struck = target.alliances === 'all' ? undefined : new Set(target.alliances);
    for (const alliance of world.alliances)
      if (!struck || struck.has(alliance.id))
        report(strike(world, context, compiled, lasting, { alliance, field }, 1, -1));
    return;
  }
  if (!compiled.places) return;
  const { column, slots, actors } = compiled.places;
  const unit = unitOf(context.model, column);
  const isLoss = column === 'resources' && shock.shock.family === 'disaster';
  for (let k = 0; k < slots.length; k++) {
    const slot = slots[k]!;
    if (isEmptied(world, column, slot)) continue;
    const before = world.columns[column][slot]!;
    report(strike(world, context, compiled, lasting, { column, slot }, unit, actors[k]!));
    if (!isLoss) continue;
    world.columns.loss[slot]! += Math.max(0, before - world.columns.resources[slot]!);
    world.derived.lossesPending = true;
    noteChange(world, 'loss');
  }
}

/** Changes one number. @param unit the scenario’s unit, in that of the state. @returns why nothing changed, if so. */
function strike(
  world: World,
  context: StepContext,
  compiled: CompiledChange,
  lasting: Lasting | undefined,
  site: Site,
  unit: number,
  actor: number,
): Outcome {
  const { operation } = compiled.change;
  const held = readSite(world, site);
  const asked = amountOf(compiled, world, context, held * unit, actor);
  // A formula that divides by zero has no number to give.
  if (!Number.isFinite(asked)) return 'no-number';
  const amount = operation === 'scale' ? asked : finite(asked / unit);
  if (lasting) changeForATime(world, site, operation, amount, lasting);
  else changeForGood(world, site, operation, amount);
  return readSite(world, site) === held ? reasonOf(site, resultOf(operation, amount, held)) : undefined;
}

const finite = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));

/** Why a number stayed as it was although this was asked for. */
export function reasonOf(site: Site, asked: number): NoEffect {
  const [low, high] = 'alliance' in site ? limitsOf(site.field, true) : limitsOf(site.column, false);
  return asked < low || asked > high ? 'limit' : 'same';
}

/** How long a change lasts that strikes now; undefined for one that lasts for good. Of one change it is the same at every place. */
function lastingOf(
  { tick }: World,
  model: Model,
  shock: string,
  { change: { duration }, keep, constantHash }: CompiledChange,
): Lasting | undefined {
  return duration === null ? undefined : { shock, until: tick + model.ticksOf(duration), keep, constantHash };
}

function amountOf(
  { change, amount }: CompiledChange,
  world: World,
  context: StepContext,
  value: number,
  actor: number,
): number {
  return typeof change.amount === 'number' ? change.amount : amount(slots(world, context, value, actor));
}

function slots(world: World, { model }: StepContext, value: number, actor: number): Float64Array {
  const { strength, budget, spent, threat } = world.columns;
  const own = actor >= 0;
  const list = new Float64Array(SHOCK_NAMES.length + world.parameters.length);
  list.set([
    value,
    own ? strength[actor]! : 0,
    own ? budget[actor]! : 0,
    own ? spent[actor]! : 0,
    own ? threat[actor]! : 0,
    model.yearOf(world.tick),
  ]);
  list.set(world.parameters, SHOCK_NAMES.length);
  return list;
}

/** Lets the shocks whose duration is over fade by one tick. @returns those that are over. */
export const fadeShocks = (world: World): ReadonlySet<string> => fadeChanges(world);

/** Takes back at once what shocks changed for a time. */
export const withdrawShocks = (world: World, ids: ReadonlySet<string>): ReadonlySet<string> => fadeChanges(world, ids);
