import { pow } from '../../../exact/exact-math.ts';
import { hashAsNumber } from '../../../exact/hash.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { type CompiledChange, type CompiledShock, type Model, SHOCK_NAMES } from '../../../model/model.ts';
import type { Columns } from '../../../world/columns.ts';
import type { Residue, World } from '../../../world/state.ts';
import { readClause, write, writeClause } from '../../../world/state-path.ts';

/** The scenario gives a threat’s strength in its own unit; the state stores it in units of mean strength. */
export const unitOf = (model: Model, column: keyof Columns): number =>
  column === 'threatStrength' ? model.meanStrength : 1;

/** Applies every change of a shock, and records a residue where it is to fade. */
export function strikeShock(world: World, context: StepContext, shock: CompiledShock): void {
  if (shock.shock.family === 'leadership') succeed(world, shock);
  for (const compiled of shock.changes) {
    if ('alliances' in compiled.change.target) strikeAlliances(world, context, shock, compiled);
    else strikePlaces(world, context, shock, compiled);
  }
}

/** A change of leader happens to the actor that the shock changes; for a dyad, to the actor whose feeling changes. */
function succeed(world: World, { changes }: CompiledShock): void {
  for (const { places } of changes)
    for (const { actor } of places) if (actor >= 0) world.columns.succession[actor] = world.tick + 1;
}

function strikePlaces(world: World, context: StepContext, shock: CompiledShock, compiled: CompiledChange): void {
  for (const { column, slot, actor } of compiled.places) {
    const before = world.columns[column][slot]!;
    const unit = unitOf(context.model, column);
    const amount = amountOf(compiled, world, context, before * unit, actor);
    const after = changed(compiled.change.operation, before * unit, amount) / unit;
    write(world, column, slot, after);
    if (column === 'resources' && shock.shock.family === 'disaster') {
      world.columns.loss[slot]! += Math.max(0, before - world.columns.resources[slot]!);
      world.derived.lossesPending = true;
    }
    // Saliences are renormalised, so the applied factor is known only from the amount asked for.
    const moved = column === 'salience' && after > 0 ? after : world.columns[column][slot]!;
    remember(world, context, shock, compiled, { column, slot, alliance: '' }, before, moved);
  }
}

function strikeAlliances(world: World, context: StepContext, shock: CompiledShock, compiled: CompiledChange): void {
  const { target, field, operation } = compiled.change;
  if (!('alliances' in target)) return;
  const struck = target.alliances === 'all' ? undefined : new Set(target.alliances);
  for (const alliance of world.alliances) {
    if (struck && !struck.has(alliance.id)) continue;
    const before = readClause(alliance, field);
    writeClause(alliance, field, changed(operation, before, amountOf(compiled, world, context, before, -1)));
    remember(
      world,
      context,
      shock,
      compiled,
      { column: field, slot: -1, alliance: alliance.id },
      before,
      readClause(alliance, field),
    );
  }
}

// A formula that divides by zero leaves the number unchanged instead of making it NaN.
function changed(operation: 'set' | 'add' | 'scale', before: number, amount: number): number {
  const after = operation === 'set' ? amount : operation === 'add' ? before + amount : before * amount;
  return Number.isFinite(after) ? after : before;
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

/** A temporary change leaves a residue: a factor where it scaled a value above 0, and for saliences; a difference otherwise. */
function remember(
  world: World,
  { model }: StepContext,
  shock: CompiledShock,
  { change }: CompiledChange,
  place: Pick<Residue, 'column' | 'slot' | 'alliance'>,
  before: number,
  after: number,
): void {
  if (change.duration === null || before === after) return;
  const scaling = (change.operation === 'scale' || place.column === 'salience') && before > 0 && after > 0;
  world.residues.push({
    shock: shock.shock.id,
    constantHash: hashAsNumber(shock.shock.id, place.column, place.alliance),
    ...place,
    amount: scaling ? after / before : after - before,
    scaling,
    left: 1,
    until: world.tick + model.ticksOf(change.duration),
    keep: change.halfLife > 0 ? pow(0.5, 1 / (change.halfLife * model.scenario.time.ticksPerYear)) : 0,
  });
}

/** A shock with less than this share left is over. */
const SPENT = 1e-3;

/** Removes what a residue loses this tick; returns true once nothing significant is left. */
export function fadeShock(world: World, residue: Residue, keep: number): boolean {
  const { left } = residue;
  const next = left * keep < SPENT ? 0 : left * keep;
  residue.left = next;
  if (residue.slot >= 0) {
    const column = residue.column as keyof Columns;
    write(world, column, residue.slot, faded(world.columns[column][residue.slot]!, residue, left, next));
    return next === 0;
  }
  const standing = world.alliances.find(({ id }) => id === residue.alliance);
  if (!standing) return true;
  writeClause(standing, residue.column, faded(readClause(standing, residue.column), residue, left, next));
  return next === 0;
}

/** The value after a residue has faded from `left` to `next`. */
const faded = (value: number, { scaling, amount }: Residue, left: number, next: number): number =>
  scaling ? (value * factor(amount, next)) / factor(amount, left) : value - amount * (left - next);

const factor = (amount: number, left: number): number => 1 + (amount - 1) * left;
