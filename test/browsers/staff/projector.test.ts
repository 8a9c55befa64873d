import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../axe.ts';
import { available, launch, type Page } from '../driver.ts';
import { cutBySpacing } from '../spacing.ts';
import { serveStaffPages } from './build.ts';
import { qrIn } from './qr.ts';
import { CODE, JOIN, MARKUP, type Point, PROJECTOR, STAGES } from './states.ts';

declare const script: import('./scripted-room.ts').Script;

/** What the wall's replay is told beside its moment. */
const KEY = `key=${PROJECTOR}&led=en`;
const WALL = { width: 1920, height: 1080 };
const HEADINGS: Record<Point, [string, string]> = {
  lobby: [JOIN.short, JOIN.short],
  predict: ['What do you expect?', '¿Qué esperas?'],
  round: ['Decide now', 'Decide ahora'],
  paused: ['Decide now', 'Decide ahora'],
  deadline: ['Decide now', 'Decide ahora'],
  running: ['The round is played', 'Se juega la ronda'],
  crisis: ['A call to arms', 'Llamada a las armas'],
  between: ['What happened', 'Qué ha pasado'],
  last: ['What happened', 'Qué ha pasado'],
  debrief: ['Your game', 'Vuestra partida'],
};

let app: Awaited<ReturnType<typeof serveStaffPages>>;
let page: Page;
beforeAll(async () => {
  app = await serveStaffPages();
});
afterAll(() => app?.close());
afterEach(() => page?.close());

async function open(language: 'en' | 'es' = 'en', looks: { dark?: boolean; reducedMotion?: boolean } = {}) {
  page = await launch('chromium', { viewport: WALL, reducedMotion: true, ...looks });
  await page.goto(`${app.url}projector.html?class=${language}#${CODE}.${PROJECTOR}`);
  await page.waitForText('h1', JOIN.short);
}

const play = async (point: Point, change: object = {}): Promise<void> => {
  await page.evaluate((at, more) => script.play(at, more), point, change);
};

/** Whether the whole page is in view: nobody scrolls a wall. */
const fits = () =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
  });

/** Height of the smallest letters in view, px. */
const smallest = () =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('p, li, dd, dt, h1, h2, b, span')]
        .filter((one) => one.textContent !== '' && !one.closest('.unseen') && one.getClientRects().length > 0)
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ),
  );

