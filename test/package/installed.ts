import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildIsStale, root } from '../../scripts/setup.mjs';

const onWindows = process.platform === 'win32';

export const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', shell: onWindows && command !== process.execPath });

/** The package as npm packs it, installed in an empty folder that lasts as long as the tests of one file. */
export function installedPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-package-'));
  const at = (...parts: string[]): string => join(folder, ...parts);
  const tarball = at('foedus.tgz');
  beforeAll(() => {
    if (!existsSync(join(root, 'dist/lib/index.js'))) throw new Error('dist/lib/index.js is missing: npm run build');
    if (buildIsStale()) console.warn('dist is older than the sources: the library under test is not what they say');
    const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
    writeFileSync(tarball, readFileSync(at(filename)));
    rmSync(at(filename));
    writeFileSync(at('package.json'), JSON.stringify({ private: true, type: 'module' }));
    run('npm', ['install', tarball, '--prefer-offline', '--no-audit', '--no-fund'], folder);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the code as a module of that folder, and gives what it prints. */
  function node(name: string, code: string): string {
    writeFileSync(at(name), code);
    return run(process.execPath, [at(name)], folder);
  }

  /** What the compiler of this house has to say of files there, held to the letter, the packages' own types too. */
  function compile(name: string, files: Readonly<Record<string, string>>, options: object): string {
    mkdirSync(at(name), { recursive: true });
    for (const [file, code] of Object.entries(files)) writeFileSync(at(name, file), code);
    const compilerOptions = { module: 'NodeNext', target: 'ES2022', strict: true, skipLibCheck: false, ...options };
    writeFileSync(at(name, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    try {
      return run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', at(name)], folder);
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }
  return { folder, tarball, at, node, compile };
}

/** Bytes of all files under a path; a link counts for itself. */
export function bytesUnder(path: string): number {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0);
}

export { root };
