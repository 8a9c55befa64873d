import type { Intervention } from '../schema/intervention.ts';
import { changedMindsIn, type Decision, decisionOutcome, type Outcome } from './decision.ts';
import { type CounterfactualInput, ownerOf, withInput } from './inputs.ts';
import type { TickBench, TickTrace } from './tick-trace.ts';

/** A change of one number that keeps an event from happening in its tick, with the same random numbers. */
export interface InputChange {
  intervention: Intervention;
  /** `actors.GER.loyalty`, `dyads.GER.FRA.relational`, `effort.GER` … */
  path: string;
  /** The value when the tick begins and the value it would need; in the scenario's unit. */
  from: number;
  to: number;
  /** Whether there are larger changes, and every one that was tried does the same. */
  onward: boolean;
  /** Ids of those whose decision is then another; empty where chance alone decides. */
  deciders: string[];
}

/** Ratios range from a tenth to tenfold, in steps of this share of the value. */
const STEP = 0.05;

interface Tried {
  outcome: Outcome;
  trace: TickTrace;
}

/** Changes of one input, each run once however often it is asked for. */
export interface Trials {
  decision: Decision;
  runs(): number;
  of(way: Way, steps: number): Generator<number, Tried>;
}

export function trialsOf(bench: TickBench, decision: Decision): Trials {
  const known = new Map<string, Tried>();
  return {
    decision,
    runs: bench.runs,
    *of({ input, at }, steps) {
      const to = at(steps);
      const key = `${input.path} ${to}`;
      const old = known.get(key);
      if (old) return old;
      const trace = bench.run(withInput(input, decision.event.tick, to));
      const tried = { trace, outcome: decisionOutcome(decision, trace) };
      known.set(key, tried);
      yield bench.runs();
      return tried;
    },
  };
}

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

/** The change of least size whose outcome fits, among those of these inputs. */
export function* smallestOf(
  trials: Trials,
  inputs: readonly CounterfactualInput[],
  fits: (outcome: Outcome) => boolean,
  limit: number,
): Generator<number, InputChange | undefined> {
  let best: { way: Way; steps: number; size: number } | undefined;
  for (const way of inputs.flatMap(waysOf)) {
    // Searches only below the best size so far; an input that cannot improve on it mostly costs one tick.
    const reach = within(way, best?.size ?? Infinity);
    if (reach < 1) continue;
    const steps = yield* leastSteps(trials, way, reach, fits, limit);
    if (steps) best = { way, steps, size: sizeOf(way, way.at(steps)) };
  }
  if (!best) return undefined;
  const { way, steps } = best;
  const { trace } = yield* trials.of(way, steps);
  const most = yield* trials.of(way, way.most);
  const middle = yield* trials.of(way, (steps + way.most) >> 1);
  const [{ input }, to] = [way, way.at(steps)];
  return {
    intervention: withInput(input, trials.decision.event.tick, to),
    path: input.path,
    from: input.value,
    to,
    onward: steps < way.most && fits(most.outcome) && fits(middle.outcome),
    deciders: changedMindsIn(trials.decision, trace, ownerOf(input)),
  };
}

/** How often the reach is quartered in search of a change that is not too large. */
const QUARTERS = 2;

/** The least steps up to `reach` that fit; 0 where none was found. What changes nothing at its most is not tried nearer. */
function* leastSteps(
  trials: Trials,
  way: Way,
  reach: number,
  fits: (outcome: Outcome) => boolean,
  limit: number,
): Generator<number, number> {
  let high = 0;
  for (let quarter = 0, steps = reach; quarter <= QUARTERS && steps >= 1 && !high; quarter++) {
    if (trials.runs() >= limit) return 0;
    const { outcome } = yield* trials.of(way, steps);
    if (fits(outcome)) high = steps;
    else if (outcome.happens && outcome.arises) return 0;
    if (steps === 1) break;
    steps = Math.ceil(steps / 4);
  }
  let low = 0;
  while (high - low > 1 && trials.runs() < limit) {
    const middle = (low + high) >> 1;
    const { outcome } = yield* trials.of(way, middle);
    if (fits(outcome)) high = middle;
    else low = middle;
  }
  return high;
}

/** Number of steps whose change is smaller than `size`. */
function within(way: Way, size: number): number {
  let steps = way.most;
  while (steps > 0 && sizeOf(way, way.at(steps)) >= size) steps--;
  return steps;
}
