import { dateAfter, eraOf } from '../../sim/schema/calendar.ts';
import { calendar, t } from '../i18n/index.ts';

/** The scenario's clock, as far as dates need it. */
export interface Clock {
  start: number;
  ticksPerYear: number;
  /** A laboratory has no calendar: its ticks are rounds. */
  rounds: boolean;
}

/** Ticks before now with which trust is compared: a year, or in a laboratory a round. */
export const lookBack = ({ rounds, ticksPerYear }: Clock): number =>
  rounds ? 1 : Math.max(1, Math.round(ticksPerYear));

/** The year a tick lies in and how many ticks of that year went before it; in whole ticks, so that no rounding shifts a date. */
export function dateOf(clock: Clock, tick: number): { year: number; part: number } {
  const { start, ticksPerYear } = clock;
  const first = Math.floor(start);
  const passed = Math.round((start - first) * ticksPerYear) + tick;
  const years = Math.floor(passed / ticksPerYear);
  return { year: dateAfter(first, years), part: passed - years * ticksPerYear };
}

/** "478 BCE", "14 CE", "1879": a year of a scenario that starts then, with its era where it needs one. */
export function yearLabel(year: number, start: number): string {
  const era = eraOf(year, start);
  return era ? t(`time.${era}`, { year: Math.abs(year) }) : String(year);
}

/** Years from one to another; both of one era name it once. */
export function yearsLabel(first: number, last: number, start: number): string {
  if (first >= last) return yearLabel(first, start);
  const era = eraOf(first, start);
  if (era && era === eraOf(last, start))
    return t(era === 'bce' ? 'time.spanBce' : 'time.spanCe', { from: Math.abs(first), to: Math.abs(last) });
  return t('time.span', { from: yearLabel(first, start), to: yearLabel(last, start) });
}

/** A month by itself, in a year that is as good as any: the first lies in the middle of January. */
const monthName = (month: number): string =>
  calendar({ month: 'short', timeZone: 'UTC' }).format(Date.UTC(2001, month, 15));

/** "1894 Q1", "478 BCE", "round 7": the date of a tick, in words. */
export function dateLabel(clock: Clock, tick: number): string {
  if (clock.rounds) return t('time.round', { round: tick + 1 });
  const { ticksPerYear } = clock;
  const date = dateOf(clock, tick);
  const year = yearLabel(date.year, clock.start);
  const part = date.part + 1;
  switch (ticksPerYear) {
    case 1:
      return year;
    case 2:
      return t('time.half', { year, part });
    case 4:
      return t('time.quarter', { year, part });
    case 12:
      return t('time.month', { year, month: monthName(date.part) });
    case 52:
      return t('time.week', { year, part });
    case 365:
    case 366:
      return t('time.day', { year, part });
    default:
      return t('time.part', { year, part, parts: ticksPerYear });
  }
}

/** "1879–1914", "478–404 BCE": what a run of so many ticks covers. */
export function spanLabel(clock: Clock, ticks: number): string {
  if (clock.rounds) return t('time.rounds', { count: ticks });
  const from = dateOf(clock, 0).year;
  const to = dateOf(clock, Math.max(0, ticks - 1)).year;
  return yearsLabel(from, to, clock.start);
}

export interface AxisMark {
  tick: number;
  label: string;
}

/** Round years (or rounds) for an axis with room for `room` labels: steps of 1, 2, 5 times a power of ten. */
export function axisMarks(clock: Clock, ticks: number, room: number): AxisMark[] {
  const perUnit = clock.rounds ? 1 : clock.ticksPerYear;
  const units = ticks / perUnit;
  let step = 1;
  while (units / step > room) step = nextStep(step);
  const marks: AxisMark[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    const { year, part } = clock.rounds ? { year: tick + 1, part: 0 } : dateOf(clock, tick);
    if (part !== 0 || year % step !== 0) continue;
    marks.push({ tick, label: clock.rounds ? String(year) : yearLabel(year, clock.start) });
  }
  return marks;
}

/** 1, 2, 5, 10, 20, 50 … */
export function nextStep(step: number): number {
  let power = 1;
  while (power * 10 <= step) power *= 10;
  const lead = Math.round(step / power);
  return power * (lead < 2 ? 2 : lead < 5 ? 5 : 10);
}
