// npm run bench:sweep [-- --quick] [-- --part speed|bytes|memory]: what a sweep costs beside the bare loop, whether its bytes are the same
// however it is made, and how much memory a million rows take. A full run also writes docs/sweep-speed.md. Runs the built command.
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { buildIsStale } from '../scripts/setup.mjs';
import { machine } from './report.ts';
import { madeInManyWays } from './sweep/bytes.ts';
import { memoryOf } from './sweep/memory.ts';
import { oddsBesideLoop } from './sweep/odds.ts';
import { CASES, ratioOf } from './sweep/ratios.ts';
import { bytesPart, memoryPart, speedPart } from './sweep/report.ts';
import { wallRatio } from './sweep/workers.ts';

const { quick, part } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, part: { type: 'string' } },
}).values;

if (!existsSync('dist/cli/foedus.js') || buildIsStale())
  process.stderr.write('dist is missing or older than the sources: npm run build\n');

async function speed(): Promise<string> {
  const [runs, rounds] = quick ? [200, 1] : [1_000, 2];
  const ratios = CASES.flatMap((of) =>
    [1, runs].map((points) => {
      const timing = ratioOf(of, runs, points, rounds);
      process.stderr.write(`${of.id}, ${points} points: ${timing.median.toFixed(3)}\n`);
      return { of, points, runs, timing };
    }),
  );
  const workers = await wallRatio(quick ? 400 : 4_000, quick ? 1 : 3);
  process.stderr.write(`two workers: ${workers.ratio.median.toFixed(3)}\n`);
  return speedPart(ratios, workers, await oddsBesideLoop(quick ? 200 : 1_000, quick ? 1 : 5));
}

const parts = {
  speed,
  bytes: async () => bytesPart(await madeInManyWays(quick ? 400 : 10_000)),
  memory: async () => memoryPart(await memoryOf(quick ? 10_000 : 1_000_000)),
};

const head = `# What a sweep costs

Measured by \`npm run bench:sweep\` on: ${machine()}, of which ${availableParallelism()} may be used.
`;
const wanted = Object.entries(parts).filter(([name]) => part === undefined || name === part);
const found: string[] = [];
for (const [, make] of wanted) found.push(await make());
const report = [head, ...found].join('\n');
process.stdout.write(report);
if (!quick && part === undefined) writeFileSync('docs/sweep-speed.md', report);
