import { analysisNumber, type NumberSource, type Row } from './row.ts';

const linear = 'classics/agreement-linear';
const barrett = 'classics/agreement-barrett';
const cartel = 'classics/agreement-cartel';

const at = (value: unknown, k: number): number => (Array.isArray(value) ? Number(value[k]) : Number.NaN);

const figure = (
  classic: string,
  key: string,
  signatories: number,
  expected: number,
  more: Pick<Row, 'source' | 'from'> & { tolerance?: number },
): Row => ({
  classic,
  quantity: `${key} at ${signatories} signatories`,
  expected,
  ...more,
  ours: () => at(analysisNumber(classic)[key], signatories - 1),
});

const largest = (
  classic: string,
  settings: Readonly<Record<string, number>>,
  expected: number,
  source: NumberSource,
  from: string,
): Row => ({
  classic,
  quantity: `k*${Object.entries(settings).map(([name, value]) => `, ${name} ${value}`)}`,
  expected,
  source,
  from,
  ours: () => Number(analysisNumber(classic, settings).largestStable),
});

const LINEAR = { source: 'exact', from: 'Q = (k² + N − k) b/c' } as const;
const linearFigures: Record<string, readonly number[]> = {
  total: [10, 12, 16, 22, 100],
  signatoryPayoff: [9.5, 10, 11.5, 14, 50],
  welfare: [95, 112, 143, 185, 500],
};

const BARRETT = { source: 'exact', from: 'the model at N = 10, a = 100, b = 1, c = 0.25' } as const;
const barrettFigures: readonly [string, number, number][] = [
  ['signatoryAbatement', 8.909, 0.0005],
  ['outsiderAbatement', 7.572, 0.0005],
  ['total', 81.069, 0.0005],
  ['signatoryPayoff', 472.16, 0.0005],
  ['outsiderPayoff', 474.913, 0.0005],
  ['welfare', 4738.12, 0.005],
];

export const agreementRows: readonly Row[] = [
  ...[3, 4, 10, 50].map((N) => largest(linear, { N }, 3, 'exact', 'π_s(k) − π_n(k−1) = −(b²/2c)(k−1)(k−3)')),
  largest(linear, { b: 3, gamma: 0.7 }, 3, 'exact', 'the same whatever is at stake'),
  {
    classic: linear,
    quantity: 'smallest stable agreement, a tie',
    expected: 2,
    source: 'exact',
    from: 'π_n(2) = π_s(3): no outsider gains by joining two',
    ours: () => at(analysisNumber(linear).stableSizes, 0),
  },
  ...Object.entries(linearFigures).flatMap(([key, values]) =>
    [1, 2, 3, 4, 10].map((k, place) => figure(linear, key, k, values[place]!, LINEAR)),
  ),
  largest(barrett, {}, 4, 'recalled', 'Barrett 1994’s example as remembered; exact from the model'),
  // Absolute tolerances, whatever the size of the figures: the published ones are given to this many places.
  ...barrettFigures.map(([key, expected, absolute]) =>
    figure(barrett, key, 4, expected, { ...BARRETT, tolerance: absolute / expected }),
  ),
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) =>
    largest(cartel, { n }, n === 2 ? 2 : 3, 'exact', 'price leadership, demand n(1−p), cost q²/2'),
  ),
];
