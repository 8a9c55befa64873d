import { ENGINE } from '../../sim/engine/version.ts';
import type { Timing } from '../timer.ts';
import type { BytesFindings } from './bytes.ts';
import type { MemoryFindings } from './memory.ts';
import type { OddsFindings } from './odds.ts';
import type { Case } from './ratios.ts';
import type { WorkersFindings } from './workers.ts';

const LIMITS = { ratio: 1.15, two: 0.55, odds: 1.4, megabytes: 500 };

const spread = ({ lower, median, upper }: Timing): string =>
  `${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
const held = (value: number, limit: number): string => `≤ ${limit}: ${value <= limit ? 'holds' : '**fails**'}`;

export interface RatioFindings {
  of: Case;
  points: number;
  runs: number;
  timing: Timing;
}

export const speedPart = (ratios: readonly RatioFindings[], workers: WorkersFindings, odds: OddsFindings): string => `
## Time

All figures are medians (quartiles) with ${ENGINE}. The two that are compared run in turn, so that what else the machine does affects both.

The bare loop records a run with its digests, and does nothing else. It is warm: the engine is loaded and compiled. Where a sweep has many
points, the loop checks and loads each of them too. The sweep measures every metric at the end of each run.

| scenario | sweep | time by that of the bare loop | limit |
|:--|:--|--:|:--|
${ratios.map(ratioRow).join('\n')}

Two workers take ${spread(workers.ratio)} of the wall time of one for ${workers.runs} runs of europe-1879-1914, their start included
(${held(workers.ratio.median, LIMITS.two)}).

\`foedus odds europe-1879-1914 --seeds ${odds.seeds}\` takes ${spread(odds.command)} s of processor time, start and compilation included, and
${spread(odds.wall)} s of wall time. The bare loop over the same seeds takes ${spread(odds.loop)} s. Ratio of neighbours: ${spread(odds.ratio)}
(${held(odds.ratio.median, LIMITS.odds)}). The command needs no digests, but it starts, and V8 compiles the engine for it. A second
thread would compile it again, so the command starts one only where enough work is left.
`;

const ratioRow = ({ of, points, runs, timing }: RatioFindings): string =>
  `| ${of.id} | ${points === 1 ? `one point, ${runs} replicates` : `${points} points, one replicate`} | ${spread(timing)} | ${held(timing.median, LIMITS.ratio)} |`;

export const bytesPart = ({ runs, one, two, ways }: BytesFindings): string => `
## The same bytes

A sweep of ${runs.toLocaleString('en')} runs of europe-1879-1914 in 20 shards, made by one worker, and then in other ways:

| made by | shards |
|:--|:--|
${ways.map(({ way, isSame }) => `| ${way} | ${isSame ? 'the same bytes' : '**other bytes**'} |`).join('\n')}

One worker took ${one.wall.toFixed(1)} s, two took ${two.wall.toFixed(1)} s: ${(two.wall / one.wall).toFixed(2)} of it, start of the command included. What both
workers have to do once, which is to load and to compile the engine, counts less the longer the sweep is.
`;

export const memoryPart = ({ rows, steps }: MemoryFindings): string => `
## Memory

A sweep of ${rows.toLocaleString('en')} runs that take one tick each, with two workers, and what is asked of its folder. The largest resident size of
the process, its threads included. It is an upper bound: a process counts from the size of the one that starts it, which is this bench.

| command | memory, MB | limit | wall time, s |
|:--|--:|:--|--:|
${steps.map(({ what, megabytes, wall }) => `| ${what} | ${megabytes.toFixed(0)} | ${held(megabytes, LIMITS.megabytes)} | ${wall.toFixed(1)} |`).join('\n')}
`;
