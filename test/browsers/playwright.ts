import { type Browser, type BrowserContext, chromium, firefox, type Page as Tab, webkit } from 'playwright-core';
import type { Engine } from '../../scripts/engines.mjs';
import { type Controls, type Looks, patience, type Size } from './page.ts';

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

function controlsOf(browser: Browser, context: BrowserContext, tab: Tab): Controls {
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
    close: async () => {
      await context.close();
      await browser.close();
    },
  };
}

export async function playwright(
  name: 'chromium' | 'firefox' | 'webkit',
  engine: Engine,
  viewport: Size,
  looks: Looks,
  problems: string[],
): Promise<Controls> {
  const browser = await start(name, engine, looks);
  const context = await browser.newContext({ viewport, ...media(looks) });
  const tab = await context.newPage();
  tab.setDefaultTimeout(patience);
  tab.on('pageerror', (error) => problems.push(String(error)));
  tab.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return controlsOf(browser, context, tab);
}
