// Measures a tick of the working tree against a minimal kernel, and the memory of a long run.
import europe from '../scenarios/europe-1879-1914.json' with { type: 'json' };
import { load } from '../sim/engine/load.ts';
import { play, record } from '../sim/history/record.ts';
import { Scenario } from '../sim/schema/scenario.ts';
import { createKernel, streamOf, tickKernel } from './kernel.ts';
import { footprint } from './memory.ts';
import type { BenchFindings, TickPace } from './report.ts';
import { ordinaryScenario } from './scenario.ts';
import { duel, time, timingOf } from './timer.ts';

/** `batch` ticks are timed at a time; every run is of `ticks` ticks from the start. */
interface Size {
  n: number;
  ticks: number;
  batch: number;
  runs: number;
  warmUp: number;
  limit?: number;
}
const SIZES: readonly Size[] = [
  { n: 20, ticks: 200, batch: 20, runs: 40, warmUp: 10 },
  { n: 60, ticks: 200, batch: 10, runs: 12, warmUp: 4 },
  { n: 200, ticks: 200, batch: 4, runs: 5, warmUp: 1, limit: 4 },
  { n: 1000, ticks: 120, batch: 2, runs: 3, warmUp: 1, limit: 3 },
];
const hasty = (size: Size): Size => ({
  ...size,
  ticks: size.n < 1000 ? size.ticks : 20,
  runs: Math.ceil(size.runs / 4),
});

function pace({ n, ticks, batch, runs, warmUp, limit }: Size): TickPace {
  const model = load(ordinaryScenario(n, ticks));
  const { ours, theirs } = duel(
    (run) => {
      const recorder = record(model, `bench-${run}`);
      const kernel = createKernel(n, streamOf(run));
      return {
        ours: () => recorder.advance(batch),
        theirs: () => {
          for (let t = 0; t < batch; t++) tickKernel(kernel);
        },
      };
    },
    runs,
    warmUp,
    ticks / batch,
  );
  const perPair = (milliseconds: number): number => (milliseconds * 1e6) / (n * (n - 1) * batch);
  return {
    n,
    batches: ours.length,
    model: timingOf(ours.map(perPair)),
    kernel: timingOf(theirs.map(perPair)),
    ratio: timingOf(ours.map((mine, k) => mine / theirs[k]!)),
    limit,
  };
}

/** Slope of the least-squares line through log N and the log of the time of a tick. */
function growthOf(paces: readonly TickPace[]): BenchFindings['growth'] {
  const points = paces.map(({ n, model }) => [Math.log(n), Math.log(model.median * n * (n - 1))] as const);
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const run = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return { from: paces[0]!.n, to: paces.at(-1)!.n, exponent: rise / run };
}

function warmRun(runs: number): BenchFindings['warm'] {
  const model = load(Scenario.parse(europe));
  for (let run = 0; run < runs; run++) play(model, `warm-${run}`);
  const milliseconds = Array.from({ length: runs }, (_, run) => time(() => play(model, `bench-${run}`)));
  return { ticks: model.scenario.time.ticks, limit: 3, runs, milliseconds: timingOf(milliseconds) };
}

export function measureEngine(quick: boolean): BenchFindings {
  // Memory first: later the process also holds what the other measurements allocated.
  const memory = footprint(load(Scenario.parse(europe)), quick ? 10_000 : 100_000);
  const warm = warmRun(quick ? 100 : 400);
  const paces = (quick ? SIZES.map(hasty) : SIZES).map(pace);
  return { paces, growth: growthOf(paces.filter(({ n }) => n >= 60)), warm, memory };
}
