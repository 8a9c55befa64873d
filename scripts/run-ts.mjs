// node scripts/run-ts.mjs FILE.ts ARGS: Node 20 does not read TypeScript, so this bundles the file first, with the worker beside
// it.
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
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
/** Scripts resolve paths from their own location, so this keeps it. @type {import('vite').Plugin} */
const scriptsStay = {
  name: 'scripts-stay',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !/\/scripts\/\w+\.mjs$/.test(source)) return null;
    return { id: pathToFileURL(resolve(dirname(importer), source)).href, external: 'absolute' };
  },
};
await build({
  root,
  configFile: join(root, 'vite.node.config.ts'),
  logLevel: 'warn',
  plugins: [scriptsStay],
  // Packages that start browsers and servers are not bundled.
  ssr: { external: ['playwright-core', 'vite'] },
  build: { outDir, rolldownOptions: { input } },
});
process.argv = [/** @type {string} */ (process.argv[0]), join(outDir, `${name}.js`), ...args];
await import(pathToFileURL(join(outDir, `${name}.js`)).href);
