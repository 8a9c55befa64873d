// Finds a Python that has the packages with which the manual reads results, or makes one beside the packages of npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

/** The versions that docs/read-results.md names. */
export const pythonPackages = { duckdb: '1.5.6', pandas: '3.0.6', pyarrow: '25.0.1', polars: '1.44.2' };

const onWindows = process.platform === 'win32';
const python3 = onWindows ? 'python' : 'python3';
const folder = join(root, 'node_modules/.cache/foedus-python');
const own = join(folder, onWindows ? 'Scripts/python.exe' : 'bin/python3');
const MINUTE = 60_000;

/** @param {string} python @param {string} code */
const says = (python, code) =>
  spawnSync(python, ['-c', code], { encoding: 'utf8', timeout: MINUTE, killSignal: 'SIGKILL' }).stdout?.trim();

const VERSIONS = `
from importlib.metadata import version
print(*[version(name) for name in '${Object.keys(pythonPackages).join(' ')}'.split()])
`;

/** @param {string} python */
const hasPackages = (python) => says(python, VERSIONS) === Object.values(pythonPackages).join(' ');

/** The command of a Python with exactly these packages. */
export const findPython = () =>
  [own, python3].find((python) => (python !== own || existsSync(own)) && hasPackages(python));

/** What Debian has of a Python that can make another. */
export const missingPythonPackages = () =>
  findPython() || says(python3, 'import ensurepip, venv; print(1)') === '1' ? [] : ['python3', 'python3-venv'];

/** Makes a Python with these packages, unless there is one. Ends soon where there is no network. */
export async function installPython() {
  if (findPython()) return;
  const wanted = Object.entries(pythonPackages).map(([name, version]) => `${name}==${version}`);
  process.stderr.write(`Installing ${wanted.join(' ')} (pip) …\n`);
  const limited = { quiet: true, timeout: 5 * MINUTE };
  if ((await run(python3, ['-m', 'venv', '--clear', folder], limited)) !== 0) return;
  // Nothing is compiled: that would take longer than all tests.
  const patient = ['--no-input', '--disable-pip-version-check', '--timeout', '15', '--retries', '2'];
  await run(own, ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', ...patient, ...wanted], limited);
}
