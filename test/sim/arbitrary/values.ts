import fc from 'fast-check';

export interface Shape {
  actors: string[];
  resources: string[];
  axes: string[];
  threats: string[];
  treaties: string[];
  ticks: number;
  ticksPerYear: number;
}

/** Three decimals will do; the corners more often than by chance. */
export const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(low * 1_000), max: Math.round(high * 1_000) }).map((x) => x / 1_000);
export const unit = fc.oneof({ weight: 6, arbitrary: between(0, 1) }, fc.constantFrom(0, 1));
export const signed = fc.oneof({ weight: 6, arbitrary: between(-1, 1) }, fc.constantFrom(-1, 0, 1));
export const positive = between(0.01, 8);
export const stock = fc.oneof(
  { weight: 8, arbitrary: between(0.5, 400) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-6, 1e6) },
);
export const ids = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, k) => `${letter}${k}`);
export const some = <T>(list: readonly T[], least = 0): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: Math.min(least, list.length) });
/** One value for each id that is named; others keep their default. */
export const each = (names: readonly string[], value: fc.Arbitrary<number>): fc.Arbitrary<Record<string, number>> =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, number>
  >;

export const list = <T>(count: number, prefix: string, make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...ids(prefix, count).map(make)) as unknown as fc.Arbitrary<T[]>;
