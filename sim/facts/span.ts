import type { Model } from '../model/model.ts';
import { dateAfter, yearsBetween } from '../schema/calendar.ts';
import type { Fact } from '../schema/history.ts';

/** Ticks from `first` to `last`, both included; none where `last` lies before `first`. */
export interface FactSpan {
  first: number;
  last: number;
}

/** Dates are sums of decimals: a date this close before a tick belongs to that tick. */
const CLOSE = 1e-9;

/** The tick that a date (years), or a moment so many years before it, falls in; it may lie before the run or after it. */
export const tickOf = ({ scenario: { time } }: Model, date: number, before = 0): number =>
  Math.floor((yearsBetween(time.start, date) - before) * time.ticksPerYear + CLOSE);

/**
 * The ticks of a run of `ticks` ticks that overlap the years from `from` up to, not including, `to`: 1904 to 1905 is one year. Two
 * equal dates are the one tick that they fall in.
 */
export function factSpanOf(model: Model, from: number, to: number, ticks: number): FactSpan {
  const first = tickOf(model, from);
  const last = Math.max(first, tickOf(model, to, 2 * CLOSE));
  return { first: Math.max(0, first), last: Math.min(ticks - 1, last) };
}

/** Years by which a date may be missed; 0 for a metric, whose tolerance is one of the value. */
const yearsOf = ({ kind, tolerance = 0 }: Fact): number => (kind === 'metric' ? 0 : tolerance);

/** The ticks in which an occasion may happen in a run: the fact's years, widened by its tolerance. */
export function occasionOf(model: Model, fact: Fact, ticks: number): FactSpan {
  const years = yearsOf(fact);
  return factSpanOf(model, dateAfter(fact.from, -years), dateAfter(fact.to, years), ticks);
}
