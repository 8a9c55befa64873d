import { log } from '../exact/exact-math.ts';
import { watch } from '../facts/facts.ts';
import { watchPairYears } from '../facts/pair-years.ts';
import { countOf } from '../history/chronicle.ts';
import type { History } from '../history/history.ts';
import { MEASURES } from '../measures/index.ts';
import type { Model } from '../model/model.ts';
import { RUN_MEASURES } from '../results/summary.ts';
import type { EventKind } from '../world/event.ts';
import type { World } from '../world/state.ts';
import { TICK_REPORTERS } from './tick-reporters.ts';
import { window } from './window.ts';

/** One figure of a run. `observe` reads the world after each tick; the rest is read at the end. */
export interface Reporter {
  observe?(world: World): void;
  result(history: History, end: World): number;
}

/**
 * The figures that can be reported on a run. Each name is data: `KIND:ARGUMENT:…`. Years count from the start of the run. A window
 * runs from its first year up to, not including, its second; without a second, to the end.
 *
 * end:MEASURE            a measure of the world at the end
 * mean:MEASURE:A:B       its mean over the window
 * run:MEASURE            a measure of the whole run
 * count:EVENT:A:B        number of events of that kind in the window
 * by:EVENT:ACTOR         number of events of that kind whose first actor it is
 * won:ACTOR              wars that it began and won
 * deadlocks              votes that failed by a veto although most were in favour
 * life:ALLIANCE          observed years it lasted, to the end of the run at most
 * stay:ALLIANCE          mean observed years that its first members stayed in it
 * gone:ALLIANCE          share of its first members that were no longer members at the end
 * lives                  mean observed years that the alliances in force at the start lasted
 * payers:slope           slope of log effort rate on log budget among those who pay, at the end
 * fact:ID                1 if that fact of the scenario's history happened, else 0
 * pairYears              share of the pair-years of the record in which the run differs from it; NaN without a record
 *
 * The tick reporters of tick-reporters.ts are also available; each is a mean over a window of what each tick shows.
 *
 * @param model the model of the runs to report on.
 * @throws {Error} for a name that is no reporter, or not one of that model.
 */
export function reporter(name: string, model: Model): Reporter {
  const [kind = '', ...args] = name.split(':');
  if (kind === 'fact') return factOf(args[0], model);
  if (name === 'pairYears') return pairYears(model);
  const make = TICK_REPORTERS[kind] ? undefined : FIGURES[kind];
  if (make) return { result: make(args, model) };
  const tickReporter = TICK_REPORTERS[kind];
  if (!tickReporter) throw new Error(`reporters: unknown metric "${name}"`);
  return meanSeen(tickReporter(args, model));
}

function factOf(id: string | undefined, model: Model): Reporter {
  const fact = model.scenario.history.facts.find((candidate) => candidate.id === id);
  if (!fact) throw new Error(`reporters: no fact "${id}"`);
  const { observe, happened } = watch(fact, model);
  return { ...(observe && { observe }), result: (history) => (happened(history) ? 1 : 0) };
}

function pairYears(model: Model): Reporter {
  const { observe, brier } = watchPairYears(model);
  return { observe, result: brier };
}

/** The mean of the observed values; 0 where there are none. */
function meanSeen(see: (world: World) => number): Reporter {
  let sum = 0;
  let times = 0;
  return {
    observe(world) {
      const seen = see(world);
      if (Number.isNaN(seen)) return;
      sum += seen;
      times++;
    },
    result: () => (times > 0 ? sum / times : 0),
  };
}

type Figure = (args: string[], model: Model) => (history: History, end: World) => number;

const FIGURES: Record<string, Figure> = {
  end: ([name]) => {
    const k = measure(name);
    return (_, end) => end.columns.metrics[k]!;
  },
  mean: ([name, from, to]) => {
    const k = measure(name);
    return (history) => meanOf(history, k, window(history.model, from, to));
  },
  run: ([name]) => {
    const found = RUN_MEASURES.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`reporters: no measure of a run "${name}"`);
    return ({ chronicle, ticks, model }) =>
      found.of(chronicle, { ticks, ticksPerYear: model.scenario.time.ticksPerYear });
  },
  count: ([kind, from, to]) => {
    return (history) => {
      if (from === undefined) return countOf(history.chronicle, kind as EventKind);
      const [first, last] = window(history.model, from, to);
      return history.events.filter((event) => event.kind === kind && event.tick >= first && event.tick < last).length;
    };
  },
  by:
    ([kind, actor]) =>
    ({ events }) =>
      events.filter((event) => event.kind === kind && event.who[0] === actor).length,
  won:
    ([actor]) =>
    ({ events }) =>
      events.filter((event) => event.kind === 'fought' && event.who[0] === actor && event.won).length,
  deadlocks:
    () =>
    ({ events }) =>
      events.filter((event) => event.kind === 'refused' && event.deadlock).length,
  life: ([id]) => {
    return ({ chronicle, model, ticks }) => {
      const life = chronicle.alliances.find((alliance) => alliance.id === id);
      return life ? (life.ended ?? ticks) / model.scenario.time.ticksPerYear : 0;
    };
  },
  lives: (_, model) => {
    const ids = new Set(model.scenario.treaties.map((treaty) => treaty.id));
    return ({ chronicle, ticks }) => {
      const first = chronicle.alliances.filter(({ id, founded }) => founded <= 0 && ids.has(id));
      const years = first.reduce((sum, { ended }) => sum + (ended ?? ticks), 0);
      return first.length > 0 ? years / first.length / model.scenario.time.ticksPerYear : 0;
    };
  },
  stay: ([id], model) => {
    return (history) => meanSpan(history, id, (to) => to / model.scenario.time.ticksPerYear);
  },
  gone: ([id]) => {
    return (history) => meanSpan(history, id, (to) => (to < history.ticks ? 1 : 0));
  },
  payers: () => (_, end) => slopeOfPayers(end),
};

function measure(name: string | undefined): number {
  const k = MEASURES.findIndex((candidate) => candidate.name === name);
  if (k < 0) throw new Error(`reporters: no measure "${name}"`);
  return k;
}

function meanOf({ series }: History, k: number, [first, last]: [number, number]): number {
  let sum = 0;
  let samples = 0;
  for (let s = 0; s < series.samples; s++) {
    const tick = s * series.stride;
    if (tick < first || tick >= last) continue;
    sum += series.world[s * MEASURES.length + k]!;
    samples++;
  }
  return samples > 0 ? sum / samples : 0;
}

function meanSpan({ chronicle, ticks }: History, id: string | undefined, of: (to: number) => number): number {
  const spans = chronicle.alliances.find((alliance) => alliance.id === id)?.spans.filter(({ from }) => from <= 0) ?? [];
  return spans.reduce((sum, { to }) => sum + of(to ?? ticks), 0) / (spans.length || 1);
}

/** Least-squares slope of log effort rate on log budget, among alliance members that pay more than a negligible amount. */
function slopeOfPayers({ columns, derived, shape }: World): number {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < shape.actors; i++) {
    const allied = derived.treaties[i]!.length > 0;
    if (!allied || columns.rate[i]! < 1e-4 || columns.budget[i]! <= 0) continue;
    x.push(log(columns.budget[i]!));
    y.push(log(columns.rate[i]!));
  }
  const mean = (of: number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  const run = x.reduce((sum, value) => sum + (value - mx) * (value - mx), 0);
  return x.length > 2 && run > 0 ? x.reduce((sum, value, k) => sum + (value - mx) * (y[k]! - my), 0) / run : 0;
}
