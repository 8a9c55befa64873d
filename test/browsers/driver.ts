import { serve } from '../../scripts/serve.mjs';
import { buildIsStale } from '../../scripts/setup.mjs';
import { type EngineName, engines } from './engines.ts';
import { type Looks, type Page, pageOf, type Size, type Whereabouts } from './page.ts';
import { playwright } from './playwright.ts';
import { webdriver } from './webdriver.ts';

export { available, type EngineName } from './engines.ts';
export type { Looks, Page, Size } from './page.ts';

export type LaunchOptions = Looks & Whereabouts & { viewport?: Size };

/** Opens a page in a headless browser, with nothing in its memory. */
export async function launch(name: EngineName, options: LaunchOptions = {}): Promise<Page> {
  const engine = engines[name];
  if (!engine) throw new Error(`${name} is not on this computer`);
  const { viewport = { width: 1280, height: 900 }, timeZone, clockAhead, ...looks } = options;
  const problems: string[] = [];
  const controls =
    engine.by === 'webdriver'
      ? await webdriver(engine, viewport, looks)
      : await playwright(name, engine, { viewport, looks, whereabouts: { timeZone, clockAhead } }, problems);
  return pageOf(name, controls, problems);
}

/** Serves the built app on a free port. */
export async function serveApp(): Promise<{ url: string; close: () => Promise<void> }> {
  if (buildIsStale())
    console.warn('dist is older than the sources: the page under test is not what they say (npm run build)');
  return serve();
}
