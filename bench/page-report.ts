import { ENGINE } from '../sim/engine/version.ts';
import type { Drawn } from './page-yardstick.ts';
import type { Timing } from './timer.ts';

/** Bytes after gzip, and milliseconds since the page was opened. */
export interface Loaded {
  /** Bytes loaded before something was first visible. */
  untilFrame: number;
  /** All but the engine loaded before the run’s first picture was complete. */
  page: number;
  /** The engine, which the worker loads in parallel with the page. */
  worker: number;
  firstFrame: number;
  firstPicture: number;
}

/** At one number of actors; milliseconds. */
export interface FramePace {
  n: number;
  /** What one jump draws, and what the yardstick therefore draws too. */
  drawn: Drawn;
  seek: Timing;
  /** The yardstick's: the same number of bare shapes. */
  bareSeek: Timing;
  /** Ratio of the two, round by round. */
  seekRatio: Timing;
  answer: Timing;
  /** Frames a second during playback at four times the speed. */
  rate: number;
  bareRate: number;
  /** Ratio of the mean times between two frames, round by round. */
  gapRatio: Timing;
  /** The 99th percentile of the gap between two frames. */
  longest: number;
}

/** Seconds for a thousand seeds, and for as many bare runs in as many workers. */
export interface OddsPace {
  seconds: Timing;
  bare: Timing;
  ratio: Timing;
}

export interface PageFindings {
  loaded: Loaded;
  paces: readonly FramePace[];
  odds: { page: OddsPace; command: OddsPace };
}

/** Kilobytes, and multiples of the yardstick: a slower machine is as much slower at both. */
const LIMITS = {
  page: 150,
  seek: { 40: 5, 500: 16 },
  gap: { 60: 1.5, 500: 2.5 },
  odds: { page: 40, command: 40 },
} as const;

const limitOf = (limits: Readonly<Record<number, number>>, n: number): number | undefined => limits[n];
const holds = (isHeld: boolean): string => (isHeld ? 'holds' : '**fails**');
const spread = ({ lower, median, upper }: Timing, digits: number): string =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;
const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(0);

const within = (ratio: Timing, limit: number | undefined): string =>
  limit === undefined ? '' : `≤ ${limit}: ${holds(ratio.median <= limit)}`;

const seekRow = ({ n, seek, bareSeek, seekRatio, answer }: FramePace): string =>
  `| ${n} | ${spread(seek, 1)} | ${spread(bareSeek, 1)} | ${spread(seekRatio, 2)} | ${within(seekRatio, limitOf(LIMITS.seek, n))} | ${spread(answer, 0)} |`;

const playRow = ({ n, rate, bareRate, gapRatio, longest }: FramePace): string =>
  `| ${n} | ${rate.toFixed(0)} | ${bareRate.toFixed(0)} | ${spread(gapRatio, 2)} | ${within(gapRatio, limitOf(LIMITS.gap, n))} | ${longest.toFixed(0)} |`;

const drawnRow = ({ n, drawn }: FramePace): string =>
  `| ${n} | ${drawn.circles} | ${drawn.lines} | ${drawn.texts} | ${drawn.arcs} | ${drawn.segments} | ${drawn.strokes} | ${drawn.fills} | ${drawn.letters} |`;

const oddsRow = (name: string, { seconds, bare, ratio }: OddsPace, limit: number): string =>
  `| ${name} | ${spread(seconds, 2)} | ${spread(bare, 2)} | ${spread(ratio, 1)} | ${within(ratio, limit)} |`;

export function report(where: string, { loaded, paces, odds }: PageFindings): string {
  return `# How heavy and how quick the page is

Measured by \`npm run bench:page\` with ${ENGINE} on: ${where}. The built page in headless Chromium without a GPU, 1440 × 900.

Absolute times differ by half and more between machines of one kind. Limits therefore stand as multiples of a yardstick that is measured
in turn with the page, on the same machine in the same browser. Times and ratios are medians (quartiles).

## Before there is something to be seen

| | kB, gzip | limit |
|:--|--:|:--|
| page before its first frame, letters included | ${kilobytes(loaded.untilFrame)} | ≤ ${LIMITS.page}: ${holds(loaded.untilFrame <= 1_000 * LIMITS.page)} |
| page before the first picture of a run, its scenario included | ${kilobytes(loaded.page)} | – |
| engine, loaded by the worker beside it | ${kilobytes(loaded.worker)} | – |

From a server on the same computer the first frame comes after ${loaded.firstFrame.toFixed(0)} ms and the run’s first picture after ${loaded.firstPicture.toFixed(0)} ms.

## Going to any tick, and playing

Ordinary synthetic worlds (\`bench/scenario.ts\`) of 200 ticks, opened from a file. The yardstick is a page that draws as many bare
circles, lines, texts and strokes as the network of this world, and nothing else (\`bench/page-yardstick.ts\`).

*Seek* is what the page’s own thread works from the input to the next frame, drawn (lists that are to be read follow a frame later), ms. It
jumps all over the run. *State* is when the engine’s answer (trust and hostility of every pair) has come, ms.

| actors | seek | yardstick | ratio | limit | state |
|--:|--:|--:|--:|:--|--:|
${paces.map(seekRow).join('\n')}

*Frames* are counted while the run plays at four times the usual speed, and while the yardstick draws at every frame. The ratio is that of the
mean times between two frames. The last column is the gap between two of the page's frames that one in a hundred exceeds, ms.

| actors | frames/s | yardstick | ratio | limit | longest gap |
|--:|--:|--:|--:|:--|--:|
${paces.map(playRow).join('\n')}

What one jump draws, elements on the left, operations on a canvas on the right:

| actors | circles | lines | texts | arcs | segments | strokes | fills | letterings |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${paces.map(drawnRow).join('\n')}

## A thousand seeds

\`europe-1879-1914\`, seeds 1 to 1,000, every fact of its history judged: seconds from the click or the command to the answer. The
yardstick is as many runs of as many actors and ticks of a bare kernel (\`bench/kernel.ts\`) in as many workers, which have started.

| | seconds | yardstick | ratio | limit |
|:--|--:|--:|--:|:--|
${oddsRow('in the page, with the distribution of every figure', odds.page, LIMITS.odds.page)}
${oddsRow('`foedus odds`, start of Node included', odds.command, LIMITS.odds.command)}
`;
}
