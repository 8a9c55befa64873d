// Years are counted as historians do: −N is N BCE, and after −1 comes 1. There is no year 0: a date in [0, 1) is no date. A scenario
// without a calendar, a laboratory or a classic that starts in 0, counts its years from there; for it the functions below are plain
// sums.

/** Whether a date lies in the year 0, which no calendar has. */
export const isInYearZero = (date: number): boolean => date >= 0 && date < 1;

/** Whether the years of a scenario are only counted: it starts in 0 and is no history. */
export const isWithoutCalendar = ({ kind, time }: { kind: string; time: { start: number } }): boolean =>
  (kind === 'laboratory' || kind === 'classic') && isInYearZero(time.start);

/** Below this, a number of our era by itself is hardly read as a year. */
const FIRST_PLAIN_YEAR = 100;

/**
 * The era that a year is told with. Years of our era bear it while they have fewer than three digits, and all of them where the
 * scenario began before it; later ones are plain.
 * @param start the scenario's first date.
 */
export function eraOf(year: number, start: number): 'bce' | 'ce' | undefined {
  if (year < 0) return 'bce';
  if (isInYearZero(start)) return undefined;
  return start < 0 || year < FIRST_PLAIN_YEAR ? 'ce' : undefined;
}

/** Years from one date to another, below 0 where it lies before. */
export function yearsBetween(from: number, to: number): number {
  if (from < 0 && to >= 1) return to - 1 - from;
  if (from >= 1 && to < 0) return to + 1 - from;
  return to - from;
}

/** The date so many years after another, or before it where they are below 0. */
export function dateAfter(from: number, years: number): number {
  const plain = from + years;
  if (from < 0 && plain >= 0) return plain + 1;
  if (from >= 1 && plain < 1) return plain - 1;
  return plain;
}
