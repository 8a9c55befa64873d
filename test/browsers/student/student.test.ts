import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntranceRequest, StudentRequest } from '../../../classroom/protocol/request.ts';
import type { StudentState } from '../../../classroom/protocol/state.ts';
import { barriers } from '../axe.ts';
import { available, launch, type Page } from '../driver.ts';
import { cutBySpacing } from '../spacing.ts';
import { serveStudentPage } from './build.ts';
import { CODE, PHRASE, STEPS, type Step } from './states.ts';

declare const script: import('./scripted-room.ts').Script;

const HEADINGS: Record<Step, [string, string]> = {
  'no-actor': ['Wait for an actor', 'Espera a tener un actor'],
  lobby: ['The game has not begun', 'La partida no ha empezado'],
  predict: ['What do you expect?', '¿Qué esperas?'],
  round: ['Decide now', 'Decide ahora'],
  running: ['The round is played', 'Se juega la ronda'],
  crisis: ['You are called to arms', 'Te llaman a las armas'],
  'crisis-of-others': ['Others are called to arms', 'Llaman a otros a las armas'],
  between: ['What happened', 'Qué ocurrió'],
  bot: ['Decide now', 'Decide ahora'],
  deadline: ['Decide now', 'Decide ahora'],
  debrief: ['The game is over', 'La partida ha terminado'],
  removed: ['You are out of the room', 'Estás fuera de la sala'],
};

const DECIDED_4 = 'input[name="decide contribute "]';

let app: Awaited<ReturnType<typeof serveStudentPage>>;
beforeAll(async () => {
  app = await serveStudentPage();
});
afterAll(() => app?.close());

/** Opens the page in a browser that was never here. */
async function visit(page: Page, { language = 'en', hash = `#${CODE}` } = {}): Promise<void> {
  await page.goto(app.url);
  await page.evaluate((spoken) => {
    localStorage.clear();
    localStorage.setItem('foedus-language', spoken);
  }, language);
  await page.goto('about:blank');
  await page.goto(app.url + hash);
}

/** Reloads the page, and waits until the old one is gone: it would answer like the new one. */
async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { isOld: true });
    setTimeout(() => location.reload());
  });
  await page.waitFor(() => !('isOld' in globalThis) && document.readyState === 'complete');
}

async function play(page: Page): Promise<void> {
  await page.click('.play');
  await page.waitFor(() => document.querySelector('.mine'));
}

const go = (page: Page, step: Step, change: Partial<StudentState> = {}) =>
  page.evaluate((to, more) => script.play(to, more), step, change);

const asked = (page: Page): Promise<(StudentRequest | EntranceRequest)[]> => page.evaluate(() => script.asked);
const lastAsked = async (page: Page) => (await asked(page)).at(-1);
const heading = (page: Page) => page.text('h1');
const isChecked = (page: Page, selector: string, k: number): Promise<boolean> =>
  page.evaluate((wanted, n) => document.querySelectorAll<HTMLInputElement>(wanted)[n]!.checked, selector, k);

/** Clicks the k-th element of a kind. */
const tap = (page: Page, selector: string, k = 0) =>
  page.evaluate((wanted, n) => (document.querySelectorAll(wanted)[n] as HTMLElement).click(), selector, k);

