import { deviation, mean } from 'd3-array';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { sampleMean } from '../statistics.ts';
import { analysisNumber, classic, type Row } from './row.ts';

const SEEDS = 300;

interface Sample {
  wealth: number[];
  fights: number[];
  payments: number[];
}

/** The runs that all rows use, made when first needed. */
let made: Sample | undefined;
function sample(): Sample {
  if (made) return made;
  const model = classic('classics/tribute');
  made = { wealth: [], fights: [], payments: [] };
  for (let seed = 1; seed <= SEEDS; seed++) {
    const counted = { fought: 0, tribute: 0 };
    // Without recording, which a replay would need: several times as fast, for three hundred runs.
    const course = begin(model, `${seed}`, [], ({ kind }) => {
      if (kind === 'fought' || kind === 'tribute') counted[kind]++;
    });
    const world = start(model);
    while (world.tick < model.scenario.time.ticks) tick(course, world);
    made.wealth.push(mean(world.columns.resources) ?? 0);
    made.fights.push(counted.fought);
    made.payments.push(counted.tribute);
  }
  return made;
}

const REFERENCE = 'an independent program of exactly these rules, 5,000 replications (not published)';

/** Joint wealth at the end minus that at the start, where fights destroy nothing. */
function gain(settings: Readonly<Record<string, number>>): number {
  const found = analysisNumber('classics/tribute', { ...settings, destructiveness: 0 }, '7');
  return (found.totalWealth as number) - (found.initialTotal as number);
}

/** Standard deviation of a sample, with an interval from its own sampling error (that of a normal sample, widened by kurtosis). */
function deviationOf(values: readonly number[]) {
  const { value: centre } = sampleMean(values);
  const spread = deviation(values) ?? 0;
  const fourth = sampleMean(values.map((x) => (x - centre) ** 4)).value;
  const half = 1.96 * Math.sqrt((fourth - spread ** 4) / values.length / (4 * spread ** 2));
  return { value: spread, low: spread - half, high: spread + half };
}

const meanRow = (quantity: string, key: keyof Sample, expected: number): Row => ({
  classic: 'classics/tribute',
  quantity: `mean ${quantity}`,
  expected,
  source: 'recomputed',
  from: REFERENCE,
  ours: () => sampleMean(sample()[key]),
});

const deviationRow = (quantity: string, key: keyof Sample, expected: number): Row => ({
  classic: 'classics/tribute',
  quantity: `standard deviation of ${quantity}`,
  expected,
  source: 'recomputed',
  from: REFERENCE,
  ours: () => deviationOf(sample()[key]),
});

export const tributeRows: readonly Row[] = [
  meanRow('final wealth of an actor', 'wealth', 14_235.8),
  deviationRow('final wealth of an actor', 'wealth', 2_865),
  meanRow('fights', 'fights', 328.0),
  deviationRow('fights', 'fights', 128.5),
  meanRow('payments', 'payments', 1_839.0),
  deviationRow('payments', 'payments', 156.4),
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
