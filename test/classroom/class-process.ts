import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../cli/command.ts';

/** The built command `foedus classroom` as a process of its own, whose rooms lie in a folder that lasts until it is closed. */
export function classProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-class-'));
  let child: ChildProcess | undefined;
  let printed = '';
  const found = (wanted: RegExp): string => wanted.exec(printed)?.[1] ?? '';
  const ended = (): Promise<number | null> =>
    new Promise((resolve) => (child ? child.once('close', resolve) : resolve(null)));

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const code = ended();
    child?.kill(signal);
    return code;
  }

  return {
    folder,
    /** Resolves to its address when it serves. All that it prints is read: a command whose reader is gone ends. */
    serve(port = 0, ...more: string[]): Promise<string> {
      const args = [command, 'classroom', '--dir', folder, '--port', String(port), ...more];
      const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      printed = '';
      return new Promise((resolve, reject) => {
        started.once('close', () => reject(new Error(`it ended: ${printed}`)));
        started.stdout.on('data', (part) => {
          printed += part;
          if (printed.includes('Ctrl-C')) resolve(found(/Instructor: (\S+?)teach/));
        });
      });
    },
    /** Where it listens, and the key of who may open rooms. */
    port: (): number =>
      Number(found(/Listens at: http:\S+?:(\d+)\//) || found(/Instructor: http:\/\/127\.0\.0\.1:(\d+)\//)),
    key: (): string => found(/teach#(\S+)/),
    /** Without a word, as when a battery is empty. */
    kill: () => end('SIGKILL'),
    /** As by Ctrl-C; resolves to its exit code. */
    interrupt: () => end('SIGINT'),
    close(): void {
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
