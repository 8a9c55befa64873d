import { analysisNumber, type Row } from './row.ts';

const from = 'V = R/(1−δ) against T + δP/(1−δ): δ ≥ (1−m)/((n−1)m)';

const threshold = (n: number, m: number, expected: number): Row => ({
  classic: 'classics/repeated',
  quantity: `least discount factor for n = ${n}, m = ${m}`,
  expected,
  source: 'exact',
  from,
  ours: () => analysisNumber('classics/repeated', { n, return: m }).threshold as number,
});

/** Co-operation by the comparison of the payoffs, and in the run, where one actor considers defection: 0 or 1 each. */
const fate = (discount: number, expected: number): Row[] =>
  (['sustained', 'held'] as const).map((key) => ({
    classic: 'classics/repeated',
    quantity: `n = 4, m = .4, δ = ${discount}: ${key === 'held' ? 'all gave to the end of the run' : 'co-operation is worth it'}`,
    expected,
    source: 'exact',
    from,
    ours: () => analysisNumber('classics/repeated', { n: 4, return: 0.4, discount })[key] as number,
  }));

export const repeatedRows: readonly Row[] = [
  threshold(4, 0.4, 0.5),
  threshold(4, 0.75, 1 / 9),
  threshold(10, 0.4, 1 / 6),
  threshold(2, 0.75, 1 / 3),
  ...fate(0.5, 1),
  ...fate(0.499999, 0),
  ...fate(0.9, 1),
  ...fate(0.1, 0),
];
