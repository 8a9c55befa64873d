import type { Model } from '../model/model.ts';
import type { Event } from '../world/event.ts';
import { emptyActor, fillActor, forgetAbsent, introduce, OF_EXISTENCE, settleAbsence } from '../world/existence.ts';
import { demandFinite } from '../world/finite.ts';
import { vacate } from '../world/membership.ts';
import type { CompiledSpell } from '../world/spell.ts';
import type { World } from '../world/state.ts';
import { noteChange } from '../world/state-path.ts';
import { measureStrength } from '../world/strength.ts';
import { emitter } from './emitter.ts';

/**
 * Entry and exit of actors (ODD: submodel Existence). At the beginning of a tick, before any phase, the actors whose spell has ended
 * leave the world, and their treaties end or pass to their successor; then those whose spell begins enter it.
 * @returns what does that in a run of the model; undefined where every actor exists throughout.
 */
export function openExistence(
  model: Model,
  log: ((event: Event) => void) | undefined,
): ((world: World) => void) | undefined {
  const { existence } = model.shape;
  if (!existence) return undefined;
  const days = new Map<number, { exits: CompiledSpell[]; entries: CompiledSpell[] }>();
  const dayOf = (tick: number) => {
    const day = days.get(tick) ?? { exits: [], entries: [] };
    days.set(tick, day);
    return day;
  };
  for (const spell of existence) {
    // Who exists at the start has entered already.
    if (spell.from > 0) dayOf(spell.from).entries.push(spell);
    if (spell.to < Infinity) dayOf(spell.to).exits.push(spell);
  }
  const clock = { tick: 0 };
  const emit = emitter('existence', clock, log);
  return (world) => {
    const day = days.get(world.tick);
    if (!day) return;
    clock.tick = world.tick;
    settleAbsence(world, world.tick);
    const membership = { names: model.ids, emit };
    for (const { actor, successor } of day.exits) vacate(world, membership, actor, successor);
    for (const { actor } of day.exits) emptyActor(world, actor);
    forgetAbsent(world);
    for (const spell of day.entries) fillActor(world, model.entrants!, spell);
    measureStrength(world, model);
    for (const { actor } of day.entries) {
      introduce(world, actor);
      emit({ kind: 'entered', who: [model.ids[actor]!] });
    }
    for (const column of OF_EXISTENCE) noteChange(world, column);
    // The stock of one that enters may be beyond the range of numbers, in units of the mean strength at the start.
    demandFinite(world, model.ids, true);
  };
}
