import { begin, type RunContext, start, tick } from '../engine/run.ts';
import type { Model } from '../model/model.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import type { Snapshot, World } from '../world/state.ts';
import { restore, snapshot } from '../world/world.ts';
import type { History } from './history.ts';
import { type OpenCall, openCallOf } from './open-call.ts';
import { historyKeeper, openHistory, type RecordOptions } from './record.ts';

/** What one advance of a live run brought. */
export interface LiveTicks {
  /** The events of its ticks, in order. */
  events: Event[];
  /** Calls to arms of its last tick that a person has not answered; the run does not go on by itself from there. */
  calls: OpenCall[];
}

/** A run that is played while people decide: it goes on tick by tick, and interventions are added as it goes. */
export interface LiveRun {
  readonly model: Model;
  /** The state after the ticks done so far; not to be changed. */
  readonly world: World;
  readonly ticks: number;
  readonly interventions: readonly Intervention[];
  /**
   * Adds interventions, checked, at ticks that are not done yet.
   * @throws {RangeError} for one at a tick that is done.
   */
  add(interventions: readonly Intervention[]): void;
  /** Runs to tick `to`, or only to the end of a tick in which a call stays open. */
  advance(to: number): LiveTicks;
  /**
   * Undoes the last tick, to run it again with further interventions. Those of that tick stay.
   * @throws {RangeError} where there is none to undo: each tick can be undone only until the next one is run or it is recorded.
   */
  rewind(): void;
  /**
   * The history of the ticks done so far, the same as that of `record` with the same interventions. The last tick is then final. The
   * history goes on with the run.
   */
  history(): History;
}

interface LastTick {
  before: Snapshot;
  events: Event[];
}

/**
 * Begins a live run. Its last tick enters the history only when the next one is run, so that it can be undone. Whatever is added
 * when, and however often a tick is run again: in the end its history is that of `record(model, seed, interventions)`, bit for bit.
 */
export function beginLiveRun(
  model: Model,
  seed: string,
  interventions: readonly Intervention[] = [],
  options: RecordOptions = {},
): LiveRun {
  const ticks = options.ticks ?? model.scenario.time.ticks;
  const world = start(model);
  const placed = [...interventions];
  const history = openHistory(model, seed, placed, world, ticks);
  const { enterEvent, enterTick } = historyKeeper(history, ticks, options);
  let last: LastTick | undefined;
  let calls: OpenCall[] = [];
  let run: RunContext | undefined;

  function enter(): void {
    if (!last) return;
    for (const event of last.events) enterEvent(event);
    enterTick(world);
    last = undefined;
  }

  function runTick(): readonly Event[] {
    enter();
    const mine: LastTick = { before: snapshot(world), events: [] };
    calls = [];
    // A run reads its interventions when it begins.
    run ??= begin(
      model,
      seed,
      placed,
      (event) => last!.events.push(event),
      (occasion) => {
        const call = openCallOf(occasion, world.tick);
        if (call) calls.push(call);
      },
    );
    last = mine;
    try {
      tick(run, world);
    } catch (error) {
      restore(world, mine.before);
      last = undefined;
      throw error;
    }
    return mine.events;
  }

  return {
    model,
    world,
    ticks,
    interventions: placed,
    add(added) {
      const late = added.find((one) => one.tick < world.tick);
      if (late)
        throw new RangeError(`an intervention at tick ${late.tick} comes after that tick, now is ${world.tick}`);
      placed.push(...added);
      run = undefined;
    },
    advance(to) {
      const events: Event[] = [];
      calls = [];
      while (world.tick < Math.min(to, ticks) && calls.length === 0) for (const event of runTick()) events.push(event);
      return { events, calls: [...calls] };
    },
    rewind() {
      if (!last) throw new RangeError(`tick ${world.tick} is final: there is no tick to undo`);
      restore(world, last.before);
      last = undefined;
      calls = [];
    },
    history() {
      enter();
      return history;
    },
  };
}
