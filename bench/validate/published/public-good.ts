import { analysisNumber, type Row } from './row.ts';

const id = 'classics/public-good';
const CLOSED = 'U = (1−a) ln c + a ln G: contributors pay w − w*';

interface Case {
  endowments: readonly number[];
  a: number;
  b?: number;
  efforts: readonly number[];
  total: number;
  optimum?: number;
}

/** Computed by hand from the closed forms, with as many places as a tolerance of 1e-6 needs. */
const CASES: readonly Case[] = [
  { endowments: [10, 10], a: 0.5, efforts: [10 / 3, 10 / 3], total: 20 / 3, optimum: 10 },
  { endowments: [20, 10], a: 0.5, efforts: [10, 0], total: 10, optimum: 15 },
  { endowments: [10, 10, 10, 10], a: 0.5, efforts: [2, 2, 2, 2], total: 8, optimum: 20 },
  { endowments: [40, 20, 10, 5], a: 0.5, efforts: [20, 0, 0, 0], total: 20, optimum: 37.5 },
  { endowments: [40, 30, 20, 10], a: 0.8, efforts: [190 / 7, 120 / 7, 50 / 7, 0], total: 360 / 7, optimum: 80 },
  { endowments: [40, 20, 10], a: 0.3, b: 0.2, efforts: [17.495057, 7.127986, 3.191973], total: 27.815016 },
];

const rowsOf = ({ endowments, a, b = 0, efforts, total, optimum }: Case): Row[] => {
  const of = () => analysisNumber(id, { endowments, a, b });
  const game = `w ${endowments.join(', ')}; a ${a}${b > 0 ? `, b ${b}` : ''}`;
  const from = b > 0 ? 'joint products: gᵢ(G) with Σgᵢ(G) = G' : CLOSED;
  const row = (quantity: string, expected: number, ours: () => number): Row => ({
    classic: id,
    quantity: `${game}: ${quantity}`,
    expected,
    source: 'exact',
    from,
    ours,
  });
  return [
    ...efforts.map((effort, k) => row(`equilibrium effort of ${k + 1}`, effort, () => list(of().nash)[k]!)),
    ...efforts.map((effort, k) => row(`effort of ${k + 1} as the run ends`, effort, () => list(of().efforts)[k]!)),
    row('G', total, () => Number(of().nashTotal)),
    ...(optimum === undefined ? [] : [row('optimum', optimum, () => Number(of().optimum))]),
  ];
};

const list = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

const GNP_1964 = [569.03, 88.87, 79.46, 73.4, 43.63, 38.14, 15, 13.43, 7.73, 6.69, 5.64, 4.31, 2.88, 0.53];

const identical = (n: number, a: number): Row => ({
  classic: id,
  quantity: `${n} alike, a ${a}: equilibrium as a share of the optimum`,
  expected: 1 / (a + n * (1 - a)),
  source: 'exact',
  from: '1/(a + n(1−a))',
  ours: () => Number(analysisNumber(id, { endowments: Array(n).fill(10), a }).ratio),
});

const neutral = (endowments: readonly number[]): Row => ({
  classic: id,
  quantity: `G of ${endowments.join(', ')} at a 0.5 as the run ends (Warr neutrality)`,
  expected: 40 / 3,
  source: 'exact',
  from: 'Warr 1983: among contributors the distribution does not matter',
  ours: () => Number(analysisNumber(id, { endowments, a: 0.5 }).effortsTotal),
});

const lone = (a: number, contributors: number): Row => ({
  classic: id,
  quantity: `contributors among the fourteen of 1964 at a ${a}`,
  expected: contributors,
  source: 'exact',
  from: 'the second begins to pay at a = 1 − w₂/w₁',
  ours: () => Number(analysisNumber(id, { endowments: GNP_1964, a }).contributors),
});

const step = (n: number, a: number, expected: number): Row => ({
  classic: id,
  quantity: `${n} alike, a ${a}: largest step at which simultaneous answers settle`,
  expected,
  source: 'exact',
  from: 'λ < 2/(1 + (1−a)(n−1)); undamped answers swing where (1−a)(n−1) > 1',
  ours: () => Number(analysisNumber(id, { endowments: Array(n).fill(10), a }).largestStep),
});

export const publicGoodRows: readonly Row[] = [
  ...CASES.flatMap(rowsOf),
  ...[2, 5, 12].flatMap((n) => [0.2, 0.7].map((a) => identical(n, a))),
  neutral([25, 15]),
  neutral([20, 20]),
  {
    classic: id,
    quantity: 'a below which only the United States pay',
    expected: 0.843822,
    source: 'exact',
    from: '1 − w₂/w₁ of the table of 1964',
    ours: () => Number(analysisNumber(id, { endowments: GNP_1964 }).loneContributorBelow),
  },
  step(2, 0.5, 4 / 3),
  step(4, 0.5, 0.8),
  step(14, 0.2, 2 / 11.4),
  lone(0.8438, 1),
  lone(0.8439, 2),
  ...[40, 20, 10].map(
    (endowment, k): Row => ({
      classic: id,
      quantity: `a → 0, b 0.3: share that the member with ${endowment} pays`,
      expected: 0.3,
      source: 'exact',
      from: 'joint products: where nearly nothing is shared burdens are equal',
      ours: () => list(analysisNumber(id, { endowments: [40, 20, 10], a: 1e-9, b: 0.3 }).burdens)[k]!,
    }),
  ),
];
