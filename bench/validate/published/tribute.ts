import { deviation } from 'd3-array';
import { play } from '../../../sim/record.ts';
import { meanOf } from '../statistics.ts';
import { analysisOf, answer, classic, type Row } from './row.ts';

const SEEDS = 300;

interface Sample {
  wealth: number[];
  fights: number[];
  payments: number[];
}

/** The runs that all rows look at, made when first asked for. */
let made: Sample | undefined;
function sample(): Sample {
  if (made) return made;
  const model = classic('classics/tribute');
  const answers = Array.from({ length: SEEDS }, (_, k) => analysisOf(play(model, `${k + 1}`)));
  const of = (key: string): number[] => answers.map((found) => found[key] as number);
  made = { wealth: of('meanWealth'), fights: of('fights'), payments: of('payments') };
  return made;
}

const REFERENCE = 'an independent program of exactly these rules, 5,000 replications (not published)';

/** Total wealth if nothing is destroyed, less what all started with and harvested: a share of the latter. */
function gain(settings: Readonly<Record<string, number>>): number {
  const found = answer('classics/tribute', { ...settings, destructiveness: 0 }, '7');
  return (found.totalWealth as number) - (found.initialTotal as number);
}

/** Standard deviation of a sample, with the interval that its own sampling error gives (that of a normal sample, widened by kurtosis). */
function deviationOf(values: readonly number[]) {
  const { value: mean } = meanOf(values);
  const spread = deviation(values) ?? 0;
  const fourth = meanOf(values.map((x) => (x - mean) ** 4)).value;
  const half = 1.96 * Math.sqrt((fourth - spread ** 4) / values.length / (4 * spread ** 2));
  return { value: spread, low: spread - half, high: spread + half };
}

const mean = (quantity: string, key: keyof Sample, expected: number): Row => ({
  classic: 'classics/tribute',
  quantity: `mean ${quantity}`,
  expected,
  source: 'recomputed',
  from: REFERENCE,
  ours: () => meanOf(sample()[key]),
});

const spread = (quantity: string, key: keyof Sample, expected: number): Row => ({
  classic: 'classics/tribute',
  quantity: `standard deviation of ${quantity}`,
  expected,
  source: 'recomputed',
  from: REFERENCE,
  ours: () => deviationOf(sample()[key]),
});

export const tribute: readonly Row[] = [
  mean('final wealth of an actor', 'wealth', 14_235.8),
  spread('final wealth of an actor', 'wealth', 2_865),
  mean('fights', 'fights', 328.0),
  spread('fights', 'fights', 128.5),
  mean('payments', 'payments', 1_839.0),
  spread('payments', 'payments', 156.4),
  ...[
    { actors: 10, years: 1_000, harvest: 20 },
    { actors: 7, years: 123, harvest: 13 },
  ].map(
    ({ actors, years, harvest }): Row => ({
      classic: 'classics/tribute',
      quantity: `wealth gained without destruction, ${actors} actors × ${years} years × ${harvest}`,
      expected: actors * years * harvest,
      source: 'exact',
      from: 'with destructiveness 0, total wealth = ΣW₀ + harvest·N·years',
      ours: () => gain({ actors, years, harvest }),
      tolerance: 1e-9,
    }),
  ),
];
