import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { eventLookOf } from '../../viz/run-view/event-looks.ts';
import { createSession } from '../../workers/session.ts';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// The inside of a tick, playing, and the first steps, as a person meets them.

const SCENARIO = 'europe-1879-1914';
const AT = 56;

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const open = async (looks: Parameters<typeof launch>[1] = {}, hash = `#s=${SCENARIO}&seed=7&t=${AT}`) => {
  const page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
  await page.goto(app.url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  return page;
};
const letGo = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).blur());
const value = (page: Page): Promise<number> =>
  page.evaluate(() => Number((document.querySelector('#time') as HTMLInputElement).value));
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input:not([type="checkbox"])')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 80)),
  );

describe.runIf(available.includes('chromium'))('the inside of a tick', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open();
  });
  afterAll(() => page?.close());

  it('is walked through by keys, over the ends of ticks', async () => {
    await letGo(page);
    await page.press('Shift+ArrowRight');
    await page.waitForText('.inside h2', 'After the shocks · 1 of 9');
    await page.waitForText('#date', '1893 Q2');
    await page.press('Shift+ArrowRight');
    await page.press('Shift+ArrowRight');
    await page.waitForText('.inside h2', 'After contributing · 3 of 9');
    expect(await page.text('.phase-strip [aria-current]')).toBe('Contribute');
    for (let k = 0; k < 3; k++) await page.press('Shift+ArrowLeft');
    await page.waitForText('.inside h2', 'After growing · 9 of 9');
    await page.waitForText('#date', '1893 Q1');
  });

  it('shows the engine’s own numbers', async () => {
    const session = createSession();
    await session.run({ scenario: scenarios[SCENARIO], seed: '7' });
    const { steps } = await session.phases(AT);
    const perceive = steps.find(({ phase }) => phase === 'perceive')!;
    await page.click('.phase-strip li:nth-child(2) button');
    await page.waitForText('.inside h2', 'After perceiving');
    const threat = perceive.figures.find(({ name }) => name === 'threat')!;
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('.moves tr')].map((row) => row.textContent).join('\n'),
    );
    const [, before = '', after = ''] = /Perceived threat, mean([\d.]+)→([\d.]+)/.exec(said) ?? [];
    expect(before).toMatch(/^0\.\d{3,}$/);
    expect([before, after]).toEqual([threat.before, threat.after].map((figure) => figure.toFixed(before.length - 2)));
  });

  it('is heard', async () => {
    await page.waitForText(
      '[aria-live]',
      /^1893 Q1\. After perceiving, 2 of 9\. .*Perceived threat, mean from [\d.]+ to [\d.]+/,
    );
  });

  it('is in the table as the engine had it then', async () => {
    const session = createSession();
    const replay = await session.run({ scenario: scenarios[SCENARIO], seed: '7' });
    // A tick in which somebody is founded: before the realigning the table has it not.
    const founding = replay.events.find(({ kind, tick }) => kind === 'founded' && tick > 20)!;
    await letGo(page);
    await page.press('t');
    const chips = () => page.evaluate(() => document.querySelectorAll('.table tbody .chip').length);
    const { steps } = await session.phases(founding.tick);
    const count = (phase: string): number =>
      steps.find((step) => step.phase === phase)!.frame.alliances.reduce((sum, { members }) => sum + members.length, 0);
    await page.fill('#time', String(founding.tick));
    await page.waitFor(() => !document.querySelector('.inside'));
    await page.click('#phases');
    await page.waitForText('.inside h2', 'of 9');
    await page.click('.phase-strip li:nth-child(7) button:enabled, .phase-strip li:nth-child(6) button:enabled');
    const early = await page.evaluate(() => document.querySelector('.phase-strip [aria-current]')!.textContent);
    expect(await chips()).toBe(count(early!.toLowerCase()));
    await page.click('.phase-strip li:nth-child(8) button');
    await page.waitForText('.inside h2', 'After realigning · 8 of 9');
    await page.waitForText('.phase-events', 'found');
    expect(await chips()).toBe(count('realign'));
    expect(count('realign')).not.toBe(count(early!.toLowerCase()));
    await page.press('n');
    await page.waitFor(() => document.querySelector('.network .node'));
  });

  it('shuts nobody out', async () => {
    expect(await barriers(page)).toEqual([]);
  });

  it('is left by any other step, and by its button', async () => {
    const { press, waitFor } = page;
    await letGo(page);
    await press('ArrowRight');
    await waitFor(() => !document.querySelector('.inside'));
    await page.click('#phases');
    await page.waitForText('.inside h2', 'of 9');
    expect(await page.evaluate(() => document.querySelector('#phases')!.getAttribute('aria-pressed'))).toBe('true');
    await page.click('#whole-tick');
    await waitFor(() => !document.querySelector('.inside'));
    await page.click('#phases');
    await page.waitForText('.inside h2', 'of 9');
    await page.click('#play');
    await waitFor(() => !document.querySelector('.inside'));
    await page.click('#play');
    expect(page.problems).toEqual([]);
  });

  it('has room on a phone, with targets for thumbs', async () => {
    const phone = await open({ viewport: { width: 390, height: 844 }, dark: true });
    try {
      await phone.click('#phases');
      await phone.waitForText('.inside h2', 'After the shocks');
      await phone.click('.phase-strip li:nth-child(9) button');
      await phone.waitForText('.inside h2', 'After growing');
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await small(phone)).toEqual([]);
      expect(await barriers(phone)).toEqual([]);
    } finally {
      await phone.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('playing', () => {
  it('keeps its rhythm, and passes over what is quiet when told to', async () => {
    const page = await open({}, `#s=${SCENARIO}&seed=7&t=0`);
    try {
      await letGo(page);
      await page.click('#skip-quiet');
      expect(await page.evaluate(() => document.querySelector('#skip-quiet')!.getAttribute('aria-pressed'))).toBe(
        'true',
      );
      const replay = await createSession().run({ scenario: scenarios[SCENARIO], seed: '7' });
      await page.evaluate(() => {
        const seen: number[] = [];
        Object.assign(globalThis, { seen });
        const bar = document.querySelector('#time') as HTMLInputElement;
        const look = (): void => {
          const at = Number(bar.value);
          if (seen.at(-1) !== at) seen.push(at);
          requestAnimationFrame(look);
        };
        look();
      });
      await letGo(page);
      await page.press('Space');
      await page.waitFor(() => (globalThis as unknown as { seen: number[] }).seen.length > 4);
      await page.press('Space');
      const seen = await page.evaluate<number[]>('seen');
      const lively = new Set(replay.events.filter((event) => eventLookOf(event).weight > 1).map(({ tick }) => tick));
      expect(lively.size).toBeLessThan(replay.ticks);
      expect(seen.slice(1).filter((tick) => !lively.has(tick))).toEqual([]);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    } finally {
      await page.close();
    }
  });

  it('goes so many ticks a second, whatever the page has to draw', async () => {
    const page = await open({}, `#s=${SCENARIO}&seed=7&t=0`);
    try {
      await letGo(page);
      // A page that is kept busy for a quarter of a second at a time draws but four frames a second.
      await page.evaluate(() => {
        setInterval(() => {
          const until = performance.now() + 220;
          while (performance.now() < until);
        }, 230);
      });
      await page.press('4');
      await page.click('#play');
      const start = await page.evaluate(() => [
        performance.now(),
        Number((document.querySelector('#time') as HTMLInputElement).value),
      ]);
      await page.waitFor((from: number) => performance.now() > from + 3000, start[0]!);
      const end = await page.evaluate(() => [
        performance.now(),
        Number((document.querySelector('#time') as HTMLInputElement).value),
      ]);
      const rate = (end[1]! - start[1]!) / ((end[0]! - start[0]!) / 1000);
      // 144 ticks in forty seconds, four times as fast.
      expect(rate).toBeGreaterThan(14.4 * 0.75);
      expect(rate).toBeLessThan(14.4 * 1.25);
    } finally {
      await page.close();
    }
  });

  it('begins where a link says, in a scenario that would open elsewhere too', async () => {
    const page = await open({}, '#s=classics/triads&t=3');
    try {
      await page.waitFor(() => document.querySelector('#time'));
      expect(await value(page)).toBe(3);
    } finally {
      await page.close();
    }
  });
});

describe.runIf(available.includes('chromium'))('the first steps', () => {
  it('go on as a person takes them, and are over for good', async () => {
    const page = await open();
    try {
      await page.waitForText('.hint-play', '1 of 3');
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      expect(await barriers(page)).toEqual([]);
      await page.click('#play');
      await page.waitForText('.hint-why', '2 of 3');
      await page.click('#play');
      await page.click('.event-why');
      await page.waitForText('.hint-branch', '3 of 3');
      expect(await barriers(page)).toEqual([]);
      await page.click('#branch-here');
      await page.waitFor(() => !document.querySelector('.hint'));
      await page.press('Escape');
      await page.evaluate(() => location.reload());
      await page.waitForText('#digest', /[0-9a-f]{16}/);
      await page.waitFor(() => document.querySelector('#play'));
      expect(await page.count('.hint')).toBe(0);
      await page.press('?');
      await page.click('#first-steps');
      await page.waitForText('.hint-play', '1 of 3');
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('are passed through by the keyboard, and Escape ends them', async () => {
    const page = await open();
    try {
      await page.evaluate(() => document.querySelector<HTMLElement>('.hint-next')!.focus());
      await page.press('Enter');
      await page.waitFor(() => document.activeElement?.matches('.hint-why .hint-next'));
      await page.press('Escape');
      await page.waitFor(() => !document.querySelector('.hint'));
      expect(await page.evaluate(() => localStorage.getItem('foedus-hint'))).toBe('over');
    } finally {
      await page.close();
    }
  });

  it.each([
    ['a screen', { width: 1440, height: 900 }],
    ['a small screen', { width: 1000, height: 760 }],
    ['a phone', { width: 390, height: 844 }],
  ])('cover nothing on %s', async (_, viewport) => {
    const page = await open({ viewport });
    try {
      for (const step of ['play', 'why', 'branch']) {
        await page.waitForText(`.hint-${step}`, 'of 3');
        const covered = await page.evaluate(() => {
          const hint = document.querySelector('.hint')!;
          const box = hint.getBoundingClientRect();
          return (
            [...document.querySelectorAll<HTMLElement>('button, input, select, a')]
              // Of a list that scrolls, what is out of sight lies under its neighbours.
              .filter((control) => !hint.contains(control) && !control.closest('.events') && control.checkVisibility())
              .map((control) => [control, control.getBoundingClientRect()] as const)
              .filter(([control, { left, right, top, bottom }]) => {
                const [x, y] = [(left + right) / 2, (top + bottom) / 2];
                if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
                return hint.contains(document.elementFromPoint(x, y)) || control.contains(hint);
              })
              .map(([control]) => control.outerHTML.slice(0, 80))
          );
        });
        expect(covered).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
        if (viewport.width < 900) expect(await small(page)).toEqual([]);
        await page.click('.hint-next');
      }
      await page.waitFor(() => !document.querySelector('.hint'));
    } finally {
      await page.close();
    }
  });
});
