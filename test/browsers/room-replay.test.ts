import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';
import type { DebriefView } from '../../classroom/protocol/request.ts';
import { classServer, type TestServer } from '../classroom/class-server.ts';
import { type PlayedRoom, playedRoom } from '../classroom/played-room.ts';
import { barriers } from './axe.ts';
import { available, type EngineName, type Looks, launch, type Page } from './driver.ts';

// The game of a class, from a real server, in the app as it is built: who may open it, and what it then shows.

const WALL = { width: 1920, height: 1080 };

let server: TestServer;
let played: PlayedRoom;
let file: DebriefFile;
let page: Page;
beforeAll(async () => {
  server = await classServer({ pages: fileURLToPath(new URL('../../dist/app', import.meta.url)) });
  played = await playedRoom(server.url, 'europe-1879-1914', 3);
});
afterAll(() => server?.close());
afterEach(() => page?.close());

const replayOf = (more = ''): string => `${server.url}#room=${played.room.code}&t=5${more}`;

async function open(address: string, looks: Looks & { engine?: EngineName; language?: string; seat?: string } = {}) {
  const { engine = 'chromium', language = 'en', seat, ...rest } = looks;
  page = await launch(engine, { viewport: { width: 1440, height: 900 }, reducedMotion: true, ...rest });
  // A picture has the app's storage, and runs nothing.
  await page.goto(`${server.url}favicon.svg`);
  await page.evaluate(
    (spoken, code, token) => {
      localStorage.setItem('foedus-language', spoken);
      localStorage.setItem('foedus-hint', 'over');
      if (token) localStorage.setItem(`foedus-seat-${code}`, JSON.stringify({ token }));
    },
    language,
    played.room.code,
    seat ?? '',
  );
  await page.goto(address);
}

const isOpen = () => page.waitForText('#digest', /[0-9a-f]{16}/);

/** What the page asked its server for. */
const asked = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

