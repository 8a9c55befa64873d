import { begin, tick } from '../engine/run.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import { digest } from '../world/state-digest.ts';
import { restore, snapshot } from '../world/world.ts';
import { alternativeDecisions } from './alternative-decisions.ts';
import { type CounterfactualInput, inputsOf, withInput } from './inputs.ts';

/**
 * The smallest change of one number that keeps an event from happening in its tick, with the same random numbers. A number of the
 * deciders' own is preferred to any other.
 */
export interface InputChange {
  intervention: Intervention;
  /** `actors.GER.loyalty`, `dyads.GER.FRA.relational`, `effort.GER` … */
  path: string;
  /** The value when the tick begins and the value it would need; in the scenario's unit. */
  from: number;
  to: number;
  /** Whether every larger change that was tried prevents the event too. */
  onward: boolean;
}

export interface MinimalChange {
  tick: number;
  /** Undefined where no change of a single number prevents the event. */
  smallest: InputChange | undefined;
  /** Another choice that a person could make for one of the deciders, and whether it prevents the event. */
  otherwise: { intervention: Intervention & { kind: 'decide' }; averts: boolean } | undefined;
  /** Inputs that were tried, and ticks that were run for them. */
  inputs: number;
  forks: number;
}

/** Limit on the ticks run for one answer. */
const FORKS = 150;
/** Ratios range from a tenth to tenfold, in steps of this share of the value. */
const STEP = 0.05;

/** Events that nobody decided. */
const OUTSIDE: ReadonlySet<Event['kind']> = new Set(['shock', 'shock-over', 'intervention', 'no-occasion']);

/** Whether any actor decided the event, so that there are inputs to change. */
export const hasDecider = ({ kind, because, chance }: Event): boolean =>
  !OUTSIDE.has(kind) && (because.length > 0 || chance !== undefined);

/**
 * Searches for the smallest change that would have prevented an event of a history. Yields after each tick that was run, so that
 * the caller can do other work or stop.
 * @param index of the event among those that the history keeps.
 * @throws {RangeError} for an event that does not exist or that nobody decided.
 */
export function* minimalChange(history: History, index: number): Generator<number, MinimalChange> {
  const event = history.events[index];
  if (!event) throw new RangeError(`there is no event ${index} (0 to ${history.events.length - 1})`);
  if (!hasDecider(event)) throw new RangeError(`event ${index} was not a decision`);
  const bench = benchOf(history, event);
  const found = (yield* smallest(bench, event, bench.own)) ?? (yield* smallest(bench, event, bench.others));
  const otherwise = yield* elsewise(bench, event);
  const inputs =
    bench.own.length + (found && bench.own.some(({ path }) => path === found.path) ? 0 : bench.others.length);
  return { tick: event.tick, smallest: found, otherwise, inputs, forks: bench.forks() };
}

interface Trial {
  events: Event[];
  /** Digest of the state after the tick. */
  left: string;
}

interface Bench {
  /** Inputs of the deciders themselves, then what others feel toward them. */
  own: CounterfactualInput[];
  others: CounterfactualInput[];
  plain: Trial;
  forks(): number;
  /** Runs the tick with one more intervention, placed last, as in a fork. */
  run(intervention: Intervention): Trial;
}

function benchOf(history: History, event: Event): Bench {
  const { model, seed } = history;
  const world = seek(history, event.tick);
  const before = snapshot(world);
  const today = history.interventions.filter((intervention) => intervention.tick === event.tick);
  let forks = 0;
  const run = (interventions: readonly Intervention[]): Trial => {
    const events: Event[] = [];
    forks++;
    restore(world, before);
    tick(
      begin(model, seed, interventions, (happened) => events.push(happened)),
      world,
    );
    return { events, left: digest(world).join(' ') };
  };
  const plain = run(today);
  const inputs = inputsOf(model, seek(history, event.tick), world, event);
  return { ...inputs, plain, forks: () => forks, run: (intervention) => run([...today, intervention]) };
}

/** Identity of an event: its kind, its actors, and its partner or target. A new treaty has no name before it is founded. */
function sameness(event: Event): string {
  const { kind, who, ...rest } = event as Event & Record<string, unknown>;
  const about = ['alliance', 'into', 'from', 'victim', 'attacker', 'caller', 'against', 'to'].map((field) =>
    kind === 'founded' && field === 'alliance' ? undefined : rest[field],
  );
  return JSON.stringify([kind, [...who].sort(), about]);
}

