import type { History } from '../history/history.ts';
import { MEASURES } from '../measures/index.ts';
import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import type { World } from '../world/state.ts';
import { RECORD_FIGURES } from './record-figures.ts';
import { type FactSpan, factSpanOf } from './span.ts';
import { TICK_FIGURES } from './tick-figures.ts';
import type { Watch } from './watch.ts';

// Facts about a figure: its mean over the fact's years lay within the tolerance of the value.

/** A value this close to its bound, relative to its size, counts as within it: the mean may be off by rounding. */
const ROUNDING = 1e-9;

/** The names of the figures that a fact may be about. */
export const METRICS: readonly string[] = [
  ...Object.keys(TICK_FIGURES),
  ...Object.keys(RECORD_FIGURES),
  ...MEASURES.map(({ name }) => name).filter((name) => !Object.hasOwn(TICK_FIGURES, name)),
];

/** @throws {RangeError} for a figure that is not among METRICS, or a fact without a value. */
export function metric(fact: Fact, model: Model): Watch {
  const { metric: name = '', value, tolerance = 0 } = fact;
  if (value === undefined || !METRICS.includes(name)) throw new RangeError(`fact "${fact.id}" cannot be judged`);
  const near = (found: number): boolean =>
    Math.abs(found - value) <= tolerance + ROUNDING * (Math.abs(value) + tolerance);
  const span = (ticks: number): FactSpan => factSpanOf(model, fact.from, fact.to, ticks);
  const record = Object.hasOwn(RECORD_FIGURES, name) ? RECORD_FIGURES[name] : undefined;
  if (record) return { happened: (history) => near(record(fact, history, span(history.ticks))) };
  return seen(worldMetricOf(name, fact, model), span, near);
}

function worldMetricOf(name: string, fact: Fact, model: Model): (world: World) => number {
  if (Object.hasOwn(TICK_FIGURES, name)) return TICK_FIGURES[name]!(fact, model);
  const k = MEASURES.findIndex((measure) => measure.name === name);
  return ({ columns }) => columns.metrics[k]!;
}

/**
 * The mean of the figure over the ticks of the span. Ticks without a value do not count; where no tick has one, the fact did not
 * happen.
 */
function seen(
  worldMetric: (world: World) => number,
  span: (ticks: number) => FactSpan,
  near: (found: number) => boolean,
): Watch {
  let sum = 0;
  let times = 0;
  const { first, last } = span(Infinity);
  return {
    observe(world) {
      const tick = world.tick - 1;
      const shown = tick >= first && tick <= last ? worldMetric(world) : Number.NaN;
      if (Number.isNaN(shown)) return;
      sum += shown;
      times++;
    },
    happened: (_: History) => times > 0 && near(sum / times),
  };
}
