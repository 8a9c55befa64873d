// npm start: from a fresh clone to a page in the browser.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuild, ensurePackages } from './setup.mjs';

function settings() {
  const { values } = parseArgs({
    options: { port: { type: 'string', short: 'p' }, 'no-open': { type: 'boolean', default: false } },
  });
  const asked = values.port ?? (process.env.PORT || '5173');
  const port = /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(port >= 1 && port <= 65535)) throw new Error(`invalid port: ${asked}`);
  return { port, open: !values['no-open'] && process.stdout.isTTY === true && !process.env.CI };
}

/** Shows the page to a person at a desktop; where there is none, the printed address has to do. @param {string} url */
function show(url) {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open', url] : platform === 'win32' ? ['explorer', url] : ['xdg-open', url];
  spawn(/** @type {string} */ (command), args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

try {
  const { port, open } = settings();
  await ensurePackages();
  await ensureBuild();
  // Not at the top: on a fresh clone it is built first.
  const { startClassroom } = await import(new URL('../dist/cli/classroom-service.js', import.meta.url).href);
  const server = await startClassroom({ port, orNext: true, lan: false });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => server.close().finally(() => process.exit(0)));
  }
  // Browsers keep what a page stores by its address, so the page's stays what it was.
  const page = server.local.replace('127.0.0.1', 'localhost');
  process.stdout.write(`Foedus is running at ${page}\nThe classroom is at ${server.instructor}\n`);
  if (open) show(page);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(2);
}
