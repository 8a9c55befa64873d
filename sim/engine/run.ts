import { type Stream, streams } from '../exact/random.ts';
import type { Formulas } from '../model/formulas.ts';
import { callable } from '../model/formulas.ts';
import type { Mechanism, StepContext } from '../model/mechanism.ts';
import type { ChosenMechanism, Model } from '../model/model.ts';
import type { Occasion } from '../model/occasion.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Phase } from '../schema/scenario.ts';
import { updateAffinity } from '../world/affinity.ts';
import type { Event } from '../world/event.ts';
import { demandFinite } from '../world/finite.ts';
import { type Decisions, NO_DECISIONS } from '../world/placed-decision.ts';
import { createScratch, type Scratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import { noteChange } from '../world/state-path.ts';
import { createWorld, restore } from '../world/world.ts';
import { emitter } from './emitter.ts';
import { openExistence } from './existence.ts';
import { type DecisionCalendar, openDecisions } from './placed-decisions.ts';

/** A run in progress: model, seed and interventions, and the step context of each of its mechanisms. */
export interface RunContext {
  readonly model: Model;
  readonly seed: string;
  readonly interventions: readonly Intervention[];
  readonly order: readonly {
    mechanism: Mechanism;
    /** Those of the mechanism: objects of many shapes are slow to read, and this list is read for every mechanism of every tick. */
    phase: Phase;
    step: Mechanism['step'];
    context: ContextOfTick;
  }[];
  readonly calendar: ReadonlyMap<number, readonly Intervention[]>;
  readonly decisions: DecisionCalendar;
  /** Lets actors enter and leave; absent where all exist throughout. */
  readonly existence: ((world: World) => void) | undefined;
  readonly clock: Clock;
}

type ContextOfTick = StepContext & { interventions: readonly Intervention[]; decisions: Decisions };

/** What the contexts of a run share, so that a tick begins with one write for all of them. */
interface Clock {
  /** Number of ticks run so far: a caller may set a world back and run the same tick again. */
  count: number;
  tick: number;
  parameters: Float64Array;
  /** What the contexts were last told of what persons placed. */
  today: readonly Intervention[];
  decisions: Decisions;
}

const NONE: readonly Intervention[] = [];

/**
 * Prepares the run (model, seed, interventions). `log`, if given, receives each event as it happens; `onOccasion` each decision that
 * is due.
 */
export function begin(
  model: Model,
  seed: string,
  interventions: readonly Intervention[],
  log?: (event: Event) => void,
  onOccasion?: (occasion: Occasion) => void,
): RunContext {
  const calendar = new Map<number, Intervention[]>();
  for (const intervention of interventions) {
    const day = calendar.get(intervention.tick);
    if (day) day.push(intervention);
    else calendar.set(intervention.tick, [intervention]);
  }
  const scratch = createScratch(model.shape.actors, model.shape.threats);
  const clock: Clock = {
    count: 0,
    tick: 0,
    parameters: model.start.parameters,
    today: NONE,
    decisions: NO_DECISIONS,
  };
  return {
    model,
    seed,
    interventions,
    calendar,
    decisions: openDecisions(model, seed, interventions, log),
    existence: openExistence(model, log),
    clock,
    order: model.mechanisms.map((chosen) => {
      const { mechanism } = chosen;
      const { phase, step } = mechanism;
      return { mechanism, phase, step, context: createContext(model, chosen, seed, clock, scratch, log, onOccasion) };
    }),
  };
}

/** A world at the scenario's start. */
export function start(model: Model): World {
  const world = createWorld(model.shape, model.parameterNames.length);
  restore(world, model.start);
  return world;
}

/**
 * Runs one tick: every phase's mechanisms, in the scenario's order. Changes `world` in place.
 * @param after called when the last mechanism of a phase is done. It may read the world but must not change it.
 * @throws {RangeError} a sentence that names the number, where one is not finite when the tick ends.
 */
export function tick(run: RunContext, world: World, after?: (phase: Phase) => void): void {
  if (world.derived.lossesPending) forgetLosses(world);
  run.existence?.(world);
  if (run.interventions.length > 0 || world.decisions.length > 0 || run.clock.decisions !== NO_DECISIONS)
    announce(run, run.calendar.get(world.tick) ?? NONE, run.decisions.takeUp(world));
  const { order, clock } = run;
  clock.count++;
  clock.tick = world.tick;
  clock.parameters = world.parameters;
  for (let k = 0; k < order.length; k++) {
    const { mechanism, phase, step, context } = order[k]!;
    step.call(mechanism, world, context);
    if (after && order[k + 1]?.phase !== phase) after(phase);
  }
  if (clock.decisions !== NO_DECISIONS) run.decisions.close(world);
  // The derived arrays must be what `restore` would compute, whichever mechanisms a scenario runs.
  if (world.derived.stale) updateAffinity(world);
  if (world.derived.promises.length > 0) world.derived.promises.length = 0;
  if (world.derived.winningSides.length > 0) world.derived.winningSides.length = 0;
  demandFinite(world, run.model.ids);
  world.tick++;
}

function announce({ order, clock }: RunContext, today: readonly Intervention[], decisions: Decisions): void {
  if (clock.today === today && clock.decisions === decisions) return;
  clock.today = today;
  clock.decisions = decisions;
  for (const { context } of order) {
    context.interventions = today;
    context.decisions = decisions;
  }
}

/** Losses by disaster belong to their own tick. Clearing them changes a column that the digest may take as constant. */
export function forgetLosses(world: World): void {
  world.columns.loss.fill(0);
  world.derived.lossesPending = false;
  noteChange(world, 'loss');
}

const NO_FORMULAS: Formulas<Record<never, never>> = {};

function createContext(
  model: Model,
  { mechanism, params, formulas }: ChosenMechanism,
  seed: string,
  clock: Clock,
  scratch: Scratch,
  log: ((event: Event) => void) | undefined,
  onOccasion: ((occasion: Occasion) => void) | undefined,
): ContextOfTick {
  // Most mechanisms never draw a random number, so the streams of one are made at its first draw.
  let streamAt: ((tick: number) => Stream) | undefined;
  let random!: Stream;
  let drawn = 0;
  return {
    model,
    params,
    names: model.ids,
    interventions: NONE,
    decisions: NO_DECISIONS,
    scratch,
    random: () => {
      if (drawn === clock.count) return random;
      drawn = clock.count;
      streamAt ??= streams(seed, mechanism.name);
      random = streamAt(clock.tick);
      return random;
    },
    formulas: formulas ? callable(formulas, () => clock.parameters) : NO_FORMULAS,
    isLogging: log !== undefined,
    onOccasion,
    emit: emitter(mechanism.name, clock, log),
  };
}
