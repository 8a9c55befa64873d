import { escaped } from '../../formats/xml.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Linked } from '../share/linked.ts';
import { payloadOf } from '../share/links.ts';

/** Where the run goes in the page of one file, which the build made with nothing there. */
const PLACE = '<script type="application/json" id="run"></script>';
const TITLE = '<title>Foedus</title>';

/**
 * The whole app as one file with the run in it. Opened anywhere it makes the run anew, and says whether it came out the same.
 * Rejects with a sentence where the page cannot be had.
 */
export async function offlinePage(slices: Pick<Linked, 'run' | 'playback'>, run: RunView): Promise<string> {
  const payload = payloadOf(slices, run);
  const page = document.getElementById('run') ? ownPage() : await fetchedPage();
  return filledPage(page, await payload, run.scenario.title);
}

/** A page with nothing at its place, and what is to stand there; what the payload says can end no element. */
export function filledPage(page: string, payload: string, title: string): string {
  return page
    .replace(TITLE, () => `<title>${escaped(title)} – Foedus</title>`)
    .replace(PLACE, () => PLACE.replace('><', () => `>${payload.replaceAll('<', '\\u003c')}<`));
}

async function fetchedPage(): Promise<string> {
  const answer = await fetch(new URL('offline.html', document.baseURI)).catch(() => undefined);
  const page = answer?.ok ? await answer.text() : '';
  // Where the app was not built, as with a developer’s server, there is a page of that name that is not of one file.
  if (!page.includes(PLACE) || /<script[^>]* src=/.test(page)) throw new Error(t('save.pageMissing'));
  return page;
}

/** This very page, as it was before it ran. */
function ownPage(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const child of [...copy.querySelector('body')!.children])
    if (!child.matches('#app, noscript, script')) child.remove();
  copy.querySelector('#app')!.replaceChildren();
  copy.querySelector('#run')!.textContent = '';
  copy.querySelector('title')!.textContent = 'Foedus';
  return `<!doctype html>\n${copy.outerHTML}\n`;
}
