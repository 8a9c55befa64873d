const HOUR = 3_600_000;
/** How long rounds by date may last; ms. */
export const SPANS = { hours12: 12 * HOUR, day: 24 * HOUR, days2: 48 * HOUR, week: 168 * HOUR };
export type Span = keyof typeof SPANS;

/** When the first round closes, as the field writes it in the device's own time, and how long each later one lasts. */
export interface DeadlinePlan {
  first: string;
  span: Span;
}

/** Dates at which rounds close; undefined where the first is none. */
export function deadlinesOf({ first, span }: DeadlinePlan, rounds: number): number[] | undefined {
  const from = new Date(first).getTime();
  return Number.isFinite(from) ? Array.from({ length: rounds }, (_, k) => from + k * SPANS[span]) : undefined;
}
