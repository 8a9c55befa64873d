import { ENGINE } from '../sim/engine/version.ts';
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
  seek: Timing;
  answer: Timing;
  /** Frames a second during playback at four times the speed. */
  rate: number;
  /** The 99th percentile of the gap between two frames. */
  longest: number;
}

export interface PageFindings {
  loaded: Loaded;
  paces: readonly FramePace[];
  /** Seconds for a thousand seeds. */
  odds: { page: Timing; command: Timing };
  seeks: number;
}

const LIMITS = { page: 150, seek: { 40: 16, 500: 50 }, rate: { 60: 50, 500: 30 }, odds: 5 } as const;

const limitOf = (limits: Readonly<Record<number, number>>, n: number): number | undefined => limits[n];
const holds = (isHeld: boolean): string => (isHeld ? 'holds' : '**fails**');
const spread = ({ lower, median, upper }: Timing, digits: number): string =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;
const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(0);

function row({ n, seek, answer, rate, longest }: FramePace): string {
  const soon = limitOf(LIMITS.seek, n);
  const smooth = limitOf(LIMITS.rate, n);
  const first = soon === undefined ? '' : `< ${soon}: ${holds(seek.median < soon)}`;
  const second = smooth === undefined ? '' : `≥ ${smooth}: ${holds(rate >= smooth)}`;
  return `| ${n} | ${spread(seek, 1)} | ${first} | ${spread(answer, 1)} | ${rate.toFixed(0)} | ${second} | ${longest.toFixed(0)} |`;
}

export function report(where: string, { loaded, paces, odds, seeks }: PageFindings): string {
  return `# How heavy and how quick the page is

Measured by \`npm run bench:page\` with ${ENGINE} on: ${where}. The built page in headless Chromium without a GPU, 1440 × 900.

## Before there is something to be seen

| | kB, gzip | limit |
|:--|--:|:--|
| page before its first frame, letters included | ${kilobytes(loaded.untilFrame)} | ≤ ${LIMITS.page}: ${holds(loaded.untilFrame <= 1_000 * LIMITS.page)} |
| page before the first picture of a run, its scenario included | ${kilobytes(loaded.page)} | – |
| engine, loaded by the worker beside it | ${kilobytes(loaded.worker)} | – |

From a server on the same computer the first frame comes after ${loaded.firstFrame.toFixed(0)} ms and the run’s first picture after ${loaded.firstPicture.toFixed(0)} ms.

## Going to any tick, and playing

Ordinary synthetic worlds (\`bench/scenario.ts\`) of 200 ticks, opened from a file. *Seek* is what the page’s own thread works from the
input to the next frame, drawn (lists that are to be read follow a frame later), over ${seeks} jumps all over the run; *state* is when the engine’s answer (trust and hostility of every pair) has
come; both in ms, median (quartiles). *Frames* are counted while the run plays at four times the usual speed; the last column is the gap
between two of them that one in a hundred exceeds, ms.

| actors | seek | limit | state | frames/s | limit | longest gap |
|--:|--:|:--|--:|--:|:--|--:|
${paces.map(row).join('\n')}

## A thousand seeds

\`europe-1879-1914\`, seeds 1 to 1,000, every fact of its history judged: seconds from the click or the command to the answer, median
(quartiles). Limit ${LIMITS.odds} s on two cores.

| | seconds | |
|:--|--:|:--|
| in the page, with the distribution of every figure | ${spread(odds.page, 2)} | ${holds(odds.page.median < LIMITS.odds)} |
| \`foedus odds\`, start of Node included | ${spread(odds.command, 2)} | ${holds(odds.command.median < LIMITS.odds)} |
`;
}