describe.runIf(available.includes('chromium'))('the projector of a class', () => {
  it.each([
    ['en', false],
    ['es', true],
  ] as const)(
    'shows every point of a game whole, without a barrier and with nothing to press: %s, dark %s',
    async (language, dark) => {
      await open(language, { dark });
      for (const point of STAGES) {
        await play(point);
        await page.waitForText('h1', HEADINGS[point][language === 'es' ? 1 : 0]);
        if (point === 'debrief') await page.waitForText('.books', language === 'es' ? 'cumplida' : 'kept');
        expect([point, await fits()]).toEqual([point, true]);
        expect(await page.count('button, input, select, a, summary, [tabindex="0"]')).toBe(0);
        expect([point, await barriers(page), await cutBySpacing(page)]).toEqual([point, [], []]);
        // A row of the class has 30 px of a wall of 1080 for a letter; beside the replay there is less room.
        expect(await smallest()).toBeGreaterThanOrEqual(point === 'debrief' ? 18 : 24);
      }
      expect(page.problems).toEqual([]);
    },
  );

  it('has a code that a phone reads from its picture, dark on white in the dark too', async () => {
    await open('en', { dark: true });
    expect(qrIn(await page.screenshot())).toBe(JOIN.url);
    await page.emulate({ dark: false });
    expect(qrIn(await page.screenshot())).toBe(JOIN.url);
  });

  it('says how many are here and which seats are taken, and tells when phones cannot come', async () => {
    await open();
    expect(await page.text('.here')).toBe('21 of 22 here');
    expect(await page.text('.seats li:nth-child(1)')).toMatch(/United Kingdom.*4 players/);
    expect(await page.text('.seats li:nth-child(7)')).toMatch(/^Japan\s*free$/);
    expect(
      await page.evaluate(() => document.querySelector('.seats li:nth-child(7) svg')?.getAttribute('aria-label')),
    ).toBe('computer');
    // No sign that only some fonts have.
    expect(await page.text('main')).not.toMatch(/\p{Extended_Pictographic}/u);
    await play('lobby', { join: { ...JOIN, reach: 'loopback' } });
    await page.waitForText('.trouble', 'Phones cannot reach this computer');
  });

  it('counts who has decided as they decide, never who, and its clock runs', async () => {
    await open();
    await play('round');
    await page.waitForText('.progress', '18 of 22 decided');
    await page.evaluate(() => script.count(19));
    await page.waitForText('.progress', '19 of 22 decided');
    const acts = await page.text('.options ul');
    expect(acts).toContain('Choose how much you contribute');
    expect(acts).toContain('Vote in your treaties');
    await page.waitForText('.digits', /^1:3[0-3]$/);
    await play('paused');
    await page.waitForText('.paused', 'Paused');
    expect(await page.text('.digits')).toBe('1:35');
  });

  it('tells what happened in sentences, those at once who want no motion', async () => {
    await open();
    await play('between');
    await page.waitForText('.told', 'Germany, Austria-Hungary, and Italy found Triple Alliance.');
    expect(await page.text('.told')).toContain('Russia breaks the promise to Serbia.');
    expect(await page.text('.results .more')).toBe('and 2 more events');
    const names = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('.told li:nth-child(3)')!).animationName);
    expect(await names()).toBe('none');
    await page.emulate({ reducedMotion: false });
    expect(await names()).toBe('told');
  });

  it('makes its letters smaller rather than hide what it has to say', async () => {
    await open();
    const full = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const treaties = Array.from({ length: 12 }, (_, k) => ({
      alliance: `t${k}`,
      name: `Treaty of mutual assistance and eternal friendship number ${k}`,
      members: ['GBR', 'FRA', 'GER', 'AUH', 'ITA', 'RUS', 'JPN', 'SRB'],
      obligations: ['defence'],
      quotas: {},
      founded: 1880,
    }));
    const cards = [1, 2].map((k) => ({ id: `c${k}`, words: 'A long card. '.repeat(38) }));
    await play('round', { treaties, cards });
    await page.waitForText('.treaties', 'and 6 more treaties');
    expect(await fits()).toBe(true);
    const less = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(Number.parseFloat(less)).toBeLessThan(Number.parseFloat(full));
  });

  it('shows the replay where the instructor leads it, loaded once, and beside it what was secret', async () => {
    await open();
    await play('debrief');
    await page.waitForText('.books', 'The Straits come first');
    expect(await page.text('.promises li')).toMatch(
      /^Germany promised Austria-Hungary help when attacked: .*kept in 1886/,
    );
    expect(await page.text('.promises li:nth-child(2)')).toMatch(/^Russia promised Serbia .*broken in 1886/);
    expect(await page.text('.books')).toContain('15 of 22 said yes. It came.');
    const place = () => document.querySelector('iframe')?.contentDocument?.getElementById('at')?.textContent;
    await page.waitFor(
      (at) => document.querySelector('iframe')?.contentDocument?.getElementById('at')?.textContent === at,
      `#room=${CODE}&t=30&${KEY}`,
    );
    const leadTo = async (debrief: object, hash: string): Promise<void> => {
      await play('debrief', { debrief });
      await page.waitFor(
        (at) => document.querySelector('iframe')?.contentDocument?.getElementById('at')?.textContent === at,
        hash,
      );
      expect(await page.evaluate(place)).toBe(hash);
    };
    await leadTo({ tick: 44, event: null }, `#room=${CODE}&t=44&${KEY}`);
    await leadTo({ tick: 30, event: 7, view: { what: 'why' } }, `#room=${CODE}&t=30&event=7&show=why&${KEY}`);
    expect(await page.count('.books')).toBe(0);
    const branch = { what: 'branch', from: 27, to: 45, act: 'renege', actor: null };
    await leadTo(
      { tick: 27, event: null, view: branch },
      `#room=${CODE}&t=27&show=branch&from=27&to=45&act=renege&${KEY}`,
    );
    expect(await page.evaluate('replayLoads')).toBe(1);
  });

  it('shows what was secret, promised or expected in the place of the replay, when the instructor wants it', async () => {
    await open('es', { dark: true });
    for (const [what, text] of [
      ['secrets', 'Los Estrechos son lo primero'],
      ['promises', 'Alemania prometió a Austria-Hungría ayuda si lo atacan'],
      ['predictions', '15 de 22 dijeron que sí'],
      ['worlds', 'difieren por primera vez en la ronda 2: Austria-Hungría'],
    ] as const) {
      await play('debrief', { debrief: { tick: 30, event: null, view: { what } } });
      await page.waitForText('.books.large', text);
      expect(await page.count('.books section')).toBe(1);
      expect([what, await fits(), await barriers(page)]).toEqual([what, true, []]);
      expect(await smallest()).toBeGreaterThanOrEqual(24);
    }
    // The replay is hidden, not loaded again.
    await play('debrief', { debrief: { tick: 30, event: null, view: { what: 'replay' } } });
    await page.waitForText('aside.books', 'Los Estrechos');
    expect(await page.evaluate('replayLoads')).toBe(1);
  });

  it('puts parallel worlds side by side on one clock, and says where they part', async () => {
    await open();
    await play('debrief', { debrief: { tick: 30, event: null, view: { what: 'worlds' } } });
    await page.waitForText('#worlds', 'The worlds in 1885');
    await page.waitForText('.parting', 'What happens first differs in 1882:');
    const worlds = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.worlds ol > li')].map((one) => one.innerText),
    );
    expect(worlds).toHaveLength(2);
    expect(worlds[0]).toContain('Austria-Hungary joins Dual Alliance');
    expect(worlds[1]).not.toContain('joins');
    expect(worlds[0]).toContain('Three Emperors’ League');
    await play('debrief', { debrief: { tick: 60, event: null, view: { what: 'worlds' } } });
    await page.waitForText('#worlds', 'The worlds in 1890');
    expect([await fits(), await barriers(page), await cutBySpacing(page)]).toEqual([true, [], []]);
  });

  it('takes texts of strangers as texts', async () => {
    await open();
    await play('round', { cards: [{ id: 'x', words: MARKUP }] });
    await page.waitForText('.card', MARKUP);
    expect(await page.evaluate('globalThis.written')).toBeUndefined();
  });

  it('says that the connection is lost while it is, and what is wrong with a link', async () => {
    await open();
    await page.evaluate(() => script.lose());
    await page.waitForText('[role="alert"]', 'The connection is lost.');
    await page.evaluate(() => script.restore());
    await page.waitFor(() => document.querySelector('[role="alert"]')!.textContent === '');
    await page.goto('about:blank');
    await page.goto(`${app.url}projector.html#${CODE}.${'x'.repeat(22)}`);
    await page.waitForText('h1', 'This link does not open the room');
    await page.goto('about:blank');
    await page.goto(`${app.url}projector.html`);
    await page.waitForText('h1', 'This page needs its link');
  });
});
