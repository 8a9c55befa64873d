// npm run bench:sweep [-- --quick]: what the runs of a sweep cost beside the bare loop; a full run also writes docs/sweep-speed.md.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { scenarios } from '../scenarios/index.ts';
import { check } from '../sim/check/check.ts';
import { load } from '../sim/engine/load.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { designPoints } from '../sim/experiment/sweep/design-points.ts';
import { makePlan } from '../sim/experiment/sweep/make-plan.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { openRowRunner } from '../sim/experiment/sweep/run-row.ts';
import { withSettings } from '../sim/experiment/sweep/settings.ts';
import { record } from '../sim/history/record.ts';
import type { Model } from '../sim/model/model.ts';
import { runSweepHere } from '../workers/node-sweep.ts';
import { machine } from './report.ts';
import { duel, type Timing, timingOf } from './timer.ts';

const quick = process.argv.includes('--quick');
const RUNS = quick ? 200 : 1_000;
const ROUNDS = quick ? 3 : 5;
/** Runs in a batch: the two are timed in turn. */
const BATCH = 50;
const LIMIT = 1.15;
const LIMIT_OF_TWO = 0.55;

interface Case {
  id: string;
  path: string;
  from: number;
  to: number;
}

const CASES: readonly Case[] = [
  { id: 'europe-1879-1914', path: 'actors.RUS.loyalty', from: 0.2, to: 0.8 },
  { id: 'classics/tribute', path: 'parameters.demand', from: 200, to: 300 },
];

/** A sweep that measures every metric at the end: of one point, or of as many points as runs. */
function planOf({ id, path, from, to }: Case, points: number): SweepPlan {
  const made = makePlan({
    format: 'foedus-sweep/1',
    scenario: scenarios[id] as Record<string, unknown>,
    vary: points > 1 ? [{ path, from, to }] : [],
    design: points > 1 ? { kind: 'random', size: points } : { kind: 'full' },
    replicates: points > 1 ? 1 : RUNS,
    seed: 1,
    commonRandomNumbers: true,
    limits: {},
  });
  if (!('value' in made)) throw new Error(`${id}: ${made.faults[0]?.path}: ${made.faults[0]?.message}`);
  return made.value;
}

function loaded(scenario: unknown): Model {
  const checked = check(scenario);
  if (!('value' in checked)) throw new Error(checked.faults[0]?.message);
  return load(checked.value);
}

const bare = (model: Model, seed: number): void => {
  record(model, String(seed), [], { caps: { keyframes: 2 } }).advance(Infinity);
};

/** Ratio of the time of a sweep's rows to that of the bare loop; with many points the bare loop checks and loads each of them. */
function ratioOf(of: Case, points: number): Timing {
  const plan = planOf(of, points);
  const model = loaded(scenarios[of.id]);
  const design = designPoints(plan.spec);
  const batches = RUNS / BATCH;
  const { ours, theirs } = duel(
    () => {
      const { runRow } = openRowRunner(plan);
      let [mine, other] = [0, 0];
      return {
        ours() {
          for (let k = 0; k < BATCH; k++) runRow(mine++);
        },
        theirs() {
          for (let k = 0; k < BATCH; k++, other++) {
            if (points === 1) bare(model, other + 1);
            else {
              const settled = withSettings(plan.spec, design.settings(other));
              if ('input' in settled) bare(loaded(settled.input.scenario), 1);
            }
          }
        },
      };
    },
    ROUNDS,
    1,
    batches,
  );
  return timingOf(ours.map((mine, k) => mine / theirs[k]!));
}

/** Seconds of wall time that a sweep takes with so many workers, their start included. */
async function wallTime(workers: number): Promise<number> {
  const plan = planOf(CASES[0]!, 1);
  const shards = Array.from({ length: plan.shards }, (_, k) => k);
  const begun = performance.now();
  await runSweepHere(workers, { plan, shards, onShard: () => {} });
  return (performance.now() - begun) / 1_000;
}

const ratio = ({ lower, median, upper }: Timing): string =>
  `${median.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})`;
const held = (isHeld: boolean): string => (isHeld ? 'holds' : '**fails**');

const rows = CASES.flatMap((of) =>
  [1, RUNS].map((points) => {
    const timing = ratioOf(of, points);
    process.stderr.write(`${of.id}, ${points} points: ${ratio(timing)}\n`);
    const what = points === 1 ? `one point, ${RUNS} replicates` : `${points} points, one replicate`;
    return `| ${of.id} | ${what} | ${ratio(timing)} | ≤ ${LIMIT}: ${held(timing.median <= LIMIT)} |`;
  }),
);
const walls: number[][] = [];
for (let round = 0; round < ROUNDS; round++) walls.push([await wallTime(1), await wallTime(2)]);
const two = timingOf(walls.map(([one, both]) => both! / one!));

const report = `# What a sweep costs

Measured by \`npm run bench:sweep\` with ${ENGINE} on: ${machine()}. Medians (quartiles) of ratios, batch by batch in turn.

The bare loop records a run with its digests and nothing else. With many points it checks and loads each of them too.

| scenario | sweep | time beside the bare loop | limit |
|:--|:--|--:|:--|
${rows.join('\n')}

Two workers take ${ratio(two)} of the wall time of one for ${RUNS} runs of europe-1879-1914, their start included (limit ${LIMIT_OF_TWO}:
${held(two.median <= LIMIT_OF_TWO)}; ${availableParallelism()} processors).
`;
process.stdout.write(report);
if (!quick) writeFileSync('docs/sweep-speed.md', report);