const happensIn = ({ events }: Trial, event: Event): boolean => {
  const wanted = sameness(event);
  return events.some((other) => sameness(other) === wanted);
};

/** One direction of one input: the value after so many steps, the size of that change (0 … 1), and the number of steps. */
interface Way {
  input: CounterfactualInput;
  most: number;
  at(steps: number): number;
}

const sizeOf = ({ input: { value, scale } }: Way, to: number): number =>
  scale === 'unit' ? Math.abs(to - value) : 1 - Math.min(to, value) / Math.max(to, value);

/** Both directions, in hundredths of a unit scale or by twentieths of a ratio. */
function waysOf(input: CounterfactualInput): Way[] {
  const { value, scale } = input;
  if (scale === 'ratio') {
    if (!(value > 0)) return [];
    return [
      { input, most: Math.round(9 / STEP), at: (steps) => figures(value * (1 + STEP * steps)) },
      { input, most: Math.round(0.9 / STEP), at: (steps) => figures(value * (1 - STEP * steps)) },
    ];
  }
  const up = Math.floor(value * 100 + 1e-6);
  const down = Math.ceil(value * 100 - 1e-6);
  return [
    { input, most: 100 - up, at: (steps) => (up + steps) / 100 },
    { input, most: down, at: (steps) => (down - steps) / 100 },
  ];
}

/** Three significant figures, so that the reported value is the one that was tried. */
const figures = (value: number): number => Number(value.toPrecision(3));

function* smallest(
  bench: Bench,
  event: Event,
  inputs: readonly CounterfactualInput[],
): Generator<number, InputChange | undefined> {
  let best: { way: Way; steps: number; size: number } | undefined;
  function* averted(way: Way, steps: number): Generator<number, boolean> {
    const trial = bench.run(withInput(way.input, event.tick, way.at(steps)));
    yield bench.forks();
    return !happensIn(trial, event);
  }
  for (const way of inputs.flatMap(waysOf)) {
    // Searches only below the best size so far; an input that cannot improve on it mostly costs one tick.
    const reach = within(way, best?.size ?? Infinity);
    if (reach < 1 || bench.forks() >= FORKS - SPARE) continue;
    let high = (yield* averted(way, reach)) ? reach : 0;
    // The largest change may cause the event in some other way.
    const nearer = Math.ceil(reach / 4);
    if (!high && !best && nearer < reach && (yield* averted(way, nearer))) high = nearer;
    if (!high) continue;
    let low = 0;
    while (high - low > 1 && bench.forks() < FORKS - SPARE) {
      const middle = (low + high) >> 1;
      if (yield* averted(way, middle)) high = middle;
      else low = middle;
    }
    best = { way, steps: high, size: sizeOf(way, way.at(high)) };
  }
  if (!best) return undefined;
  const { way, steps } = best;
  const onward = (yield* averted(way, way.most)) && (yield* averted(way, (steps + way.most) >> 1));
  const to = way.at(steps);
  const { path, value } = way.input;
  return { intervention: withInput(way.input, event.tick, to), path, from: value, to, onward };
}

/** Ticks reserved for testing larger changes and other choices. */
const SPARE = 8;

/** Number of steps whose change is smaller than `size`. */
function within(way: Way, size: number): number {
  let steps = way.most;
  while (steps > 0 && sizeOf(way, way.at(steps)) >= size) steps--;
  return steps;
}

/** The first other choice that changes the tick, or one that prevents the event, if any does. */
function* elsewise(bench: Bench, event: Event): Generator<number, MinimalChange['otherwise']> {
  let found: MinimalChange['otherwise'];
  for (const intervention of alternativeDecisions(event)) {
    const trial = bench.run(intervention);
    yield bench.forks();
    const missed = ({ events }: Trial): number => events.filter(({ kind }) => kind === 'no-occasion').length;
    if (trial.left === bench.plain.left || missed(trial) > missed(bench.plain)) continue;
    const averts = !happensIn(trial, event);
    if (averts) return { intervention, averts };
    found ??= { intervention, averts };
  }
  return found;
}
