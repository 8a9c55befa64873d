import { ENGINE } from '../../sim/engine/version.ts';
import type { ClassFindings } from './measure.ts';

/** ms that most may take, of a hundred ninety-five. */
const LIMIT = 250;
const BACK = 2_000;

export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

const figure = (values: readonly number[]): string =>
  values.length === 0
    ? '–'
    : `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)} / ${Math.max(...values).toFixed(0)}`;

const held = (of: ClassFindings): boolean =>
  [of.answer, of.counter, of.result].every((values) => quantile(values, 0.95) < LIMIT);

const row = (of: ClassFindings): string =>
  `| ${of.name} | ${figure(of.answer)} | ${figure(of.counter)} | ${figure(of.result)} | ${figure(of.engine)} | ${figure(of.back)} | ${
    held(of) ? 'holds' : '**fails**'
  } |`;

const kept = (of: ClassFindings): string =>
  `- ${of.name}: ${of.acknowledged.toLocaleString('en')} decisions acknowledged${of.isKilled ? `, the server killed once (longest wait for an answer meanwhile: ${(Math.max(0, ...of.acrossKill) / 1_000).toFixed(1)} s)` : ''}; ${
    of.faults.length === 0
      ? 'all are in the log, and every run made again ends as its log says.'
      : `**${of.faults.length} faults**: ${of.faults.slice(0, 3).join('; ')}`
  }`;

export const classroomReport = (
  where: string,
  findings: readonly ClassFindings[],
): string => `# How fast a class is answered

Measured by \`npm run bench:classroom\` with ${ENGINE} on: ${where}.

The server is the built command in a process of its own. The phones are in another: real sockets, with the client of the pages and
without a browser. Both share the machine. All play \`europe-1879-1914\`. In each round every student decides twice and says to be
ready, at any time of a few seconds; the instructor closes it. In the second round five students load their page anew, three are gone
from then on, and one comes late (in the rooms of 30 and 200). In the middle of the third round the server is killed as by \`kill -9\` and
started again; what is under way then and in the ten seconds after is not timed in the
table.

Milliseconds: median / 95th percentile / largest.

| class | decision → acknowledged | ready → counter on the projector | close → result on every phone | engine’s own time for a round | page loaded anew → its place | p95 < ${LIMIT} ms |
|:--|--:|--:|--:|--:|--:|:--|
${findings.map(row).join('\n')}

Entries gather for 50 ms before they are written, and nobody hears of them before they are on the disk. The engine’s own time is subtracted
from the time to the result: from the close of a round to its result in the log, waiting for other rooms included. A place is to be back within
${BACK} ms.

## Nothing is lost

${findings.map(kept).join('\n')}
`;
