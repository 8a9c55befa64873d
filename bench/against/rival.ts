// A process that times one task with one revision's engine, one batch at a request.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build, type Plugin } from 'vite';
import { root } from '../../scripts/setup.mjs';
import { entryPointsIn } from './entry-points.ts';
import type { Task } from './timing-program.ts';

const ENTRY = 'timing-entry';

/** Resolves the timed functions to the paths where this revision keeps them. */
function timingEntry(folder: string): Plugin {
  const places = Object.entries(entryPointsIn(folder));
  const imports = places.map(([name, path]) => `import { ${name} } from ${JSON.stringify(join(folder, path))};`);
  const source = [
    `import { answerRequests } from ${JSON.stringify(join(root, 'bench/against/timing-program.ts'))};`,
    ...imports,
    `await answerRequests({ ${places.map(([name]) => name).join(', ')} }, JSON.parse(process.argv[2]));`,
  ].join('\n');
  return {
    name: ENTRY,
    enforce: 'pre',
    resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
    load: (id) => (id === `\0${ENTRY}` ? source : null),
  };
}

/** Bundles the timing program with the engine in `folder`, as that revision bundles its command; returns the file to run. */
export async function bundleTimingProgram(folder: string, outDir: string): Promise<string> {
  await build({
    root: folder,
    configFile: join(folder, 'vite.node.config.ts'),
    logLevel: 'warn',
    plugins: [timingEntry(folder)],
    build: { outDir, rolldownOptions: { input: { [ENTRY]: ENTRY } } },
  });
  return join(outDir, `${ENTRY}.js`);
}

export interface Rival {
  /** Digest of the warm-up run: equal for two engines that compute the same. */
  digest: string;
  /** Runs a batch; milliseconds. */
  batch(): Promise<number>;
  stop(): void;
}

/** Starts the program; resolves after its warm-up. */
export async function startRival(program: string, task: Task): Promise<Rival> {
  const child = spawn(process.execPath, [program, JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the ${task.kind} process ended by itself with ${await endOf(child)}`);
    return value;
  };
  return {
    digest: await next(),
    batch() {
      child.stdin.write('\n');
      return next().then(Number);
    },
    stop: () => child.stdin.end(),
  };
}

const endOf = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('exit', (code, signal) => resolve(code ?? signal ?? 'no code'));
  });
