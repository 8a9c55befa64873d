import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLink } from '../../formats/link/link.ts';
import { pack, unpack } from '../../formats/link/pack.ts';
import { scenarios } from '../../scenarios/index.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// A link made by the command line, opened in a browser, shared from there, and run by the command line again.

const command = fileURLToPath(new URL('../../dist/cli/foedus.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foedus-link-'));
const said = (...args: string[]): string =>
  execFileSync(process.execPath, [command, 'run', ...args], { cwd: folder, encoding: 'utf8' }).trimEnd();
const digestOf = (...args: string[]): string => JSON.parse(said(...args, '--json')).digest;

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app?.close();
});

const letterOf = (link: string) => unpack(link.slice(4)) as Record<string, unknown>;
const open = async (page: Page, hash: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${app.url}${hash}`);
};
/** The link that the page offers to share, from its # on. */
const offered = async (page: Page): Promise<string> => {
  await page.click('#share');
  const link = await page.waitFor(() => (document.querySelector('#link') as HTMLInputElement | null)?.value);
  return String(link).replace(/^[^#]*/, '');
};

describe.each(available)('a link in %s', (engine) => {
  let page: Page;
  let link: string;
  beforeAll(async () => {
    writeFileSync(
      join(folder, 'placed.json'),
      JSON.stringify([{ kind: 'set', tick: 9, path: 'actors.USA.autonomy', value: 0.9 }]),
    );
    link = said('nato', '--seed', '7', '--set', 'actors.USA.valuation=0.2', '--with', 'placed.json', '--link');
    page = await launch(engine, { viewport: { width: 1440, height: 900 } });
  });
  afterAll(() => page?.close());

  it('runs to the digest of the command line, at its moment, and says that the history is the same', async () => {
    await open(page, `${link}&t=30`);
    await page.waitForText('#digest', digestOf(link));
    await page.waitForText('#date', /^1979/);
    await page.waitForText('.notice', 'Same run as the sender’s');
    expect(page.problems).toEqual([]);
  });

  it('is kept by the address as the run is walked, so that a reload is the same run', async () => {
    await page.press('Home');
    const address = await page.waitFor(() => location.hash.endsWith('&t=0') && location.hash);
    expect(readLink(String(address), scenarios)).toMatchObject({ seed: '7', tick: 0, interventions: [{ tick: 9 }] });
    expect(digestOf(String(address))).toBe(digestOf(link));
  });

  it('is shared again, with its changes, for another seed', async () => {
    await page.fill('#seed', '8');
    await page.waitForText('#digest', digestOf(link, '--seed', '8'));
    const shared = await offered(page);
    expect(readLink(shared, scenarios)).toMatchObject({ seed: '8', interventions: [{ tick: 9 }] });
    expect(digestOf(shared)).toBe(digestOf(link, '--seed', '8'));
    await page.click('.share > .plain');
  });

  it('says from where on its history is another', async () => {
    const letter = letterOf(link);
    const marks = String(letter.marks).replace(/^(.{8}).*/, (whole, kept) => kept.padEnd(whole.length, 'A'));
    await open(page, `#~1.${pack({ ...letter, marks, engine: 'foedus/0.0.1' })}`);
    await page.waitForText('.notice', 'differs from the sender’s from tick 19 on');
    expect(await page.text('.notice')).toContain(`made by foedus/0.0.1, this is ${ENGINE}`);
  });
});