describe.runIf(available.includes('chromium'))('the replay of a class’s own game', () => {
  it.each([
    ['en', 'opens when the game is over'],
    ['es', 'se abre cuando acaba la partida'],
  ])(
    'is not to be had before its debrief, which one sentence says and no other history hides: %s',
    async (language, says) => {
      await open(replayOf(`&key=${played.room.instructor}`), { language });
      await page.waitForText('main [role="alert"]', says);
      expect(await page.count('main.replay')).toBe(0);
      expect(await page.text('#digest')).not.toMatch(/[0-9a-f]{16}/);
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate('location.hash')).toBe(`#room=${played.room.code}&t=5`);
    },
  );

  it('comes when its debrief has come, and the page that waited is asked again', async () => {
    await open(replayOf(), { seat: played.students[0]!.token });
    await page.waitForText('main [role="alert"]', played.room.code);
    await played.teacher.must({ do: 'debrief' });
    const answer = await fetch(`${server.url}live/${played.room.code}/export/debrief.json`, {
      headers: { authorization: `Bearer ${played.room.projector}` },
    });
    file = (await answer.json()) as DebriefFile;
    await page.click('#retry');
    await isOpen();
    expect(await page.text('#digest')).toContain(file.run.digests.at(-1)!);
  });

  it.each(available)('is the history that the server played, at the moment that the link says: %s', async (engine) => {
    await open(replayOf(`&key=${played.room.projector}`), { engine });
    await isOpen();
    await page.waitFor(() => document.querySelector('main.replay'));
    expect(await page.text('#digest')).toContain(file.run.digests.at(-1)!);
    expect(await page.text('#date')).toBe('1880 Q2');
    // The key is in no address: neither of the page, nor of what it asked for.
    expect(await page.evaluate('location.href')).not.toContain(played.room.projector);
    expect((await asked()).filter((name) => name.includes(played.room.projector))).toEqual([]);
    expect(await page.count('.notice')).toBe(0);
  });

  it('says of each event who decided it, and asks a player for no reasons', async () => {
    const event = file.events.find(({ kind, decidedBy }) => kind === 'joined' && decidedBy === 'player')!;
    await open(replayOf(`&key=${played.room.projector}`));
    await isOpen();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#room=${played.room.code}&t=${event.tick}&event=${event.event}&show=why`);
    await page.waitForText('.event[data-chosen] .reasons', 'A player decided this.');
    await page.waitForText('.event[data-chosen] .bot-would', 'In this round the model would have paid');
    expect(await page.text('.event[data-chosen] .decider')).toBe('player');
    expect(await page.count('.event[data-chosen] .flip')).toBe(0);
    expect(await page.text('.events')).toMatch(/contributes \d+% of its budget/);
    expect(await page.text('.events')).not.toContain('hold');
    // The address follows whoever goes on by themselves, and stays one of the room.
    await page.press('ArrowRight');
    const next = `#room=${played.room.code}&t=${event.tick + 1}`;
    await page.waitFor((hash) => location.hash === hash, next);
  });

  it('is not given to a stranger, nor where a link names no room', async () => {
    await open(replayOf());
    await page.waitForText('main [role="alert"]', 'Only those who are in room');
    await page.evaluate(() => {
      location.hash = '#room=BBBB&key=aaaaaaaaaaaaaaaaaaaaaa';
    });
    await page.waitForText('main [role="alert"]', 'There is no room BBBB here.');
    await page.evaluate(() => {
      location.hash = '#room=<b>';
    });
    await page.waitForText('main [role="alert"]', 'This link names no room.');
    expect(await page.count('main.replay')).toBe(0);
    // The list of scenarios says that none is chosen, and any may be: there is no seed of none.
    const list = () =>
      page.evaluate(() => document.querySelector<HTMLSelectElement>('#scenario')!.selectedOptions[0]?.text);
    expect(await list()).toBe('Choose a scenario');
    expect(await page.count('#seed')).toBe(0);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#scenario')!;
      select.value = 'nato';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await isOpen();
    expect(await list()).toContain('NATO');
    expect(await page.count('#seed')).toBe(1);
  });

  it.each([
    ['en', false],
    ['es', true],
  ] as const)('is led on the wall through reasons, a branch and many games: %s, dark %s', async (language, dark) => {
    await played.teacher.must({
      do: 'set',
      settings: { language, roundSeconds: null, crisisSeconds: 5, closesWhenReady: true, bots: true },
    });
    await open(`${server.url}projector.html#${played.room.code}.${played.room.projector}`, {
      viewport: WALL,
      dark,
    } as Looks);
    const isSpanish = language === 'es';
    const inFrame = (selector: string, text: string) =>
      page.waitFor(
        (wanted, expected) =>
          document.querySelector('iframe')?.contentDocument?.querySelector(wanted)?.textContent?.includes(expected),
        selector,
        text,
      );
    const show = (view: DebriefView, event: number | null = null) =>
      played.teacher.must({ do: 'steer', tick: 5, event, view });
    await inFrame('main.replay #date', '18');
    await inFrame('#digest', file.run.digests.at(-1)!);
    const shown = (selector: string) =>
      page.evaluate(
        (wanted) =>
          [...document.querySelector('iframe')!.contentDocument!.querySelectorAll(wanted)].filter(
            (one) => one.getClientRects().length > 0,
          ).length,
        selector,
      );
    expect(await shown('.masthead, #branch-here, .hint, .transport button')).toBe(0);

    const founding = file.events.find(({ kind, decidedBy }) => kind === 'founded' && !decidedBy)!;
    await show({ what: 'why' }, founding.event);
    await inFrame('.led .reasons', isSpanish ? 'Lo decidió el modelo.' : 'The model decided this.');
    expect(await shown('.led .reason')).toBeGreaterThan(1);

    const [{ from, ticks }] = file.rounds as [DebriefFile['rounds'][number]];
    await show({ what: 'branch', from, to: from + ticks, act: 'contribute', actor: null });
    await inFrame('.led-branch', isSpanish ? '¿Y si nadie hubiera' : 'What if nobody had set a contribution');
    await inFrame('.led-branch .compare-parting', '18');
    expect(await shown('.led-branch .delta')).toBeGreaterThan(3);
    await show({ what: 'branch', from, to: from + ticks, act: 'sign', actor: 'GER' });
    await inFrame('.led-branch .led-says', isSpanish ? 'Nadie decidió eso' : 'Nobody decided so');

    await show({ what: 'odds', seeds: 25, decisions: false });
    await inFrame('.led.odds', isSpanish ? '25 de 25' : '25 of 25');
    await inFrame('.led .card-here', '▲');
    expect(await shown('.led .card')).toBeGreaterThan(3);

    // Back in the replay it is the class's own game, without the branch.
    await show({ what: 'replay' });
    await inFrame('main.replay #date', '1880');
    await inFrame('#digest', file.run.digests.at(-1)!);
    // A picture that is opened by itself asks for an icon that is not there.
    expect(page.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  });

  it('is looked at on a phone by oneself, and brought back to where the wall is', async () => {
    await played.teacher.must({ do: 'steer', tick: 5, event: null });
    await open(`${server.url}play.html#${played.room.code}`, {
      seat: played.students[1]!.token,
      viewport: { width: 390, height: 844 },
    } as Looks);
    await page.click('main button.strong');
    const date = (text: string) =>
      page.waitFor(
        (expected) =>
          document.querySelector('iframe')?.contentDocument?.querySelector('#date')?.textContent?.includes(expected),
        text,
      );
    await date('1880 Q2');
    await page.waitForText('.replay [role="status"]', 'You follow the projector.');
    await played.teacher.must({ do: 'steer', tick: 8, event: null });
    await date('1881 Q1');
    await page.evaluate(() => {
      const time = document.querySelector('iframe')!.contentDocument!.querySelector<HTMLInputElement>('#time')!;
      time.value = '20';
      time.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForText('.replay [role="status"]', 'You look around by yourself.');
    await date('1884 Q1');
    // The wall goes on; this reader does not, until they ask for it.
    await played.teacher.must({ do: 'steer', tick: 12, event: null });
    await played.students[2]!.when((state) => state.debrief?.tick === 12);
    expect(
      await page.evaluate(() => document.querySelector('iframe')!.contentDocument!.querySelector('#date')!.textContent),
    ).toContain('1884 Q1');
    await page.click('.replay button');
    await date('1882 Q1');
    await page.waitForText('.replay [role="status"]', 'You follow the projector.');
  });
});
