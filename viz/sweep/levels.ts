import type { ColumnValues } from '../../workers/sweep-service.ts';

/** A value of what varies, or a range of values that stand together in a chart. */
export interface Level {
  /** Both ends; the same where it is one value. Of a text its place in the list. */
  from: number;
  to: number;
  /** As the table has it, where it is no number. */
  text?: string;
}

/** What varies, cut into the rows or columns of a chart. */
export interface VariedAxis {
  name: string;
  levels: readonly Level[];
  /** Whether its levels are ranges. */
  isBinned: boolean;
  isNumeric: boolean;
  /** Of each run; −1 where it has no value. */
  levelOf: Int16Array | Int32Array;
}

/** More different numbers than these stand together in ranges. */
const MOST_LEVELS = 24;
const BINS = 7;
const MOST_TEXTS = 60;

/** @param isLog whether ranges have equal ratios rather than equal lengths. */
export const axisOfColumn = (name: string, values: ColumnValues, isLog: boolean): VariedAxis =>
  values instanceof Float64Array ? ofNumbers(name, values, isLog) : ofTexts(name, values);

function ofNumbers(name: string, values: Float64Array, isLog: boolean): VariedAxis {
  const found = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) found.add(value);
    if (found.size > MOST_LEVELS) return binned(name, values, isLog);
  }
  const levels = [...found].sort((a, b) => a - b);
  const places = new Map(levels.map((value, k) => [value, k]));
  return {
    name,
    levels: levels.map((value) => ({ from: value, to: value })),
    isBinned: false,
    isNumeric: true,
    levelOf: Int16Array.from(values, (value) => places.get(value) ?? -1),
  };
}

function binned(name: string, values: Float64Array, wantsLog: boolean): VariedAxis {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const isLog = wantsLog && least > 0;
  const toScale = (value: number): number => (isLog ? Math.log(value) : value);
  const [low, high] = [toScale(least), toScale(most)];
  const edge = (k: number): number => {
    if (k === 0) return least;
    if (k === BINS) return most;
    const at = low + ((high - low) * k) / BINS;
    return isLog ? Math.exp(at) : at;
  };
  return {
    name,
    levels: Array.from({ length: BINS }, (_, k) => ({ from: edge(k), to: edge(k + 1) })),
    isBinned: true,
    isNumeric: true,
    levelOf: Int16Array.from(values, (value) => {
      if (Number.isNaN(value)) return -1;
      return Math.max(0, Math.min(BINS - 1, Math.floor(((toScale(value) - low) / (high - low)) * BINS)));
    }),
  };
}

/** Texts in the order in which they come: that of the list that a person wrote. */
function ofTexts(name: string, values: readonly (string | null)[]): VariedAxis {
  const places = new Map<string, number>();
  for (const value of values)
    if (value !== null && !places.has(value) && places.size < MOST_TEXTS) places.set(value, places.size);
  return {
    name,
    levels: [...places].map(([text, k]) => ({ from: k, to: k, text })),
    isBinned: false,
    isNumeric: false,
    levelOf: Int16Array.from(values, (value) => (value === null ? -1 : (places.get(value) ?? -1))),
  };
}