describe.runIf(available.includes('chromium'))('the student’s page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport: { width: 390, height: 844 } });
  });
  afterAll(() => page?.close());
  beforeEach(() => visit(page));

  it('lets in by one tap, gives a name, and another one', async () => {
    await play(page);
    expect(await heading(page)).toBe(HEADINGS.lobby[0]);
    const [joined] = await asked(page);
    expect(joined).toEqual({ do: 'join', language: 'en', token: expect.stringMatching(/^[A-Za-z0-9_-]{22,}$/) });
    await page.waitForText('.mine', 'Amber Fox');
    await page.click('.name button');
    await page.waitForText('.mine', 'Quiet Heron');
    await page.waitForText('.phrase', PHRASE);
  });

  it('asks for the code where the address has none, and says that a room is gone', async () => {
    await visit(page, { hash: '' });
    await page.waitFor(() => document.querySelector('input.code'));
    await page.evaluate(() => (document.querySelector('input.code') as HTMLElement).focus());
    await page.type('kq-7m');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('.play'));
    expect(await page.evaluate(() => location.hash)).toBe(`#${CODE}`);
    await visit(page, { hash: '#WXYZ' });
    await page.waitForText('h1', 'This room does not exist any more.');
  });

  it('keeps the secret interest covered until it is asked for, and covers it again', async () => {
    await play(page);
    expect(await page.text('.secret')).not.toContain('Bosnia');
    await page.click('.secret button');
    await page.waitForText('.secret', 'You want Bosnia more than peace.');
    await page.click('.secret button');
    await page.waitForText('.secret', 'Covered');
    expect(await page.text('main')).not.toContain('more than peace');
  });

  it('asks for predictions and shows what was answered', async () => {
    await play(page);
    await go(page, 'predict');
    await page.waitForText('h1', HEADINGS.predict[0]);
    await tap(page, '.question .choices button', 1);
    await page.waitFor(() => document.querySelectorAll('.question .choices button')[1]?.ariaPressed === 'true');
    expect(await lastAsked(page)).toEqual({ do: 'predict', question: 'lasts', answer: false });
  });

  it('takes a decision, lets it be changed, and goes back to the default', async () => {
    await play(page);
    await go(page, 'round');
    await page.waitForText('h1', HEADINGS.round[0]);
    expect(await isChecked(page, DECIDED_4, 1)).toBe(true);
    await page.click(`.answer:has(${DECIDED_4})`);
    expect(await lastAsked(page)).toEqual({
      do: 'decide',
      round: 2,
      slot: 'contribute ',
      choice: { act: 'contribute', rate: 0.04 },
    });
    await page.waitFor((name) => document.querySelector<HTMLInputElement>(name)?.checked, DECIDED_4);
    // By the keyboard, as a group of radio buttons works; what has the focus keeps it when the room's next state comes.
    await page.press('ArrowDown');
    await page.press('ArrowDown');
    await page.waitFor(() => script.asked.length === 4);
    expect(await lastAsked(page)).toMatchObject({ choice: { act: 'contribute', rate: 0.12 } });
    await go(page, 'round', { decided: 4, chosen: { 'contribute ': { act: 'contribute', rate: 0.12 } } });
    await page.waitForText('.count', '4 of 5 ready');
    expect(await isChecked(page, DECIDED_4, 2)).toBe(true);
    expect(
      await page.evaluate((name) => document.activeElement === document.querySelectorAll(name)[2], DECIDED_4),
    ).toBe(true);
    // A vote can be left open again.
    const vote = 'input[name="decide vote entente accession GBR"]';
    await tap(page, vote, 0);
    await page.waitFor((name) => document.querySelectorAll<HTMLInputElement>(name)[0]?.checked, vote);
    await tap(page, vote, 2);
    await page.waitFor((name) => document.querySelectorAll<HTMLInputElement>(name)[2]?.checked, vote);
    expect(await lastAsked(page)).toMatchObject({ do: 'decide', choice: null });
  });

  it('says what a decision pays and gets, what happens without one, who sees it and when, and what bars it', async () => {
    await play(page);
    await go(page, 'round');
    const first = await page.text(`.answer:has(${DECIDED_4})`);
    expect(first.replace(/\s+/g, ' ')).toBe(
      '4% of your budgetpays 6 (4% of budget) now 12gets 7.5 now 9danger 4.1% a year now 3%',
    );
    const main = await page.text('main');
    expect(main).toContain('Everybody sees it when the round closes.');
    expect(main).toContain('Only the parties see it before the end of the game.');
    expect(main).toContain('Takes effect in April 1909.');
    expect(main).toContain('Another treaty of yours forbids it.');
    expect(await page.text('.answer:has(:checked)')).toContain('if you do nothing');
  });

  it('shows what a stranger wrote as text', async () => {
    await play(page);
    await go(page, 'round');
    await page.waitForText('.delegation', '<img src=x');
    expect(await page.count('main img')).toBe(0);
    expect(await page.evaluate('globalThis.written ?? null')).toBeNull();
  });

  it('answers offers, withdraws its own, and answers calls before they come', async () => {
    await play(page);
    await go(page, 'round');
    await page.click('.ready .quiet');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('offers');
    await page.click('.offer .choices button');
    await page.waitFor(() => document.querySelector('.offer .choices button')?.ariaPressed === 'true');
    expect(await lastAsked(page)).toEqual({ do: 'reply', round: 2, offer: 'o1', reply: 'accept' });
    await page.waitFor(() => !document.querySelector('.ready .quiet'));
    await tap(page, '.offer > button');
    await page.waitFor(() => document.querySelectorAll('.offer').length === 1);
    await tap(page, 'input[name="standing RUS"]', 2);
    await page.waitFor(() => document.querySelectorAll<HTMLInputElement>('input[name="standing RUS"]')[2]?.checked);
    expect(await lastAsked(page)).toEqual({ do: 'standing', round: 2, partner: 'RUS', honours: false });
  });

  it('makes an offer that carries more than the rule asks, and other terms for one that it was made', async () => {
    await play(page);
    await go(page, 'round');
    await page.click('#make-offer');
    await page.click('.offer-form .answer:has(input[type="checkbox"])');
    await page.waitFor(() => document.querySelector('.load'));
    await page.click('.load button:last-child');
    await page.waitForText('.load output', '13.2');
    await page.waitFor(() => document.querySelector('.offer-form .price')?.textContent?.includes('13.2'));
    await page.click('.offer-form .strong');
    await page.waitFor(() => document.querySelectorAll('.offer').length === 3);
    expect((await asked(page)).find((one) => one.do === 'offer')).toEqual({
      do: 'offer',
      round: 2,
      text: { parties: ['SRB', 'RUS'], quotas: { SRB: 13.2 }, secret: false },
    });
    await page.waitFor(() => document.activeElement?.id === 'make-offer');

    await tap(page, '.offer .choices button', 2);
    await page.waitForText('.offer-form h3', 'Other terms');
    await page.waitForText('.load output', '15');
    await page.click('.load button');
    await page.click('.offer-form .strong');
    await page.waitFor(() => !document.querySelector('.offer-form'));
    const { text } = (await asked(page)).filter((one) => one.do === 'offer').at(-1)!;
    expect(text).toMatchObject({ alliance: 'entente', quotas: { SRB: 13.5, RUS: 40 }, secret: true });
  });

  it('says to be ready, and counts who is, not who', async () => {
    await play(page);
    await go(page, 'round');
    await page.waitForText('.count', '3 of 5 ready');
    await page.click('.ready .strong');
    await page.waitFor(() => document.querySelector('.ready .strong')?.ariaPressed === 'true');
    expect(await lastAsked(page)).toEqual({ do: 'ready', round: 2, ready: true });
    // The button turns before the room has answered.
    await page.waitForText('.count', '4 of 5 ready');
    await page.evaluate(() => script.count(5));
    await page.waitForText('.count', '5 of 5 ready');
  });

  it('gives a call to arms the whole screen, and the focus', async () => {
    await play(page);
    await go(page, 'round');
    await page.evaluate(() => document.querySelector<HTMLElement>('.ready .strong')!.focus());
    await go(page, 'crisis');
    await page.waitForText('h1', HEADINGS.crisis[0]);
    await page.waitFor(() => document.activeElement === document.querySelector('h1'));
    expect(await page.count('.mine')).toBe(0);
    await page.waitForText('[role="status"]', 'Russia calls you to arms against Germany. Answer now.');
    await page.waitForText('.crisis', 'If you do nothing, you keep the promise.');
    expect(await page.text('.digits')).toMatch(/^0:2\d$/);
    // Both answers are in view on a small phone, without scrolling.
    await page.setViewport({ width: 360, height: 640 });
    const lowest = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.answer-now')].map((one) => one.getBoundingClientRect().bottom)),
    );
    await page.setViewport({ width: 390, height: 844 });
    expect(lowest).toBeLessThanOrEqual(640);
    await tap(page, '.answer-now', 1);
    await page.waitForText('.crisis', 'You break it. You can change it');
    expect(await lastAsked(page)).toEqual({ do: 'answer', tick: 11, call: 0, honours: false });
  });

  it('is back after a reload by one request, with what was decided', async () => {
    await play(page);
    await go(page, 'round');
    await page.click(`.answer:has(${DECIDED_4})`);
    await page.waitFor(() => JSON.parse(localStorage.getItem('scripted-room')!).done.chosen);
    await reload(page);
    await page.waitFor((name) => document.querySelector<HTMLInputElement>(name)?.checked, DECIDED_4);
    expect((await asked(page)).map((one) => one.do)).toEqual(['return']);
    await page.waitForText('.phrase', PHRASE);
  });

  it('moves to a second tab, says so in the first, and can be taken back', async () => {
    await play(page);
    await page.evaluate(() => void Object.assign(globalThis, { second: open(location.href) }));
    await page.waitForText('h1', 'Your seat is open elsewhere');
    await page.waitFor(
      () => (globalThis as unknown as { second: Window }).second.document.querySelector('.mine') !== null,
    );
    await page.click('main .strong');
    await page.waitForText('h1', HEADINGS.lobby[0]);
    await page.waitFor(() =>
      (globalThis as unknown as { second: Window }).second.document
        .querySelector('h1')
        ?.textContent?.includes('elsewhere'),
    );
    await page.evaluate(() => (globalThis as unknown as { second: Window }).second.close());
  });

  it('comes to another device by the three words', async () => {
    await page.click('.return summary');
    await page.fill('input[name="phrase"]', 'no such words');
    await page.click('.return button');
    await page.waitForText('.refused', 'No seat has these three words.');
    await page.fill('input[name="phrase"]', ` ${PHRASE.toUpperCase()} `);
    await page.click('.return button');
    await page.waitFor(() => document.querySelector('.mine'));
    await reload(page);
    await page.waitFor(() => document.querySelector('.mine'));
    expect((await asked(page)).map((one) => one.do)).toEqual(['return']);
  });

  it('says that the connection is lost, keeps what was tapped, and sends it when it is back', async () => {
    await play(page);
    await go(page, 'round');
    await page.evaluate(() => script.lose());
    await page.waitForText('[role="alert"] .lost', 'The connection is lost.');
    expect(await page.count('.lost button')).toBe(0);
    const before = (await asked(page)).length;
    await page.click(`.answer:has(${DECIDED_4})`);
    await page.waitForText('.count', 'Saving …');
    expect((await asked(page)).length).toBe(before);
    await page.evaluate(() => script.restore());
    await page.waitFor(() => !document.querySelector('.lost') && !document.querySelector('.saving'));
    expect(await lastAsked(page)).toMatchObject({ do: 'decide', choice: { rate: 0.04 } });
    await page.waitForText('[role="status"]', 'The connection is back.');
  });

  it('says in a sentence what the room refused, and shows what still holds', async () => {
    await play(page);
    await go(page, 'round');
    await page.evaluate(() => {
      script.refuse = 'other-round';
    });
    await page.click(`.answer:has(${DECIDED_4})`);
    await page.waitForText('.refused', 'That round is closed. Your tap came too late.');
    await page.waitFor((name) => document.querySelectorAll<HTMLInputElement>(name)[1]?.checked, DECIDED_4);
  });

  it('is played by the computer until any tap', async () => {
    await play(page);
    await go(page, 'bot');
    await page.waitForText('.bot', 'The computer plays for you');
    await page.click('h1');
    await page.waitFor(() => !document.querySelector('.bot'));
    expect(await lastAsked(page)).toMatchObject({ do: 'return', language: 'en' });
  });

  it('shows the date of a deadline in the phone’s own zone', async () => {
    await play(page);
    await go(page, 'deadline');
    const shown = await page.text('.where .clock');
    const expected = await page.evaluate(() =>
      new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(
        Date.UTC(2030, 0, 15, 17, 30),
      ),
    );
    expect(shown).toContain(expected);
    expect(shown).toContain('January 15');
  });

  it('leads to the replay of the game when it is over, and opens the secret', async () => {
    await play(page);
    await go(page, 'debrief');
    await page.waitForText('h1', HEADINGS.debrief[0]);
    expect(await page.evaluate(() => document.querySelector('main a')?.getAttribute('href'))).toMatch(
      new RegExp(`/#room=${CODE}&t=7$`),
    );
    await page.waitForText('.mine', 'You want Bosnia more than peace.');
    await page.waitForText('main', 'You said Yes. What happened: No.');
    await page.waitForText('.revealed', 'You want the Straits.');
    expect(await page.count('iframe')).toBe(0);
  });

  it('speaks another language at a tap, with the room’s own texts in it, and keeps to it', async () => {
    await play(page);
    await go(page, 'round');
    await page.click('header .quiet');
    await page.waitForText('h1', HEADINGS.round[1]);
    await page.waitForText('.plays', 'Eres Serbia');
    await page.waitForText('.cards', 'Viena se anexiona Bosnia.');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await lastAsked(page)).toMatchObject({ do: 'return', language: 'es' });
    await reload(page);
    await page.waitForText('h1', HEADINGS.round[1]);
  });

  it('has no fault of its own', () => {
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('every step of a game', () => {
  const looks = (['en', 'es'] as const).flatMap((language) =>
    [false, true].map((dark) => ({
      language,
      dark,
      viewport: dark ? { width: 360, height: 640 } : { width: 390, height: 844 },
    })),
  );

  it.each(looks)('has no barrier and nothing too small or too wide: $language, dark $dark', async (look) => {
    const page = await launch('chromium', { ...look, reducedMotion: true });
    try {
      await visit(page, look);
      await page.waitFor(() => document.querySelector('.play'));
      const faults = await faultsOf(page);
      await play(page);
      for (const step of STEPS) {
        await go(page, step);
        await page.waitForText('h1', HEADINGS[step][look.language === 'en' ? 0 : 1]);
        faults.push(...(await faultsOf(page)).map((fault) => `${step}: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(page.problems).toEqual([]);
    } finally {
      await page.close();
    }
  });

  it('can be read at 200 %: a phone then has half the pixels', async () => {
    const page = await launch('chromium', { viewport: { width: 195, height: 422 } });
    try {
      await visit(page, { language: 'es' });
      await play(page);
      for (const step of STEPS) {
        await go(page, step);
        await page.waitForText('h1', HEADINGS[step][1]);
        expect(await sideways(page), step).toEqual([]);
      }
    } finally {
      await page.close();
    }
  });
});

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []));

async function faultsOf(page: Page): Promise<string[]> {
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, a, summary, select, label.answer, input:not([type="radio"], [type="checkbox"])',
      ),
    ]
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 0 && Math.min(width, height) < 43.9;
      })
      .map((one) => `too small: ${one.outerHTML.slice(0, 80)}`),
  );
  return [...(await barriers(page)), ...small, ...(await sideways(page)), ...(await cutBySpacing(page))];
}
