import { begin, forgetLosses, tick } from '../engine/run.ts';
import { hex } from '../exact/hash.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import { ACTOR_SERIES, type ActorSeries } from '../history/series.ts';
import { PHASES, type Phase } from '../schema/scenario.ts';
import type { Event } from '../world/event.ts';
import type { World } from '../world/state.ts';
import { digest } from '../world/state-digest.ts';
import { countAllied, meanOf, meanOfPairs, sum } from '../world/sums.ts';
import { type Frame, frame } from './replay.ts';

/** The phases that act; the remaining one, `measure`, only measures. */
export const ACTING: Phase[] = PHASES.filter((phase) => phase !== 'measure');

/** Figures of the whole world that a phase may change, each from the columns alone; per tick where it is a flow. */
const FIGURES: readonly [name: string, of: (world: World, state: Frame) => number][] = [
  ['strength', ({ columns }) => meanOf(columns.strength)],
  ['threat', ({ columns }) => meanOf(columns.threat)],
  ['quotas', ({ alliances }) => sum(alliances, ({ members }) => sum(members, ({ quota }) => quota))],
  ['effort', ({ columns }) => sum(columns.spent, (spent) => spent)],
  ['effortRate', ({ columns }) => meanOf(columns.rate)],
  ['pool', ({ alliances }) => sum(alliances, ({ pool }) => pool)],
  ['welfare', ({ columns }) => meanOf(columns.welfare)],
  ['trust', ({ shape }, { trust }) => meanOfPairs(trust, shape.actors)],
  ['hostility', ({ shape }, { hostility }) => meanOfPairs(hostility, shape.actors)],
  ['grievances', ({ grievances }) => grievances.length],
  ['alliances', ({ alliances }) => alliances.length],
  ['members', countAllied],
  ['shocks', ({ shocked }) => sum(shocked, ({ changes }) => changes.filter(({ shock }) => shock !== '').length)],
];
export const PHASE_FIGURES: readonly string[] = FIGURES.map(([name]) => name);

/** The actor whose figure a phase changed the most. */
export interface Mover {
  figure: ActorSeries;
  actor: string;
  before: number;
  after: number;
}

/** One phase that changed something in a tick, and the state after it. */
export interface PhaseStep {
  phase: Phase;
  /** Its events, in order, including those past the cap of the history. */
  events: Event[];
  /** Like the state after the whole tick, but the later phases have not acted yet. */
  frame: Frame;
  /** Current values of the actors' series: actors[k · n + i], k as in ACTOR_SERIES. */
  actors: Float32Array;
  /** Figures of the world that it changed, in the order of PHASE_FIGURES. */
  figures: { name: string; before: number; after: number }[];
  /** At most one for each of the actors' figures. */
  movers: Mover[];
}

/** One tick, phase by phase. */
export interface Phases {
  tick: number;
  /** The phases of every tick, in order. */
  order: Phase[];
  /** Those that changed something, in order; empty where nothing but measuring was done. */
  steps: PhaseStep[];
  /** Digest of the state after the tick. It must equal the history's own, or the re-run was not faithful. */
  digest: string;
}

/**
 * Re-runs tick `t` of a finished history on a copy of the state, and stops after each phase.
 * @throws {RangeError} outside 0 … history.ticks − 1.
 */
export function phases(history: History, t: number): Phases {
  if (!Number.isInteger(t) || t < 0 || t >= history.ticks)
    throw new RangeError(`tick ${t} is not one of this history (0 to ${history.ticks - 1})`);
  const world = seek(history, t);
  // The tick clears old losses first. Without this line that would be attributed to the first phase.
  forgetLosses(world);
  const steps: PhaseStep[] = [];
  let events: Event[] = [];
  const run = begin(history.model, history.seed, history.interventions, (event) => events.push(event));
  const now = (): PhaseState => stateAt(history, world);
  let before = now();
  let digestBefore = hex(...digest(world));
  tick(run, world, (phase) => {
    const next = hex(...digest(world));
    if (phase !== 'measure' && (next !== digestBefore || events.length > 0)) {
      const after = now();
      steps.push(stepBetween(phase, events, before, after, history.model.ids));
      before = after;
    }
    digestBefore = next;
    events = [];
  });
  // That nothing came of a decision is said when all phases are done: it stands with the last that did something.
  const last = steps.at(-1);
  if (last) last.events.push(...events);
  else if (events.length > 0) steps.push(stepBetween(ACTING.at(-1)!, events, before, now(), history.model.ids));
  return { tick: t, order: ACTING, steps, digest: hex(...digest(world)) };
}

interface PhaseState {
  frame: Frame;
  actors: Float32Array;
  figures: number[];
}

function stateAt(history: History, world: World): PhaseState {
  const { strength, rate, threat, welfare, standing } = world.columns;
  const n = world.shape.actors;
  const state = { ...frame(history, world), tick: world.tick + 1 };
  const actors = new Float32Array(ACTOR_SERIES.length * n);
  const columns = { strength, effortRate: rate, threat, welfare, standing } satisfies Record<ActorSeries, Float64Array>;
  ACTOR_SERIES.forEach((name, k) => {
    actors.set(columns[name], k * n);
  });
  return { frame: state, actors, figures: FIGURES.map(([, of]) => of(world, state)) };
}

function stepBetween(
  phase: Phase,
  events: Event[],
  before: PhaseState,
  after: PhaseState,
  ids: readonly string[],
): PhaseStep {
  const figures = PHASE_FIGURES.map((name, k) => ({ name, before: before.figures[k]!, after: after.figures[k]! }));
  return {
    phase,
    events,
    frame: after.frame,
    actors: after.actors,
    figures: figures.filter((figure) => figure.before !== figure.after),
    movers: moversBetween(before.actors, after.actors, ids),
  };
}

/** For each of the actors' figures, the actor whose value changed the most: the first of equals, none where no value changed. */
function moversBetween(before: Float32Array, after: Float32Array, ids: readonly string[]): Mover[] {
  const n = before.length / ACTOR_SERIES.length;
  return ACTOR_SERIES.flatMap((figure, k) => {
    let most = 0;
    let at = -1;
    for (let slot = k * n; slot < (k + 1) * n; slot++) {
      const moved = Math.abs(after[slot]! - before[slot]!);
      if (moved > most) {
        most = moved;
        at = slot;
      }
    }
    return at < 0 ? [] : [{ figure, actor: ids[at - k * n]!, before: before[at]!, after: after[at]! }];
  });
}
