import type { Page } from './driver.ts';

/** As wide as a reader may set it (WCAG 2.1, 1.4.12). */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** Texts that are cut off, by their tags and classes, once lines, words and letters stand apart, and were not before. */
export async function cutBySpacing(page: Page): Promise<string[]> {
  const cut = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => {
          if (!element.checkVisibility() || !element.textContent?.trim()) return false;
          const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
          // What stands in one line with an ellipsis has its whole text elsewhere; what is read to the ear alone is one pixel wide.
          if (textOverflow === 'ellipsis' || element.clientWidth <= 1) return false;
          const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
          return (
            (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
          );
        })
        .map((element) => `${element.localName}.${element.className}#${element.id}`),
    );
  const before = new Set(await cut());
  // The page's policy forbids a style element, and would leave the test without effect.
  const isSpaced = await page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
    return getComputedStyle(document.querySelector('h1, h2, button')!).letterSpacing !== 'normal';
  }, SPACED);
  if (!isSpaced) throw new Error('the letters stand as before');
  const after = await cut();
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return after.filter((one) => !before.has(one));
}
