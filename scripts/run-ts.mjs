// node scripts/run-ts.mjs FILE.ts ARGS: Node 20 does not read TypeScript, so bundle the file first, with the worker beside it.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file || !existsSync(join(root, file))) {
  process.stderr.write(`no such file: ${file ?? '(none named)'}\n`);
  process.exit(2);
}
const { build } = await import('vite');
const name = basename(file, '.ts');
const outDir = join(root, 'dist/run', name);
/** @type {Record<string, string>} */
const input = { [name]: file };
if (existsSync(join(root, 'workers/node-worker.ts'))) input['node-worker'] = 'workers/node-worker.ts';
await build({
  root,
  configFile: join(root, 'vite.node.config.ts'),
  logLevel: 'warn',
  // Not bundled: what starts browsers and servers, and the scripts, which know where they lie.
  ssr: { external: ['playwright-core', 'vite'] },
  build: { outDir, rolldownOptions: { input, external: [/\/scripts\/\w+\.mjs$/] } },
});
process.argv = [/** @type {string} */ (process.argv[0]), join(outDir, `${name}.js`), ...args];
await import(pathToFileURL(join(outDir, `${name}.js`)).href);
