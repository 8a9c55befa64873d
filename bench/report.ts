import { cpus, loadavg, totalmem } from 'node:os';
import { ENGINE } from '../sim/engine/version.ts';
import type { Footprint } from './memory.ts';
import type { Timing } from './timer.ts';

/** The tick relative to the kernel at one number of actors; nanoseconds for each ordered pair and tick. */
export interface TickPace {
  n: number;
  batches: number;
  model: Timing;
  kernel: Timing;
  /** Ratio of two batches run side by side. */
  ratio: Timing;
  /** Largest median ratio allowed, where there is a limit. */
  limit: number | undefined;
}

export interface BenchFindings {
  paces: TickPace[];
  /** Exponent p of a tick's time ~ N^p. */
  growth: { from: number; to: number; exponent: number };
  warm: { ticks: number; limit: number; runs: number; milliseconds: Timing };
  memory: Footprint;
}

const cpu = cpus();
export const machine = (): string =>
  `${cpu[0]?.model.trim() ?? 'unknown CPU'}, ${cpu.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node} on ${process.platform}; load average ${loadavg()[0]!.toFixed(1)} at the start`;

const verdict = (value: number, limit: number): string => (value <= limit ? 'holds' : '**fails**');
const spread = ({ least, lower, median, upper }: Timing, digits: number): string =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)}; least ${least.toFixed(digits)})`;
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const count = (x: number): string => x.toLocaleString('en');

export function benchReport(where: string, { paces, growth, warm, memory }: BenchFindings): string {
  return `# How fast a tick is

Measured by \`npm run bench\` with ${ENGINE} on: ${where}.

## One tick beside a bare kernel

The model's whole tick (all ten phases, events, digest, series, keyframes) of an ordinary synthetic world (\`bench/scenario.ts\`),
and a tick of the same number of actors in a bare typed-array loop with an N × N trust matrix and nothing else
(\`bench/kernel.ts\`). Nanoseconds per ordered pair and tick: median (quartiles; least) of batches, in one process, in turn. The
ratio is that of neighbouring batches.

| N | model | kernel | ratio | limit | |
|--:|--:|--:|--:|--:|:--|
${paces.map(row).join('\n')}

From N = ${growth.from} to ${growth.to} a tick's time grows as N^${growth.exponent.toFixed(2)} (limit N^2): ${verdict(growth.exponent, 2)}.

## A whole run

\`europe-1879-1914\`, ${warm.ticks} ticks of ten actors with its history, warm: ${spread(warm.milliseconds, 2)} ms over ${warm.runs} runs
(limit ${warm.limit} ms): ${verdict(warm.milliseconds.median, warm.limit)}.

## Memory of a long run

The same scenario for ${count(memory.ticks)} ticks, in ${memory.seconds.toFixed(1)} s. What is kept, once garbage is collected:

| | |
|:--|--:|
${footprintRows(memory)
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n')}
`;
}

const row = ({ n, model, kernel, ratio, limit }: TickPace): string =>
  `| ${n} | ${spread(model, 1)} | ${spread(kernel, 1)} | ${spread(ratio, 2)} | ${limit === undefined ? '–' : `${limit}`} | ${
    limit === undefined ? '' : verdict(ratio.median, limit)
  } |`;

const footprintRows = (memory: Footprint): [string, string][] => [
  ['JavaScript heap, growth', mebibytes(memory.heap)],
  ['array buffers, growth', mebibytes(memory.buffers)],
  ['resident size, growth', mebibytes(memory.resident)],
  ['resident size on the way, highest above the start', mebibytes(memory.peak)],
  [`${count(memory.keyframes.count)} keyframes, alliances left out`, mebibytes(memory.keyframes.bytes)],
  [`series, ${count(memory.series.samples)} samples`, mebibytes(memory.series.bytes)],
  ['digests', mebibytes(memory.digests)],
  [
    `${count(memory.events.kept)} events kept of ${count(memory.events.happened)}, serialised`,
    mebibytes(memory.events.bytes),
  ],
  [`chronicle of ${count(memory.chronicle.alliances)} alliances, serialised`, mebibytes(memory.chronicle.bytes)],
];
