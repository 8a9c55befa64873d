import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built command `foedus classroom` in a process of its own. */
export function classroomServer() {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-bench-'));
  let child: ChildProcess | undefined;
  let port = 0;

  function start(): Promise<string> {
    const args = ['dist/cli/foedus.js', 'classroom', '--dir', folder, '--port', String(port)];
    const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    return new Promise((resolve, reject) => {
      let out = '';
      started.once('close', () => reject(new Error(`the server ended: ${out}`)));
      started.stdout.on('data', (part) => {
        out += part;
        const [, found] = /Instructor: http:\/\/127\.0\.0\.1:(\d+)\//.exec(out) ?? [];
        if (!found) return;
        port = Number(found);
        resolve(`http://127.0.0.1:${found}/`);
      });
    });
  }

  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => child!.once('close', resolve));
    child!.kill('SIGKILL');
    await ended;
  };
  return {
    start,
    kill,
    log: (code: string): Buffer => readFileSync(join(folder, `${code}.room.ndjson`)),
    async end(): Promise<void> {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
