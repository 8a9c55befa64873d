import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EntranceRequest, InstructorRequest } from '../../../classroom/protocol/request.ts';
import { InstructorRequest as AnyInstructorRequest } from '../../../classroom/protocol/request.ts';
import { barriers } from '../axe.ts';
import { available, launch, type Page } from '../driver.ts';
import { cutBySpacing } from '../spacing.ts';
import { serveStaffPages } from './build.ts';
import { CODE, INSTRUCTOR, JOIN, MARKUP, type Point, PROJECTOR, STAGES } from './states.ts';

declare const script: import('./scripted-room.ts').Script;

const HEADINGS: Record<Point, [string, string]> = {
  lobby: ['The room is open', 'La sala está abierta'],
  predict: ['Predictions', 'Predicciones'],
  round: ['The round is open', 'La ronda está abierta'],
  paused: ['The round is open', 'La ronda está abierta'],
  deadline: ['The round is open', 'La ronda está abierta'],
  running: ['The round is played', 'Se juega la ronda'],
  crisis: ['A call to arms', 'Llamada a las armas'],
  between: ['What happened', 'Qué ha pasado'],
  last: ['What happened', 'Qué ha pasado'],
  debrief: ['Debrief', 'Puesta en común'],
};

let app: Awaited<ReturnType<typeof serveStaffPages>>;
let page: Page;
beforeAll(async () => {
  app = await serveStaffPages();
});
afterAll(() => app?.close());
afterEach(() => page?.close());

async function open(
  { language = 'en', hash = `#${CODE}.${INSTRUCTOR}`, ...looks } = {} as {
    language?: 'en' | 'es';
    hash?: string;
    dark?: boolean;
    viewport?: { width: number; height: number };
  },
): Promise<void> {
  page = await launch('chromium', { viewport: { width: 1440, height: 900 }, ...looks });
  await page.goto(`${app.url}teach.html`);
  await page.evaluate((spoken) => localStorage.setItem('foedus-language', spoken), language);
  await page.goto('about:blank');
  await page.goto(`${app.url}teach.html${hash}`);
  await page.waitFor(() => document.querySelector('h1') !== null);
}

const play = async (point: Point, change: object = {}): Promise<void> => {
  await page.evaluate((at, more) => script.play(at, more), point, change);
  await page.waitForText('h1', HEADINGS[point][0]);
};

/** What the page asked since its entrance. Each is one that the server's schema lets through. */
async function asked(): Promise<InstructorRequest[]> {
  const all = await page.evaluate<(EntranceRequest | InstructorRequest)[]>('script.asked');
  return all.filter(({ do: verb }) => verb !== 'instruct').map((one) => AnyInstructorRequest.parse(one));
}
const lastAsked = async () => (await asked()).at(-1);

/** Presses the button that says this. */
async function press(text: string): Promise<void> {
  await page.waitFor((wanted) => {
    const name = (one: Element) => one.getAttribute('aria-label') ?? one.textContent?.trim();
    const button = [...document.querySelectorAll('button')].find((one) => name(one) === wanted);
    button?.click();
    return button !== undefined;
  }, text);
}