describe.runIf(available.includes('chromium'))('what is looked at', () => {
  it('goes with the address, and with the link that is shared', async () => {
    const page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    try {
      await open(page, '#s=europe-1879-1914&seed=7&t=60&view=matrix&actor=GER');
      await page.waitForText('.details h2', 'German Empire');
      await page.waitFor(() => document.querySelector('.stage .matrix'));
      const shared = await offered(page);
      expect(shared).toMatch(/&t=60&view=matrix&actor=GER$/);
      expect(readLink(shared, scenarios)).toMatchObject({ seed: '7', tick: 60 });
      await page.click('.share > .plain');
      await page.click('.details-close');
      await page.waitFor(() => location.hash.endsWith('&view=matrix'));
      await page.press('n');
      await page.waitFor(() => location.hash.endsWith('&t=60'));
      await open(page, shared.slice(shared.indexOf('#')));
      await page.waitForText('.details h2', 'German Empire');
      await page.waitForText('.notice', 'Same run');
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('sharing', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 390, height: 844 } });
    await page.goto(`${app.url}#s=europe-1879-1914&seed=7&t=60`);
    await page.waitForText('#date', '1894 Q1');
  });
  afterAll(() => page?.close());

  it('is reached by keys, gives the moment on show, and says that the link is copied', async () => {
    await page.evaluate(() => (document.querySelector('#share') as HTMLElement).focus());
    await page.press('Enter');
    await page.waitFor(() => (document.querySelector('#link') as HTMLInputElement | null)?.value);
    const link = await page.evaluate(() => (document.querySelector('#link') as HTMLInputElement).value);
    expect(readLink(link, scenarios)).toMatchObject({ seed: '7', tick: 60, interventions: [] });
    // Without a clipboard, as on a page that came over plain http, the link is selected for the person to copy.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    });
    await page.click('#copy-link');
    await page.waitForText('#shared', 'Selected');
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('#~1.');
    await page.evaluate(() => {
      const clipboard = { writeText: async (text: string) => void (document.title = text) };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    });
    await page.click('#copy-link');
    await page.waitForText('#shared', 'Link copied');
    expect(await page.evaluate(() => document.title)).toBe(link);
  });

  it('has targets as large as a thumb, and shuts nobody out', async () => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#share, dialog.share button')]
        .map((button) => button.getBoundingClientRect())
        .filter(({ width, height }) => width < 44 || height < 44),
    );
    expect(small).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    expect(await page.count('.share-warning')).toBe(0);
  });

  it('saves the run as a file that verify finds identical', async () => {
    await page.evaluate(() => {
      URL.createObjectURL = (blob: Blob | MediaSource) => {
        void (blob as Blob).text().then((text) => Object.assign(window, { saved: text }));
        return '#';
      };
      HTMLAnchorElement.prototype.click = function () {
        Object.assign(window, { savedAs: this.download });
      };
    });
    await page.click('#save-run');
    const saved = await page.waitFor(() => (window as { saved?: string }).saved);
    expect(await page.evaluate(() => (window as { savedAs?: string }).savedAs)).toMatch(
      /^europe-1879-1914-\w{16}\.json$/,
    );
    writeFileSync(join(folder, 'saved.json'), saved!);
    expect(execFileSync(process.execPath, [command, 'verify', 'saved.json'], { cwd: folder, encoding: 'utf8' })).toBe(
      'identical\n',
    );
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('dialog[open]'));
  });

  it('warns where the link is too long for some programs', async () => {
    // Words that deflate can do little with.
    const words = Array.from({ length: 700 }, (_, k) => ((k * 2654435761) % 4294967291).toString(36)).join(' ');
    const letter = { base: 'nato', hash: '', seed: '1', ticks: 5, engine: 'x', marks: '' };
    await open(page, `#~1.${pack({ ...letter, changes: [[['caveats'], [words.slice(0, 4_000)]]] })}`);
    await page.waitForText('#date', '19');
    await offered(page);
    await page.waitForText('.share-warning', /This link has \d+ characters.*A run file is better/);
    expect(await barriers(page)).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('a link from a stranger', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium');
  });
  afterAll(() => page?.close());
  const letter = { base: 'nato', hash: '', seed: '1', ticks: 5, engine: 'x', marks: '' };
  const changed = (path: unknown[], value: unknown): string => `#~1.${pack({ ...letter, changes: [[path, value]] })}`;

  it.each<[string, string, string | RegExp]>([
    ['of a newer version', '#~2.abcd', 'This link is of version 2, which only a newer Foedus can open'],
    ['that was cut off', '#~1.FU1NC4IwGP4v79ls8zD', 'it is damaged'],
    ['to a scenario nobody has', `#~1.${pack({ ...letter, base: '<img src=x onerror=alert(1)>' })}`, 'no scenario'],
    ['with a reserved key', changed(['__proto__', 'polluted'], 1), 'is reserved'],
  ])('%s is told in a sentence above what can be shown', async (_, hash, sentence) => {
    await open(page, hash);
    await page.waitForText('.notice', sentence);
    await page.waitFor(() => document.querySelector('main.replay'));
    expect(page.problems).toEqual([]);
  });

  it.each<[string, string, string | RegExp]>([
    ['a million actors', changed(['actors', 'USA', 'copies'], 1_000_000), 'actors['],
    ['a bomb of a formula', changed(['actors', 'USA', 'contribution'], `${'1+'.repeat(480)}1`), 'contribution'],
    ['no scenario at all', `#~1.${pack({ ...letter, base: undefined, scenario: [1, [2, [3]]] })}`, /expected/i],
  ])('with %s is told in a sentence, and the page goes on', async (_, hash, sentence) => {
    await open(page, hash);
    await page.waitForText('[role="alert"]', sentence);
    await page.goto(`${app.url}#s=delian-league&seed=1`);
    await page.waitForText('#date', 'BCE');
    expect(page.problems).toEqual([]);
  });

  it('with script for names is shown letter by letter', async () => {
    const evil = '<img src=x onerror="document.title=\'taken\'"><script>document.title="taken"</script>';
    const letters = {
      ...letter,
      changes: [
        [['title'], evil],
        [['actors', 'USA', 'name'], evil],
      ],
    };
    await open(page, `#~1.${pack(letters)}`);
    await page.waitForText('h1', '<img src=x');
    expect(await page.evaluate(() => document.title)).not.toBe('taken');
    expect(await page.count('img, main script')).toBe(0);
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('a link that another program touched', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 1366, height: 657 } });
  });
  afterAll(() => page?.close());
  const digests = new Map<string, string>();
  const natoOf = (seed: string): string => {
    const known = digests.get(seed) ?? digestOf('nato', '--seed', seed);
    digests.set(seed, known);
    return known;
  };

  it.each<[string, string]>([
    ['#s=nato&seed=7.', '7'],
    ['#s=nato&seed=7).', '7'],
    ['#s=nato&seed=7&t=3>', '7'],
    ['#s=nato&seed=7&t=3\u200b', '7'],
    ['#s=nato&seed=7?utm_source=mail&utm_medium=x', '7'],
    ['#s=nato&amp;seed=7&amp;t=3', '7'],
    ['#s%3Dnato&seed%3D7', '7'],
    ['%23s%3Dnato%26seed%3D7%252E%26t%3D3', '7.'],
    ['#s=nato&seed=7%2E&t=3', '7.'],
    ['#s=nato&seed=%F0%9F%A4%9D&t=3', '🤝'],
    [`#s=nato&seed=${'x'.repeat(120)}&t=3`, 'x'.repeat(120)],
    ['#s=nato&seed=%207&t=3', ' 7'],
  ])('is the run that was sent, and its address is whole again: %s', async (touched, seed) => {
    await open(page, touched);
    await page.waitForText('#digest', natoOf(seed));
    expect(await page.evaluate(() => (document.querySelector('#seed') as HTMLInputElement).value)).toBe(seed);
    expect(await page.count('.notice')).toBe(0);
    await page.press('Home');
    const address = String(await page.waitFor(() => location.hash.endsWith('&t=0') && location.href));
    expect(address.replace(/#.*$/, '')).toBe(app.url);
    // What the page writes it reads.
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForText('#digest', natoOf(seed));
    await page.waitForText('#date', '1949');
    expect(page.problems).toEqual([]);
  });

  it('as a packed one is too', async () => {
    const link = said('nato', '--seed', '7.', '--link');
    for (const touched of [
      `${link}).`,
      link.replace('~', '%7E'),
      `${link.slice(0, 30)}\u00ad${link.slice(30)}&amp;t=3`,
    ]) {
      await open(page, touched);
      await page.waitForText('#digest', natoOf('7.'));
      expect(await page.text('.notice')).toContain('Same run as the sender’s');
    }
  });

  it.each<[string, string]>([
    ['#s=nato&seed=7&seed=8', 'says “seed” twice'],
    ['#s=nato&sead=7', 'a part “sead” that links do not have'],
    ['#s=atlantis&seed=7', 'no scenario “atlantis”'],
    ['#s=nato&seed=7%3E', 'may not belong to it'],
    ['#top', 'names no run'],
    ['#~1.FU1NC4IwGP4v79ls8zD', 'it is damaged'],
    ['#~', 'it is damaged'],
    ['#s=nato&seed=7;other', 'may not belong to it'],
    ['?s=nato&seed=7', 'names no run'],
  ])('beyond repair is kept, and said to be no run: %s', async (broken, sentence) => {
    await open(page, broken);
    const notice = await page.waitForText('.notice', sentence);
    expect(notice).toContain('What is shown is another run.');
    await page.waitForText('#date', /\d/);
    await page.press('Home');
    await page.waitForText('#date', '1879 Q1');
    await page.press('ArrowRight');
    await page.waitForText('#date', '1879 Q2');
    await page.press('Home');
    await page.waitForText('#date', '1879 Q1');
    expect(await page.evaluate(() => location.search + location.hash)).toBe(broken);
    // Another run has an address of its own.
    await page.fill('#seed', '12');
    await page.waitFor(() => location.hash.includes('seed=12'));
    expect(page.problems).toEqual([]);
  });

  it('leaves what is on show where it is beyond repair', async () => {
    await open(page, '#s=nato&seed=7&t=5');
    await page.waitForText('#digest', natoOf('7'));
    await page.evaluate(() => {
      location.hash = '#s=nato&seed=8&seed=9';
    });
    await page.waitForText('.notice', 'twice');
    expect(await page.text('#digest')).toContain(natoOf('7'));
    await page.press('Home');
    expect(await page.evaluate(() => location.hash)).toBe('#s=nato&seed=8&seed=9');
    await page.evaluate(() => {
      location.hash = '#s=nato&seed=7&t=9';
    });
    await page.waitForText('#date', '1958');
    expect(await page.count('.notice')).toBe(0);
  });
});

