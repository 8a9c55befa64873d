import { analysisNumber, type Row } from './row.ts';

type Settings = Parameters<typeof analysisNumber>[1];

/** One element of a list in an analysis's answer. */
const at = (id: string, key: string, k: number, settings?: Settings): number =>
  (analysisNumber(id, settings)[key] as number[])[k]!;

/** One row an actor, for each element of a list. */
const each = (
  classic: string,
  what: string,
  key: string,
  expected: readonly number[],
  from: string,
  settings?: Settings,
): Row[] =>
  expected.map((value, k) => ({
    classic,
    quantity: `${what}, actor ${k + 1}`,
    expected: value,
    source: 'exact',
    from,
    ours: () => at(classic, key, k, settings),
  }));

const one = (classic: string, quantity: string, expected: number, from: string, ours: () => number): Row => ({
  classic,
  quantity,
  expected,
  source: 'exact',
  from,
  ours,
});

const VOTING = 'classics/voting';
const GLOVE = 'classics/glove';
const TABLE = 'classics/coalition-structure';
const SIZES = 'classics/coalition-structure-sizes';
const MAJORITY = { weights: [1, 1, 1], quota: 2 };
const THREE = { players: 3, values: [0, 0, 1, 0, 1, 1, 1] };
const STRUCTURES = 'Optimal coalition structure, all partitions compared';

/** Whether the answer consists of these lists of sizes or members, in any order: 1, or else 0. */
const same = (found: unknown, wanted: readonly unknown[]): number =>
  JSON.stringify((found as unknown[]).map((x) => JSON.stringify(x)).sort()) ===
  JSON.stringify(wanted.map((x) => JSON.stringify(x)).sort())
    ? 1
    : 0;

export const coalitionRows: readonly Row[] = [
  ...each(
    VOTING,
    'Shapley–Shubik index of [51; 50, 49, 1]',
    'shapleyShubik',
    [2 / 3, 1 / 6, 1 / 6],
    'Shapley & Shubik 1954',
    {
      weights: [50, 49, 1],
      quota: 51,
    },
  ),
  ...each(VOTING, 'Banzhaf index of [51; 50, 49, 1]', 'banzhaf', [3 / 5, 1 / 5, 1 / 5], 'Banzhaf 1965', {
    weights: [50, 49, 1],
    quota: 51,
  }),
  ...each(
    VOTING,
    'Shapley–Shubik index of a majority of three',
    'shapleyShubik',
    [1 / 3, 1 / 3, 1 / 3],
    'Shapley & Shubik 1954',
    MAJORITY,
  ),
  one(VOTING, 'core of a majority of three is empty', 1, 'Gillies 1959', () =>
    Number(analysisNumber(VOTING, MAJORITY).coreEmpty),
  ),
  one(VOTING, 'UN Security Council: a permanent member', 421 / 2145, 'Shapley & Shubik 1954', () =>
    at(VOTING, 'shapleyShubik', 0),
  ),
  one(VOTING, 'UN Security Council: another member', 4 / 2145, 'Shapley & Shubik 1954', () =>
    at(VOTING, 'shapleyShubik', 14),
  ),
  ...each(GLOVE, 'Shapley value of two left gloves and a right one', 'shapley', [1 / 6, 1 / 6, 2 / 3], 'Shapley 1953'),
  one(GLOVE, 'core of it is the one point (0, 0, 1)', 1, 'Gillies 1959', () =>
    same(analysisNumber(GLOVE).coreVertices, [[0, 0, 1]]),
  ),
  ...each(TABLE, 'Shapley value of a majority of three', 'shapley', [1 / 3, 1 / 3, 1 / 3], 'Shapley 1953', THREE),
  one(TABLE, 'core of a majority of three is empty', 1, 'Bondareva 1963', () =>
    Number(analysisNumber(TABLE, THREE).coreEmpty),
  ),
  ...each(
    'classics/airport',
    'Shapley share of a runway for 1, 2 and 3',
    'shapley',
    [1 / 3, 5 / 6, 11 / 6],
    'Littlechild & Owen 1973',
  ),
  ...[
    [100, [100 / 3, 100 / 3, 100 / 3]],
    [200, [50, 75, 75]],
    [300, [50, 100, 150]],
  ].flatMap(([estate, awards]) => [
    ...each('classics/bankruptcy', `Talmud, estate ${estate}`, 'talmud', awards as number[], 'Aumann & Maschler 1985', {
      estate: estate as number,
    }),
    ...each(
      'classics/bankruptcy',
      `nucleolus, estate ${estate}`,
      'nucleolus',
      awards as number[],
      'Aumann & Maschler 1985',
      {
        estate: estate as number,
      },
    ),
  ]),
  one('classics/gamson', 'seats 40, 35, 25, quota 51: the coalition is {35, 25}', 1, 'Gamson 1961', () =>
    same(analysisNumber('classics/gamson').coalitions, [[2, 3]]),
  ),
  ...each('classics/gamson', 'shares', 'shares', [0, 7 / 12, 5 / 12], 'Gamson 1961'),
  one(TABLE, 'best worth of four players', 150, STRUCTURES, () => analysisNumber(TABLE).best as number),
  one(TABLE, 'best structures: {1}{2}{34} alone', 1, STRUCTURES, () =>
    same(analysisNumber(TABLE).structures, ['{1}{2}{34}']),
  ),
  one(SIZES, 'best worth, n = 6', 9, STRUCTURES, () => analysisNumber(SIZES).best as number),
  one(SIZES, 'best sizes, n = 6: [3, 3] alone', 1, STRUCTURES, () => same(analysisNumber(SIZES).structures, [[3, 3]])),
  one(SIZES, 'best worth, n = 10', 43 / 3, STRUCTURES, () => analysisNumber(SIZES, { players: 10 }).best as number),
  one(SIZES, 'best sizes, n = 10: [4, 3, 3], [3, 3, 3, 1] and [3, 3, 2, 2]', 1, STRUCTURES, () =>
    same(analysisNumber(SIZES, { players: 10 }).structures, [
      [4, 3, 3],
      [3, 3, 3, 1],
      [3, 3, 2, 2],
    ]),
  ),
];
