import { parseArgs } from 'node:util';
import { FUZZ_CLASSES } from './fuzz/classes.ts';
import { fuzz } from './fuzz/fuzz-class.ts';

// npm run fuzz -- --count 50000 --seed 2: inputs of all classes, in the proportions of the test. What
// fails is printed with its number and its input.

const { count, seed } = parseArgs({
  options: { count: { type: 'string', default: '7000' }, seed: { type: 'string', default: '1' } },
}).values;
const all = FUZZ_CLASSES.reduce((sum, { count: share }) => sum + share, 0);
let failed = 0;
for (const one of FUZZ_CLASSES) {
  const { counts, failures, slowest } = fuzz(one, Math.ceil((Number(count) * one.count) / all), seed, () =>
    performance.now(),
  );
  const { ran, refused, large } = counts;
  process.stdout.write(
    `${one.name}: ${ran} ran, ${refused} refused, ${large} too large to run here, ${failures.length} failed; slowest ${Math.round(slowest.ms)} ms (${slowest.k})\n`,
  );
  for (const { k, input, why } of failures.slice(0, 10))
    process.stdout.write(`  ${k}: ${why}\n  ${JSON.stringify(input.slice(0, 4_000))}\n`);
  failed += failures.length;
}
const { rss } = process.memoryUsage();
process.stdout.write(`memory ${Math.round(rss / 1024 / 1024)} MB\n`);
process.exitCode = failed > 0 ? 1 : 0;
