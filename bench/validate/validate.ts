// npm run validate [-- --quick]: tests the model for the patterns of the literature, and the classics for the published numbers. A
// full run writes docs/validation.md; with --published only the table of those numbers is made anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openNodePool } from '../../workers/node.ts';
import type { PoolProgress } from '../../workers/pool.ts';
import { ablations } from './ablations.ts';
import { chart } from './chart.ts';
import { batchOf, verdictOf } from './experiment.ts';
import { EXPERIMENTS } from './experiments/index.ts';
import { PUBLISHED } from './published/index.ts';
import { COMPARED, regularities } from './published/regularities.ts';
import { answered, publishedTable } from './published/table.ts';
import { type PatternOutcome, pictureOf, validationReport, withPublished } from './report.ts';

const quick = process.argv.includes('--quick');
const sizes = quick ? { seeds: 20, ablationSeeds: 10 } : { seeds: 200, ablationSeeds: 200 };

const { stderr } = process;
const onProgress = ({ done, jobs }: PoolProgress): void => {
  if (stderr.isTTY) stderr.write(done < jobs ? `\r${done} of ${jobs} batches of runs\u001b[K` : '\r\u001b[K');
};

const begun = performance.now();
const write = (file: string, content: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const REPORT = 'docs/validation.md';
const numbers = [
  publishedTable(
    answered(PUBLISHED, (done) => {
      if (stderr.isTTY)
        stderr.write(
          done < PUBLISHED.length ? `\r${done} of ${PUBLISHED.length} published numbers\u001b[K` : '\r\u001b[K',
        );
    }),
  ),
  COMPARED,
  regularities(),
].join('\n\n');
if (process.argv.includes('--published')) {
  write(REPORT, withPublished(readFileSync(REPORT, 'utf8'), numbers));
  await new Promise((done) => process.stdout.write(`${numbers}\n`, done));
  process.exit();
}
const pool = openNodePool();
const patterns = EXPERIMENTS.map(({ conditions, reporters }) => batchOf(conditions, sizes.seeds, reporters));
const rows = ablations(sizes.ablationSeeds);
const jobs = [...patterns, rows].flatMap((batch) => batch.jobs);
const answers = await pool.map(jobs, { onProgress });
pool.close();

let at = 0;
const take = (count: number): Float64Array[] => answers.slice(at, (at += count));
const outcomes: PatternOutcome[] = EXPERIMENTS.map((experiment, k) => {
  const batch = patterns[k]!;
  return { experiment, findings: experiment.compare(batch.read(take(batch.jobs.length))) };
});
const text = withPublished(validationReport(outcomes, rows.read(take(rows.jobs.length)), sizes), numbers);

if (!quick) {
  write(REPORT, text);
  for (const { experiment, findings } of outcomes)
    write(join('docs', pictureOf(experiment)), chart(experiment.title, findings));
}
process.stdout.write(text);
for (const { experiment, findings } of outcomes) stderr.write(`${experiment.id} ${verdictOf(findings)}\n`);
stderr.write(`${((performance.now() - begun) / 1000).toFixed(0)} seconds\n`);
