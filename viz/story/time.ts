/** The scenario's clock, as far as dates need it. */
export interface Clock {
  start: number;
  ticksPerYear: number;
  /** A laboratory has no calendar: its ticks are rounds. */
  rounds: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The year a tick lies in and how many ticks of that year went before it; in whole ticks, so that no rounding shifts a date. */
export function dateOf(clock: Clock, tick: number): { year: number; part: number } {
  const { start, ticksPerYear } = clock;
  const first = Math.floor(start);
  const passed = Math.round((start - first) * ticksPerYear) + tick;
  const years = Math.floor(passed / ticksPerYear);
  return { year: first + years, part: passed - years * ticksPerYear };
}

export const yearLabel = (year: number): string => (year < 0 ? `${-year} BCE` : String(year));

function partLabel(ticksPerYear: number, part: number): string {
  switch (ticksPerYear) {
    case 1:
      return '';
    case 2:
      return `H${part + 1}`;
    case 4:
      return `Q${part + 1}`;
    case 12:
      return MONTHS[part]!;
    case 52:
      return `week ${part + 1}`;
    case 365:
    case 366:
      return `day ${part + 1}`;
    default:
      return `${part + 1}/${ticksPerYear}`;
  }
}

/** "1894 Q1", "478 BCE", "round 7": the date of a tick, in words. */
export function dateLabel(clock: Clock, tick: number): string {
  if (clock.rounds) return `round ${tick + 1}`;
  const { year, part } = dateOf(clock, tick);
  return [yearLabel(year), partLabel(clock.ticksPerYear, part)].filter(Boolean).join(' ');
}

/** "1879–1914", "478–404 BCE": what a run of so many ticks covers. */
export function spanLabel(clock: Clock, ticks: number): string {
  if (clock.rounds) return `${ticks} rounds`;
  const from = dateOf(clock, 0).year;
  const to = dateOf(clock, Math.max(0, ticks - 1)).year;
  if (from === to) return yearLabel(from);
  return from < 0 && to < 0 ? `${-from}–${-to} BCE` : `${yearLabel(from)}–${yearLabel(to)}`;
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
    marks.push({ tick, label: clock.rounds ? String(year) : yearLabel(year) });
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
