// npm run seeds: writes scenarios/seeds.json, the seed with which the page opens each scenario that has a record: of the first
// thousand, the run that comes nearest to it. Needed again after every change of the engine or of such a scenario.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { DeclaredSeed } from '../scenarios/declared-seeds.ts';
import { scenarios } from '../scenarios/index.ts';
import { check, faultSentence } from '../sim/check/check.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { hasRecord, nearestSeed } from '../sim/experiment/nearest-seed.ts';
import { scenarioHash } from '../sim/schema/canonical.ts';
import { openNodePool } from '../workers/node.ts';

const FILE = 'scenarios/seeds.json';
const { stderr } = process;
const begun = performance.now();
const pool = openNodePool();
const declared: Record<string, DeclaredSeed> = {};
for (const [id, raw] of Object.entries(scenarios)) {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(`${id}: ${checked.faults.map(faultSentence).join('; ')}`);
  const scenario = checked.value;
  if (!hasRecord(scenario)) continue;
  const { seed, ...score } = await nearestSeed(
    (jobs) =>
      pool.map(jobs, {
        onProgress({ done, jobs: all }) {
          if (stderr.isTTY)
            stderr.write(done < all ? `\r${id}: ${done} of ${all} batches of runs\u001b[K` : '\r\u001b[K');
        },
      }),
    scenario,
  );
  declared[id] = { seed, engine: ENGINE, scenarioHash: scenarioHash(scenario), ...score };
  process.stdout.write(`${id}: seed ${seed}, score ${score.score.toFixed(4)}\n`);
}
pool.close();
writeFileSync(FILE, `${JSON.stringify(declared, null, 2)}\n`);
// Formatted by Biome like every other file, so that `npm run check` passes.
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', FILE], {
  stdio: 'inherit',
});
stderr.write(`${((performance.now() - begun) / 1000).toFixed(0)} seconds\n`);
