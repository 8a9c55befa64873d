// What `npm start` and `npm test` do before anything else. Plain Node: nothing is installed yet when this runs.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const onWindows = process.platform === 'win32';

/** Runs a command with no standard input; resolves to its exit code, 127 when it cannot be started. It is killed after `timeout` milliseconds.
 * @param {string} command @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, timeout?: number }} [options]
 * @returns {Promise<number>} */
export function run(command, args, { quiet = false, env = process.env, cwd = root, timeout } = {}) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const kept = [];
    const child = spawn(command, args, {
      cwd,
      env,
      timeout,
      killSignal: 'SIGKILL',
      shell: onWindows && command === 'npm',
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    child.stdout?.on('data', (part) => kept.push(part));
    child.stderr?.on('data', (part) => kept.push(part));
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(kept)); // silence is for success only
      resolve(code ?? 1);
    });
  });
}

/** Runs a package's own script with this very Node. @param {string} script @param {string[]} args */
export const runNode = (script, args, options = {}) => run(process.execPath, [join(root, script), ...args], options);

/** True when node_modules holds exactly what the lock file asks for; file times say nothing after a git checkout. */
function packagesAreInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  /** @param {string} file @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const has = packages(installed);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, asked]) =>
      path === '' || asked.optional || (has[path]?.version === asked.version && existsSync(join(root, path))),
  );
}

/** Installs the packages if they are missing or differ from the lock file. */
export async function ensurePackages() {
  if (packagesAreInstalled()) return;
  process.stderr.write('Installing packages (npm ci) …\n');
  // Build and test tools are of no use to users of the package, so all are development dependencies, which NODE_ENV may leave out.
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet: true });
  if (code !== 0) throw new Error('npm ci failed (see above)');
}

const sources = [
  ...['index.html', 'offline.html', 'play.html', 'teach.html', 'projector.html', 'public', 'package-lock.json'],
  ...['vite.config.ts', 'vite.offline.config.ts', 'vite.student.config.ts', 'vite.staff.config.ts'],
  ...['vite.node.config.ts', 'vite.lib.config.ts'],
  ...['tsconfig.base.json', 'tsconfig.lib.json', 'scripts/declarations.mjs', 'scripts/licenses.mjs'],
];
const rooms = ['sim', 'scenarios', 'workers', 'formats', 'viz', 'cli', 'classroom'];

/** The latest change under a path, folders included so that a removed file counts. @param {string} path @returns {number} */
function lastChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/** True when dist is missing or older than a source it was made from. */
export function buildIsStale() {
  const made = ['dist/app/index.html', 'dist/cli/foedus.js', 'dist/lib/index.js', 'dist/lib/types/sim/index.d.ts'].map(
    (file) => lastChange(join(root, file)),
  );
  return Math.max(...[...sources, ...rooms].map((path) => lastChange(join(root, path)))) > Math.min(...made);
}

/** Builds the app, the command line and the library if needed. */
export async function ensureBuild() {
  if (!buildIsStale()) return;
  process.stderr.write('Building …\n');
  if ((await run('npm', ['run', 'build'], { quiet: true })) !== 0) throw new Error('the build failed');
}