describe.runIf(available.includes('chromium'))('the instructor’s page', () => {
  it.each([
    ['en', false, 1440, 900],
    ['es', true, 390, 844],
  ] as const)(
    'shows every point of a game without a barrier: %s, dark %s, %d px wide',
    async (language, dark, width, height) => {
      await open({ language, dark, viewport: { width, height } });
      for (const point of STAGES) {
        await page.evaluate((at) => script.play(at), point);
        await page.waitForText('h1', HEADINGS[point][language === 'es' ? 1 : 0]);
        expect([point, await barriers(page), await cutBySpacing(page)]).toEqual([point, [], []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
      expect(page.problems).toEqual([]);
    },
  );

  it('says who is here, idle and gone in signs and words, and takes names as texts', async () => {
    await open();
    expect(await page.text('.people > .hint')).toBe('17 here, 2 idle, 2 gone');
    expect(await page.text('.people li:nth-child(1) .presence')).toBe('● here');
    expect(await page.text('.people li:nth-child(5) .presence')).toBe('◐ idle');
    expect(await page.text('.people li:nth-child(8) .presence')).toBe('○ gone');
    expect(await page.text('.people li:nth-child(4) .person')).toContain(MARKUP.slice(0, 40));
    expect(await page.evaluate('globalThis.written')).toBeUndefined();
  });

  it('renames, moves, shuffles, takes out and undoes', async () => {
    await open();
    await press('Rename Amber Fox');
    await page.fill('.rename input', 'Ana');
    await press('Save');
    expect(await lastAsked()).toEqual({ do: 'rename-player', player: 'p1', name: 'Ana' });
    await page.fill('.people li:nth-child(2) select', 'JPN');
    expect(await lastAsked()).toEqual({ do: 'seat', player: 'p2', actor: 'JPN' });
    await press('Shuffle actors');
    expect(await lastAsked()).toEqual({ do: 'shuffle' });
    await press('Take out Quiet Heron');
    expect(await lastAsked()).toEqual({ do: 'remove', player: 'p2' });
    await page.evaluate(() => {
      const players = [
        {
          player: 'p2',
          name: 'Quiet Heron',
          actor: 'FRA',
          presence: 'here',
          isReady: false,
          isRemoved: true,
          missed: 0,
        },
      ];
      script.play('lobby', { players } as object);
    });
    await page.waitForText('.people [role="status"]', 'Quiet Heron was taken out.');
    await press('Undo');
    expect(await lastAsked()).toEqual({ do: 'restore', player: 'p2' });
  });

  it('leads a game: starts with or without predictions, pauses, gives time, closes, opens the next round, ends it', async () => {
    await open();
    await press('Start with predictions');
    await press('Start round 1');
    await play('round');
    await page.waitForText('.count', '18 of 22 decided · 3 offers on the table');
    await page.evaluate(() => script.count(20));
    await page.waitForText('.count', '20 of 22 decided');
    await press('Pause');
    await press('+30 s');
    await press('Close now');
    await play('paused');
    await press('Go on');
    await play('crisis');
    await page.waitForText('.count', '1 of 3 answered');
    await press('Close now');
    await play('between');
    await page.waitForText('.news', 'Russia breaks the promise to Serbia (by default).');
    await press('Open round 4');
    await press('End the game and debrief');
    await page.waitForText('.sure', 'There are rounds left');
    expect((await lastAsked())?.do).toBe('open-round');
    await press('Go on playing');
    await play('last');
    await press('End the game and debrief');
    expect((await asked()).map(({ do: verb }) => verb)).toEqual([
      'open-predictions',
      'open-round',
      'pause',
      'extend',
      'close',
      'resume',
      'close',
      'open-round',
      'debrief',
    ]);
  });

  it('plays cards of the scenario and its own, to all or privately to some', async () => {
    await open();
    await page.fill('.cards li:nth-child(1) select', 'some');
    await page.click('.cards li:nth-child(1) .boxes label:nth-of-type(3) input');
    await page.click('.cards li:nth-child(1) button');
    expect(await lastAsked()).toEqual({ do: 'scenario-card', card: 'fleet-plan', to: ['GBR', 'GER'] });
    // The scenario names readers of this one: everybody has to be named.
    await page.fill('.cards li:nth-child(2) select', 'all');
    await page.click('.cards li:nth-child(2) button');
    expect(await lastAsked()).toMatchObject({ card: 'loan', to: ['GBR', 'FRA', 'GER', 'AUH', 'ITA', 'RUS', 'JPN'] });

    await page.click('.cards > details > summary');
    const before = (await asked()).length;
    // It can be pressed all the same, as by the keyboard: the page says what is missing, and asks nothing.
    await page.evaluate(() => document.querySelector<HTMLElement>('.free-card button[type="submit"]')!.click());
    expect(await asked()).toHaveLength(before);
    await page.fill('.free-card textarea', 'A naval race begins.');
    await page.click('.free-card .boxes label:nth-of-type(1) input');
    await page.click('.free-card .boxes label:nth-of-type(3) input');
    await page.click('.free-card button[type="submit"]');
    expect(await lastAsked()).toMatchObject({
      do: 'card',
      words: 'A naval race begins.',
      to: null,
      shock: { changes: [{ target: { among: ['GBR', 'GER'] }, field: 'hostility', amount: 0.1, duration: 1 }] },
    });
    await play('round');
    await page.waitForText('.cards li:nth-child(1)', '✓ played');
  });

  it('changes settings, gives seats to the computer, keeps the room, and erases it only when asked twice', async () => {
    await open();
    await page.fill('.settings select[name="round-seconds"]', '300');
    expect(await lastAsked()).toMatchObject({ do: 'set', settings: { roundSeconds: 300, bots: true } });
    await page.click('.settings input[name="bots"]');
    expect(await lastAsked()).toMatchObject({ do: 'set', settings: { roundSeconds: 120, bots: false } });
    await page.click('.bots summary');
    await press('Give to the computer: France');
    expect(await lastAsked()).toEqual({ do: 'bot', actor: 'FRA', on: true });
    expect(await page.text('.keeping')).toContain('January 15, 2027');
    await press('Keep for a year');
    expect(await lastAsked()).toEqual({ do: 'keep', days: 365 });
    await press('Erase now');
    expect((await lastAsked())?.do).toBe('keep');
    await press('Erase for good');
    expect(await lastAsked()).toEqual({ do: 'erase', code: CODE });
    await page.evaluate(() => script.end());
    await page.waitForText('h1', 'This room does not exist any more');
  });

  it('tells in a sentence whether phones reach the room, and shows how they do', async () => {
    await open();
    expect(await page.text('.self-test')).toContain(
      'Phones in the same network reach this room. 19 phones are connected.',
    );
    expect(await page.text('.address .short')).toBe(JOIN.short);
    const projector = await page.evaluate(() => document.querySelector<HTMLAnchorElement>('.address a.strong')!.href);
    expect(projector).toBe(`${app.url}projector.html#${CODE}.${PROJECTOR}`);
    await play('lobby', { join: { ...JOIN, reach: 'loopback' } });
    await page.waitForText('.self-test', 'Start it again with --lan');
  });

  it('says what the room refuses, and keeps on saying that the connection is lost', async () => {
    await open();
    await page.evaluate(() => {
      script.refuse = 'no-round';
    });
    await press('Start round 1');
    await page.waitForText('.alerts', 'There is no further round.');
    await page.evaluate(() => script.lose());
    await page.waitForText('.alerts', 'The connection is lost.');
    await page.goto('about:blank');
    await page.goto(`${app.url}teach.html#${CODE}.${'x'.repeat(22)}`);
    await page.waitForText('h1', 'This link does not open the room');
  });

  it('leads the debrief from moment to moment, and the wall to what it shows of each', async () => {
    await open();
    await play('debrief');
    // Nobody chose an event yet: the last of those that had happened by then.
    await page.waitForText('.moment', 'Russia breaks the promise to Serbia.');
    expect(await page.text('.moment')).toContain('default');
    expect(await page.count('.views .plain:nth-child(2)[aria-disabled="true"]')).toBe(1);
    await page.click('.debrief .choices .plain');
    const at = { do: 'steer', tick: 30, event: 7 };
    expect(await lastAsked()).toEqual({ ...at, view: { what: 'replay' } });
    await page.evaluate(() => script.play('debrief', { debrief: { tick: 30, event: 7 } }));
    await page.waitForText('.moment', 'Germany keeps the promise to Austria-Hungary.');
    await page.click('.views .plain:nth-child(2)');
    expect(await lastAsked()).toEqual({ ...at, view: { what: 'why' } });
    await page.evaluate(() => script.play('debrief', { debrief: { tick: 30, event: 7, view: { what: 'why' } } }));
    // Why stays on the wall from event to event, and goes where a round begins.
    await page.click('.debrief .strong');
    expect(await lastAsked()).toEqual({ do: 'steer', tick: 30, event: 8, view: { what: 'why' } });
    await page.click('.debrief .choices .plain');
    expect(await lastAsked()).toEqual({ do: 'steer', tick: 27, event: null, view: { what: 'replay' } });
    expect(await page.text('.files')).toContain('Decisions (CSV)');
    expect(await page.evaluate(() => document.querySelector('.debrief a')?.getAttribute('href'))).toMatch(
      new RegExp(`/#room=${CODE}&t=30&event=7&key=${PROJECTOR}$`),
    );
  });

  it('shows on the wall what would have been without some decisions, and many games beside the class’s own', async () => {
    await open();
    await play('debrief');
    await page.waitForText('.what-if', 'Nobody decided anything in this round.');
    await page.fill('select[name="without-round"]', '3');
    await page.waitForText('.what-if', 'nobody had broken a promise (1)');
    await page.fill('select[name="without"]', '1');
    await page.click('.what-if button');
    const branch = { what: 'branch', from: 27, to: 45, act: 'renege', actor: null };
    expect(await lastAsked()).toEqual({ do: 'steer', tick: 27, event: null, view: branch });
    await page.fill('select[name="seeds"]', '300');
    await page.click('.many .plain:nth-child(2)');
    const odds = { what: 'odds', seeds: 300, decisions: false };
    expect(await lastAsked()).toMatchObject({ do: 'steer', view: odds });
    await page.evaluate((view) => script.play('debrief', { debrief: { tick: 27, event: null, view } }), odds);
    await page.waitFor(() => document.querySelector('.many .plain:nth-child(2)[aria-pressed="true"]'));
  });

  it('has all its words in the language that is chosen, and asks the room for its own', async () => {
    await open();
    await page.click('header button');
    await page.waitForText('h1', 'La sala está abierta');
    await page.waitForText('.people option[value="GER"]', 'Alemania');
    expect(await page.evaluate('document.documentElement.lang')).toBe('es');
  });

  it('opens a room of a scenario that a class can play', async () => {
    await open({ hash: '#key-of-the-server-000' });
    await page.waitForText('select[name="scenario"]', 'NATO');
    await page.evaluate(() => {
      const answer = { rooms: [{ code: 'KQ7M', instructor: 'instructor-token-000000', projector: 'p', join: {} }] };
      globalThis.fetch = async (address, init) => {
        Object.assign(globalThis, { sent: { address, body: JSON.parse(String(init?.body)), headers: init?.headers } });
        return new Response(JSON.stringify({ rooms: [...answer.rooms, { ...answer.rooms[0], code: 'KQ8M' }] }));
      };
    });
    await page.fill('select[name="rounds"]', '6');
    await page.fill('select[name="round-seconds"]', '0');
    await page.fill('input[name="worlds"]', '2');
    await press('Open the room');
    await page.waitForText('.links', 'KQ8M');
    const sent = await page.evaluate<{
      body: { scenario: { classroom: { rounds: [] } }; settings: object; worlds: number };
      headers: object;
    }>('sent');
    expect(sent.body.scenario.classroom.rounds).toHaveLength(6);
    expect(sent.body.settings).toMatchObject({ roundSeconds: null });
    expect(sent.body.worlds).toBe(2);
    expect(sent.headers).toEqual({ authorization: 'Bearer key-of-the-server-000' });
  });
});
