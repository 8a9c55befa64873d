import { FOES } from './columns.ts';
import type { CompiledSpell } from './spell.ts';
import type { World } from './state.ts';

// Which actors exist. It follows from the scenario and the tick alone, so no snapshot and no digest holds it. An actor that does not
// exist has no stocks, no effort, no ties and no foes: the loops over all pairs find nothing in it, and need no branch for it.

/** Brings `derived.absent` and `derived.away` to a tick. */
export function settleAbsence(world: World, tick: number): void {
  const { existence } = world.shape;
  if (!existence) return;
  const { absent, away } = world.derived;
  absent.fill(0);
  for (const { actor } of existence) absent[actor] = 1;
  for (const { actor, from, to } of existence) if (tick >= from && tick < to) absent[actor] = 0;
  away.length = 0;
  for (let i = 0; i < absent.length; i++) if (absent[i] === 1) away.push(i);
}

/** Number of actors that exist. */
export const existingIn = ({ shape, derived: { away } }: Pick<World, 'shape' | 'derived'>): number =>
  shape.actors - away.length;

/** Empties all that an actor has, does and feels, and what others feel toward it. What it is, such as its interests, stays. */
export function emptyActor({ columns, shape }: World, actor: number): void {
  const { actors: n, resources: m, threats } = shape;
  const { resources, loss, foe, foeThreat, ordered, outsideOptionPartner, threatHostility } = columns;
  resources.fill(0, actor * m, (actor + 1) * m);
  loss.fill(0, actor * m, (actor + 1) * m);
  foe.fill(-1, actor * FOES, (actor + 1) * FOES);
  foeThreat.fill(0, actor * FOES, (actor + 1) * FOES);
  for (const name of EMPTIED) columns[name][actor] = 0;
  ordered[actor] = -1;
  outsideOptionPartner[actor] = -1;
  for (let k = 0; k < threats; k++) threatHostility[k * n + actor] = 0;
  for (const name of PAIRS) {
    const column = columns[name];
    for (let j = 0; j < n; j++) column[actor * n + j] = column[j * n + actor] = 0;
  }
}

const EMPTIED = [
  'strength',
  'budget',
  'effort',
  'spent',
  'rate',
  'spillIn',
  'taste',
  'welfare',
  'threat',
  'exposure',
  'standing',
  'support',
  'outsideOption',
  'orderedUntil',
  'census',
] as const;

const PAIRS = ['calculative', 'relational', 'hostility', 'belief', 'proximity'] as const;

/** The columns that an entry or an exit writes and perhaps no mechanism does. */
export const OF_EXISTENCE = [
  'threatHostility',
  'proximity',
  'calculative',
  'relational',
  'hostility',
  'belief',
] as const;

/**
 * Gives an actor that enters the stocks of its spell, and the relations that the scenario gives it with those that exist. An actor that
 * enters again begins as it did at first: nothing is remembered across a gap. Strengths must be measured afterwards.
 * @param initial the columns at the start, as if all actors existed then.
 */
export function fillActor({ columns, shape, derived }: World, initial: World['columns'], spell: CompiledSpell): void {
  const { actors: n, resources: m, threats } = shape;
  const { actor } = spell;
  columns.resources.set(spell.stocks, actor * m);
  columns.standing[actor] = initial.standing[actor]!;
  for (let k = 0; k < threats; k++) columns.threatHostility[k * n + actor] = initial.threatHostility[k * n + actor]!;
  for (const name of ['calculative', 'relational', 'hostility', 'proximity'] as const) {
    const to = columns[name];
    const from = initial[name];
    for (let j = 0; j < n; j++) {
      if (derived.absent[j] === 1) continue;
      to[actor * n + j] = from[actor * n + j]!;
      to[j * n + actor] = from[j * n + actor]!;
    }
  }
}

/** What an actor that enters and the others that exist believe of each other's strength: the truth, as at the start of a run. */
export function introduce(
  { columns: { belief, strength }, shape: { actors: n }, derived }: World,
  actor: number,
): void {
  for (let j = 0; j < n; j++) {
    if (derived.absent[j] === 1) continue;
    belief[actor * n + j] = strength[j]!;
    belief[j * n + actor] = strength[actor]!;
  }
}

/** Whether a number of the state is empty because its actor, or one of its two, does not exist. Nothing may be written there. */
export function isEmptied({ shape, derived }: World, column: string, slot: number): boolean {
  const { absent, away } = derived;
  if (away.length === 0) return false;
  const n = shape.actors;
  if (column === 'resources') return absent[Math.floor(slot / shape.resources)] === 1;
  if (column === 'threatHostility') return absent[slot % n] === 1;
  return (
    (PAIRS as readonly string[]).includes(column) && (absent[Math.floor(slot / n)] === 1 || absent[slot % n] === 1)
  );
}

/** Forgets what was to fade or to be repaired where it belongs to an actor that does not exist. */
export function forgetAbsent(world: World): void {
  const { absent } = world.derived;
  world.shocked = world.shocked.filter(
    ({ column, slot, alliance }) => alliance !== '' || !isEmptied(world, column, slot),
  );
  world.derived.shocked = undefined;
  world.derived.temporary = undefined;
  world.grievances = world.grievances.filter(({ by, to }) => absent[by] !== 1 && absent[to] !== 1);
}

/** Whether an actor began to exist, or began again, within so many ticks up to this one. */
export function hasEntered({ shape: { existence }, tick }: World, actor: number, within: number): boolean {
  if (!existence) return false;
  for (const spell of existence)
    if (spell.actor === actor && spell.from > 0 && spell.from <= tick && spell.from > tick - within) return true;
  return false;
}
