// npm test: sets up what is missing, then runs every check there is. `npm test -- ARGS` hands ARGS to vitest.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingClusterPackages, missingClusters } from './clusters.mjs';
import { installOnDebian } from './debian.mjs';
import { engineNames, findEngines, missingEnginePackages } from './engines.mjs';
import { findPython, installPython, missingPythonPackages } from './python.mjs';
import { ensurePackages, run, runNode } from './setup.mjs';

/** @type {string[]} */
const failures = [];

/** @param {string} title @param {Promise<number>} step */
async function check(title, step) {
  if ((await step) === 0) return process.stdout.write(`ok: ${title}\n`);
  process.stdout.write(`failed: ${title}\n`);
  return failures.push(title);
}

/** Counts tests, and files that could not even be loaded. @param {string} report */
function totals(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  /** @param {{ status: string, assertionResults: { status: string }[] }} file */
  const brokenAsAWhole = (file) =>
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
  return { passed: numPassedTests, failed: numFailedTests + testResults.filter(brokenAsAWhole).length };
}

/** @param {NodeJS.ProcessEnv} env */
async function vitest(env) {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...process.argv.slice(2)], {
    env,
  });
  const { passed, failed } = totals(report);
  rmSync(folder, { recursive: true, force: true });
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

// Programs come from elsewhere than packages, and most checks need none of them.
const programs = installOnDebian([await missingEnginePackages(), missingClusterPackages(), missingPythonPackages()]);
await ensurePackages().catch((error) => {
  process.stdout.write(`${error.message}\n\n0 passed, 1 failed\n`);
  process.exit(1);
});
// After npm ci, which empties the folder in which this is kept.
const python = programs.then(installPython);
await Promise.all([
  check('build', run('npm', ['run', 'build'], { quiet: true })),
  check('types', runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json'])),
  check('types of sim alone', runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.sim.json'])),
  check('biome', runNode('node_modules/@biomejs/biome/bin/biome', ['check', '.'])),
]);
await python;
const engines = await findEngines();
const missing = [...engineNames.filter((name) => !engines[name]), ...missingClusters()];
if (!findPython()) missing.push('python');
const { passed, failed } = await vitest({ ...process.env, FOEDUS_ENGINES: JSON.stringify(engines) });

for (const name of missing) process.stdout.write(`not run: ${name}\n`);
if (process.env.CI) failures.push(...missing.map((name) => `${name} is missing`));
if (failures.length > 0) process.stdout.write(`failed: ${failures.join(', ')}\n`);
process.stdout.write(`\n${passed} passed, ${failed + failures.length} failed\n`);
process.exitCode = failed + failures.length > 0 ? 1 : 0;
