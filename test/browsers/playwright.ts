import { type Browser, type BrowserContext, chromium, firefox, type Page as Tab, webkit } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Engine } from '../../scripts/engines.mjs';
import { type Controls, type Looks, patience, type Size, type Whereabouts } from './page.ts';

const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A stock Firefox takes looks only as preferences, at its start. */
const firefoxPreferences = ({ dark, reducedMotion }: Looks) => ({
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
  'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
});

const media = ({ dark, reducedMotion, forcedColors, print }: Looks) => ({
  ...(forcedColors === undefined ? {} : { forcedColors: forcedColors ? ('active' as const) : ('none' as const) }),
  ...(print === undefined ? {} : { media: print ? ('print' as const) : ('screen' as const) }),
  ...(dark === undefined ? {} : { colorScheme: dark ? ('dark' as const) : ('light' as const) }),
  ...(reducedMotion === undefined
    ? {}
    : { reducedMotion: reducedMotion ? ('reduce' as const) : ('no-preference' as const) }),
});

function start(name: 'chromium' | 'firefox' | 'webkit', engine: Engine, looks: Looks): Promise<Browser> {
  const executablePath = engine.path;
  if (name === 'chromium') return chromium.launch({ executablePath, args: chromiumArguments });
  if (name === 'webkit') return webkit.launch({ executablePath });
  const channel = engine.by === 'stock' ? { channel: 'moz-firefox' } : {};
  return firefox.launch({ executablePath, ...channel, firefoxUserPrefs: firefoxPreferences(looks) });
}

/** By name and what is set at the start: a file of tests starts each browser once, since a start takes longer than many a test. */
const running = new Map<string, Promise<Browser>>();

async function shared(name: 'chromium' | 'firefox' | 'webkit', engine: Engine, looks: Looks): Promise<Browser> {
  const key = JSON.stringify([name, engine.path, name === 'firefox' ? firefoxPreferences(looks) : {}]);
  const there = await running.get(key);
  if (there?.isConnected()) return there;
  const browser = start(name, engine, looks);
  running.set(key, browser);
  return browser;
}

afterAll(async () => {
  for (const browser of running.values()) await browser.then((one) => one.close());
});

function controlsOf(context: BrowserContext, tab: Tab): Controls {
  return {
    goto: async (url) => {
      await tab.goto(url);
    },
    expression: (source) => tab.evaluate(source),
    click: (selector) => tab.locator(selector).first().click(),
    press: (key) => tab.keyboard.press(key),
    png: () => tab.screenshot(),
    resize: (size) => tab.setViewportSize(size),
    look: (looks) => tab.emulateMedia(media(looks)),
    close: () => context.close(),
  };
}

/** Runs in the page before all else. */
function setClockAhead(by: number): void {
  const Now = Date;
  globalThis.Date = class extends Now {
    constructor(...given: []) {
      super(...((given.length > 0 ? given : [Now.now() + by]) as []));
    }
    static override now = () => Now.now() + by;
  } as DateConstructor;
}

interface Opened {
  viewport: Size;
  looks: Looks;
  whereabouts: Whereabouts;
}

export async function playwright(
  name: 'chromium' | 'firefox' | 'webkit',
  engine: Engine,
  { viewport, looks, whereabouts: { timeZone, clockAhead } }: Opened,
  problems: string[],
): Promise<Controls> {
  const browser = await shared(name, engine, looks);
  // A context remembers nothing of another one: storage, caches and workers are its own.
  const context = await browser.newContext({ viewport, ...media(looks), ...(timeZone && { timezoneId: timeZone }) });
  if (clockAhead !== undefined) await context.addInitScript(setClockAhead, clockAhead);
  const tab = await context.newPage();
  tab.setDefaultTimeout(patience);
  tab.on('pageerror', (error) => problems.push(String(error)));
  tab.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return controlsOf(context, tab);
}
