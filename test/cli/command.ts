import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildIsStale } from '../../scripts/setup.mjs';

export const command = fileURLToPath(new URL('../../dist/cli/foedus.js', import.meta.url));

const marking = new URL('./fixtures/marks.mjs', import.meta.url).href;

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The built command, run as a process of its own in a folder that lasts as long as the tests of one file. */
export function commandIn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), `foedus-${name}-`));
  const at = (file: string): string => join(folder, file);
  beforeAll(() => {
    if (!existsSync(command)) throw new Error('dist/cli/foedus.js is missing: npm run build');
    if (buildIsStale()) console.warn('dist is older than the sources: the command under test is not what they say');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function spawned(
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let out = '';
    let err = '';
    child.stdout?.on('data', (part) => (out += part));
    child.stderr?.on('data', (part) => (err += part));
    return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))) };
  }
  const start = (...args: string[]) => spawned([command, ...args]);
  const foedus = (...args: string[]): Promise<Ended> => start(...args).ended;

  /** Starts the command, which writes marks of how far it has come; see fixtures/marks.mjs. */
  function startMarked(...args: string[]) {
    const temporary = mkdtempSync(at('temporary-'));
    const FOEDUS_MARKS = join(temporary, 'marks');
    const { child, ended } = spawned(['--import', marking, command, ...args], { FOEDUS_MARKS, TMPDIR: temporary });
    const marks = (): string[] =>
      existsSync(FOEDUS_MARKS) ? readFileSync(FOEDUS_MARKS, 'utf8').split('\n').slice(0, -1) : [];
    async function comesTo(mark: string): Promise<void> {
      while (!marks().includes(mark)) {
        if (child.exitCode !== null) throw new Error(`it ended before it came to "${mark}": ${(await ended).err}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    return { child, ended, marks, comesTo, temporary };
  }

  /** The size of all files of code that the command loads. */
  async function bytesLoaded(...args: string[]): Promise<number> {
    const reports = mkdtempSync(at('coverage-'));
    await spawned([command, ...args], { NODE_V8_COVERAGE: reports }).ended;
    const scripts = readdirSync(reports).flatMap(
      (name): { url: string }[] => JSON.parse(readFileSync(join(reports, name), 'utf8')).result,
    );
    const files = new Set(scripts.map(({ url }) => url).filter((url) => url.startsWith('file:')));
    return [...files].reduce((sum, url) => sum + statSync(new URL(url)).size, 0);
  }

  async function json(...args: string[]) {
    const { code, out, err } = await foedus(...args, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out);
  }

  /** Writes a file and gives its name. */
  function file(named: string, content: unknown): string {
    writeFileSync(
      at(named),
      typeof content === 'string' || content instanceof Buffer ? content : JSON.stringify(content),
    );
    return named;
  }
  return { folder, at, start, startMarked, spawned, foedus, json, file, bytesLoaded };
}
