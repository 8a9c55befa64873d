import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { buildIsStale } from '../../scripts/setup.mjs';

export const command = fileURLToPath(new URL('../../dist/cli/foedus.js', import.meta.url));

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

  function start(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (err += part));
    return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))) };
  }
  const foedus = (...args: string[]): Promise<Ended> => start(...args).ended;

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
  return { folder, at, start, foedus, json, file };
}
