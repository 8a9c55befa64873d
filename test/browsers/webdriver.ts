import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../scripts/engines.mjs';
import { type Controls, type Looks, patience, type Size } from './page.ts';

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A screen nobody looks at; Xvfb chooses its number and tells it on its fourth pipe. */
function startDisplay(command: string): Promise<{ process: ChildProcess; name: string }> {
  const display = spawn(command, ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    display.once('error', reject);
    display.once('exit', () => reject(new Error('Xvfb did not start')));
    display.stdio[3]?.once('data', (number) => resolve({ process: display, name: `:${String(number).trim()}` }));
  });
}

/** GTK reads a person's taste from a settings file, once, at the start. */
function writeTaste(home: string, { reducedMotion }: Looks) {
  const folder = join(home, 'gtk-3.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.ini'), `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`);
}

const environment = (display: string, home: string) => ({
  ...process.env,
  DISPLAY: display,
  HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_DATA_HOME: home,
  XDG_CACHE_HOME: home,
  XDG_RUNTIME_DIR: home,
  LANG: 'en_US.UTF-8', // without a language the page's own is "C", which Intl refuses
  LC_ALL: 'en_US.UTF-8',
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // it cannot nest in a container; the pages are ours
  MESA_SHADER_CACHE_DISABLE: 'true',
  NO_AT_BRIDGE: '1',
});

function askerAt(address: string): Ask {
  return async (method, path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(address + path, { method, headers, body: body ? JSON.stringify(body) : null });
    const { value } = (await answer.json()) as { value: unknown };
    const fault = value as { error?: string; message?: string } | null;
    if (fault && typeof fault === 'object' && fault.error) throw new Error(`${fault.error}: ${fault.message}`);
    return value;
  };
}

async function openSession(ask: Ask, binary: string, { dark }: Looks): Promise<string> {
  for (let waited = 0; waited < patience; waited += 100) {
    if (await ask('GET', '/status').catch(() => null)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation', ...(dark ? ['--dark-mode'] : [])] } };
  const session = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', ...options } },
  });
  const path = `/session/${(session as { sessionId: string }).sessionId}`;
  await ask('POST', `${path}/timeouts`, { script: 2 * patience, pageLoad: patience, implicit: 0 });
  return path;
}

// The private-use letters by which WebDriver names the keys that print nothing.
const keys = new Map(
  Object.entries({
    Backspace: '\uE003',
    Tab: '\uE004',
    Enter: '\uE007',
    Shift: '\uE008',
    Control: '\uE009',
    Alt: '\uE00A',
    Escape: '\uE00C',
    Space: ' ',
    PageUp: '\uE00E',
    PageDown: '\uE00F',
    End: '\uE010',
    Home: '\uE011',
    ArrowLeft: '\uE012',
    ArrowUp: '\uE013',
    ArrowRight: '\uE014',
    ArrowDown: '\uE015',
    Insert: '\uE016',
    Delete: '\uE017',
    Meta: '\uE03D',
  }),
);

async function press(ask: Ask, session: string, chord: string) {
  const names = chord.length === 1 ? [chord] : chord.split('+');
  const values = names.map((name) => {
    const value = keys.get(name) ?? (name.length === 1 ? name : undefined);
    if (value === undefined) throw new Error(`unknown key: ${name}`);
    return value;
  });
  const down = values.map((value) => ({ type: 'keyDown', value }));
  const up = [...values].reverse().map((value) => ({ type: 'keyUp', value }));
  await ask('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] });
}

/** The window has a frame and a toolbar around the view: grow it by what is missing. */
async function resize(ask: Ask, session: string, wanted: Size) {
  let { width, height } = wanted;
  for (let attempt = 0; attempt < 4; attempt++) {
    await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width, height });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const script = 'return [innerWidth, innerHeight]';
    const [innerWidth, innerHeight] = (await ask('POST', `${session}/execute/sync`, { script, args: [] })) as number[];
    if (innerWidth === wanted.width && innerHeight === wanted.height) return;
    width += wanted.width - innerWidth!;
    height += wanted.height - innerHeight!;
  }
}

async function expression(ask: Ask, session: string, source: string) {
  const script = `const tell = arguments[arguments.length - 1];
    Promise.resolve().then(() => ${source}).then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
  const answer = await ask('POST', `${session}/execute/async`, { script, args: [] });
  const { value, error } = answer as { value?: string; error?: string };
  if (error) throw new Error(error);
  return value;
}

/** Brings the element into view, and waits until it has kept its place for two frames; a failure says that it never did. */
const stillness = (selector: string) => `new Promise((resolve, reject) => {
  const selector = ${JSON.stringify(selector)};
  const place = () => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box && [box.x, box.y, box.width, box.height].join(' ');
  };
  const deadline = performance.now() + ${patience};
  let last;
  let frames = 0;
  const look = () => {
    const now = place();
    frames = now !== undefined && now === last ? frames + 1 : 0;
    last = now;
    if (frames === 2) resolve();
    else if (performance.now() > deadline) reject(new Error(selector + ' does not stand still'));
    else requestAnimationFrame(look);
  };
  document.querySelector(selector)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  requestAnimationFrame(look);
})`;

/**
 * WebDriver looks where the element is and presses there, in two steps: what moves between them is missed. So it is asked
 * only once the element stands still, as playwright does of itself. WebDriver refuses to press what something else covers.
 */
async function click(ask: Ask, session: string, selector: string) {
  await expression(ask, session, stillness(selector));
  const found = await ask('POST', `${session}/element`, { using: 'css selector', value: selector });
  const [element] = Object.values(found as Record<string, string>);
  await ask('POST', `${session}/element/${element}/click`, {});
}

/** Everything started for one browser, and its end, also when the tests die first. */
function household(home: string) {
  const children: ChildProcess[] = [];
  const end = () => {
    for (const child of children) child.kill('SIGKILL');
    try {
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    } catch {
      // The dying browser may still be writing there; a left-over folder in /tmp is no fault of the page.
    }
  };
  process.once('exit', end);
  return {
    add: (child: ChildProcess) => children.push(child),
    end: () => {
      process.off('exit', end);
      end();
    },
  };
}

export async function webdriver(engine: Engine & { by: 'webdriver' }, viewport: Size, looks: Looks): Promise<Controls> {
  const home = mkdtempSync(join(tmpdir(), 'foedus-webkit-'));
  const house = household(home);
  try {
    writeTaste(home, looks);
    const display = await startDisplay(engine.display);
    house.add(display.process);
    const port = await freePort();
    house.add(
      spawn(engine.driver, [`--port=${port}`, '--host=127.0.0.1'], {
        env: environment(display.name, home),
        stdio: 'ignore',
      }),
    );
    const ask = askerAt(`http://127.0.0.1:${port}`);
    const session = await openSession(ask, engine.path, looks);
    await resize(ask, session, viewport);
    return {
      goto: async (url) => {
        await ask('POST', `${session}/url`, { url });
      },
      expression: (source) => expression(ask, session, source),
      click: (selector) => click(ask, session, selector),
      press: (chord) => press(ask, session, chord),
      png: async () => Buffer.from((await ask('GET', `${session}/screenshot`)) as string, 'base64'),
      resize: (size) => resize(ask, session, size),
      look: async () => {},
      close: async () => {
        await ask('DELETE', session).catch(() => {});
        house.end();
      },
    };
  } catch (error) {
    house.end();
    throw error;
  }
}
