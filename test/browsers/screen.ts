import type { Page, Size } from './driver.ts';

// What tests of the layout share: a page in a language, and where things are in it.

export const LANGUAGES = ['en', 'es'] as const;

export interface Visit {
  language?: (typeof LANGUAGES)[number];
  /** Whether the first steps are shown. */
  firstSteps?: boolean;
  viewport?: Size;
}

/** Opens the app as somebody has it who was here before. Nothing of an earlier visit in the same browser is left. */
export async function visit(
  page: Page,
  url: string,
  hash: string,
  { language = 'en', firstSteps, viewport = { width: 1280, height: 900 } }: Visit = {},
): Promise<void> {
  // A picture has the app's storage, and runs nothing.
  await page.goto(`${url}favicon.svg`);
  await page.evaluate(
    (spoken, over) => {
      localStorage.clear();
      sessionStorage.clear();
      localStorage.setItem('foedus-language', spoken);
      if (over) localStorage.setItem('foedus-hint', 'over');
    },
    language,
    !firstSteps,
  );
  await page.setViewport(viewport);
  await open(page, url, hash);
}

/** Goes elsewhere in the same browser. */
export async function open(page: Page, url: string, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  await page.waitFor(() => document.querySelector('main.replay'));
}

/** Until what was asked for has been drawn. */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });

/** A branch of the run on show, as a person makes it. */
export async function branchOff(page: Page): Promise<void> {
  await page.click('#branch-here');
  await page.waitFor(() => document.querySelector('#ask-kind'));
  await page.fill('#ask-kind', 'strength');
  await page.click('#branch');
  await page.waitFor(() => document.querySelector('.compare'));
}
