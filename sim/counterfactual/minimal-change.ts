import { begin, tick } from '../engine/run.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import { digest } from '../world/state-digest.ts';
import { restore, snapshot } from '../world/world.ts';
import { alternativeDecisions } from './alternative-decisions.ts';
import { type CounterfactualInput, inputsOf, withInput } from './inputs.ts';

/** The smallest change of one number, the deciders’ own where one of those does, that keeps an event from happening in its tick, all luck being the same. */
export interface InputChange {
  intervention: Intervention;
  /** `actors.GER.loyalty`, `dyads.GER.FRA.relational`, `effort.GER` … */
  path: string;
  /** As it stands when the tick begins, and as it would have to be; in the unit of the scenario. */
  from: number;
  to: number;
  /** Whether every larger change that was tried keeps it away too. */
  onward: boolean;
}

export interface MinimalChange {
  tick: number;
  /** Undefined where no one number keeps the event away. */
  smallest: InputChange | undefined;
  /** Another choice that a person could make for one who decided, and whether it keeps the event away. */
  otherwise: { intervention: Intervention & { kind: 'decide' }; averts: boolean } | undefined;
  /** Numbers that were tried, and ticks that were run for it. */
  inputs: number;
  forks: number;
}

/** Ticks that are run for one answer at most. */
const FORKS = 150;
/** Ratios run from a tenth to tenfold; in these steps. */
const STEP = 0.05;

/** Happenings that nobody decided. */
const OUTSIDE: ReadonlySet<Event['kind']> = new Set(['shock', 'shock-over', 'intervention', 'no-occasion']);

/** Whether there is anybody whose numbers could be others. */
export const hasDecider = ({ kind, because, chance }: Event): boolean =>
  !OUTSIDE.has(kind) && (because.length > 0 || chance !== undefined);

/**
 * Looks for what would have kept an event of a history from happening. Yields after each tick that was run for it, so that
 * whoever asked may do something else in between, or give up.
 * @param index place of the event among those that the history keeps.
 * @throws {RangeError} for an event that is not there or that nobody decided.
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
  /** Digest of the state that the tick left. */
  left: string;
}

interface Bench {
  /** What is the deciders’ own, and what others feel toward them. */
  own: CounterfactualInput[];
  others: CounterfactualInput[];
  plain: Trial;
  forks(): number;
  /** Runs the tick with one intervention more, last as a fork has it. */
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

/** The same thing: its kind, who, and with or against whom. A treaty that is founded has no name before. */
function sameness(event: Event): string {
  const { kind, who, ...rest } = event as Event & Record<string, unknown>;
  const about = ['alliance', 'into', 'from', 'victim', 'attacker', 'against', 'to'].map((field) =>
    kind === 'founded' && field === 'alliance' ? undefined : rest[field],
  );
  return JSON.stringify([kind, [...who].sort(), about]);
}

const happensIn = ({ events }: Trial, event: Event): boolean => {
  const wanted = sameness(event);
  return events.some((other) => sameness(other) === wanted);
};

/** One way of one lever: the value so many steps off, how large a change that is (0 … 1), and how many steps there are. */
interface Way {
  input: CounterfactualInput;
  most: number;
  at(steps: number): number;
}

const sizeOf = ({ input: { value, scale } }: Way, to: number): number =>
  scale === 'unit' ? Math.abs(to - value) : 1 - Math.min(to, value) / Math.max(to, value);

/** Both ways in hundredths of a scale, or by twentieths of what it is. */
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

/** Three significant figures, so that what is told is what was tried. */
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
    // Only what is smaller than the best so far is looked for: mostly one tick for a lever that cannot be it.
    const reach = within(way, best?.size ?? Infinity);
    if (reach < 1 || bench.forks() >= FORKS - SPARE) continue;
    let high = (yield* averted(way, reach)) ? reach : 0;
    // The far end may bring the event about in some other way.
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

/** Ticks kept for seeing whether larger changes do too, and for other choices. */
const SPARE = 8;

/** Steps of a way that are a smaller change than `size`. */
function within(way: Way, size: number): number {
  let steps = way.most;
  while (steps > 0 && sizeOf(way, way.at(steps)) >= size) steps--;
  return steps;
}

/** The first other choice that changes anything; one that keeps the event away, if there is such a one. */
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