describe.runIf(available.includes('chromium'))('a page whose texts a program replaces', () => {
  it('is not to be translated, and goes on where a program does it all the same', async () => {
    const page = await launch('chromium');
    const replaceTexts = () =>
      page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('#app')!, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        for (const [k, text] of texts.entries()) {
          const font = document.createElement('font');
          font.append(document.createElement('font'));
          // Programs differ: some keep the text within, some write another.
          if (k % 2 === 0) {
            text.parentNode!.insertBefore(font, text);
            font.firstChild!.appendChild(text);
          } else {
            font.firstChild!.textContent = text.data;
            text.replaceWith(font);
          }
        }
        return texts.length;
      });
    try {
      await open(page, '#s=nato&seed=7&t=5');
      await page.waitForText('#date', /\d/);
      expect(await page.evaluate(() => document.documentElement.translate)).toBe(false);
      expect(await page.count('meta[name="google"][content="notranslate"]')).toBe(1);
      expect(await replaceTexts()).toBeGreaterThan(50);
      const date = await page.text('#date');
      await page.press('ArrowRight');
      await page.waitFor((before) => document.querySelector('#date')?.textContent !== before, date);
      await replaceTexts();
      await page.fill('#seed', '8');
      await page.waitForText('#digest', digestOf('nato', '--seed', '8'));
      await replaceTexts();
      await page.fill('#scenario', 'delian-league');
      await page.waitForText('#date', 'BCE');
      await page.waitForText('h1', 'Delian');
      const seed = await page.evaluate(() => (document.querySelector('#seed') as HTMLInputElement).value);
      await page.waitForText('#digest', digestOf('delian-league', '--seed', seed));
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
