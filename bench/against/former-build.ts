// Builds an earlier commit with its own scripts, in its own folder below the system's temporary one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../scripts/setup.mjs';

export interface FormerBuild {
  /** Short name of the commit. */
  commit: string;
  /** Its files and its build. */
  folder: string;
  /** An empty folder beside it, for files that a measurement needs. */
  workshop: string;
}

const git = (...args: string[]): Buffer =>
  execFileSync('git', args, { cwd: root, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'inherit'] });

async function npm(cwd: string, ...args: string[]): Promise<void> {
  if ((await run('npm', args, { quiet: true, cwd })) !== 0) throw new Error(`npm ${args.join(' ')} failed (see above)`);
}

/** @throws {Error} for a revision that is no commit or cannot be built. */
export async function buildFormer(revision: string): Promise<FormerBuild> {
  const commit = git('rev-parse', '--short', '--verify', '--end-of-options', `${revision}^{commit}`).toString().trim();
  const temporary = mkdtempSync(join(tmpdir(), 'foedus-against-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const folder = join(temporary, 'former');
  const workshop = join(temporary, 'workshop');
  for (const one of [folder, workshop]) mkdirSync(one);
  execFileSync('tar', ['-xf', '-', '-C', folder], { input: git('archive', commit) });
  process.stderr.write(`Building ${commit} …\n`);
  const lock = 'package-lock.json';
  const isSame = readFileSync(join(root, lock)).equals(readFileSync(join(folder, lock)));
  if (isSame) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // What builds it is a development dependency, which npm leaves out where NODE_ENV says production, as it does behind a bundler.
  else await npm(folder, 'ci', '--include=dev', '--no-audit', '--no-fund');
  await npm(folder, 'run', 'build');
  return { commit, folder, workshop };
}
