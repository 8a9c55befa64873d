// npm run baseline [-- SEEDS]: writes bench/baseline/ID.json, for each history the shares of runs in which each pair was allied in
// each year of its record. A later engine is held against these files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { histories } from '../scenarios/index.ts';
import { check } from '../sim/check/check.ts';
import { load } from '../sim/engine/load.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { accepted } from '../sim/experiment/run-request.ts';
import { scenarioHash } from '../sim/schema/canonical.ts';
import { type Baseline, sharesOf } from './baseline/shares.ts';

const FOLDER = 'bench/baseline';
const SEEDS = Number(process.argv[2] ?? 500);

mkdirSync(FOLDER, { recursive: true });
const files: string[] = [];
for (const [id, raw] of Object.entries(histories)) {
  const scenario = accepted(check(raw));
  const { spells } = scenario.history;
  if (!spells) continue;
  const baseline: Baseline = {
    scenario: id,
    scenarioHash: scenarioHash(scenario),
    engine: ENGINE,
    seeds: SEEDS,
    ...sharesOf(load(scenario), spells, SEEDS),
  };
  const file = `${FOLDER}/${id}.json`;
  writeFileSync(file, `${JSON.stringify(baseline)}\n`);
  files.push(file);
  process.stdout.write(`${id}: ${Object.keys(baseline.shares).length} pairs, ${baseline.years.length} years\n`);
}
// Formatted by Biome like every other file, so that `npm run check` passes.
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', ...files], {
  stdio: 'inherit',
});
