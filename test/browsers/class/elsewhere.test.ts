import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedRooms } from '../../../classroom/protocol/message.ts';
import { classProcess } from '../../classroom/class-process.ts';
import { instructor } from '../../classroom/class-server.ts';
import { available, launch, type Page } from '../driver.ts';

const DAY = 86_400_000;
const PHONE = { width: 390, height: 844 };

/** What of the state both must see, whatever their language says of it: numbers, choices and names that are no words. */
const seen = (page: Page) =>
  page.evaluate(() => ({
    choices: [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].map(({ name, checked }) => [
      name,
      checked,
    ]),
    ready: document.querySelector('.count')?.textContent?.match(/\d+/g),
    seconds: document
      .querySelector('.digits')!
      .textContent!.split(':')
      .reduce((sum, part) => 60 * sum + Number(part), 0),
  }));

describe.runIf(available.includes('chromium'))('two phones in other languages, zones and years', () => {
  const server = classProcess();
  let url: string;
  let tokyo: Page;
  let york: Page;
  beforeAll(async () => {
    url = await server.serve();
    tokyo = await launch('chromium', { viewport: PHONE, timeZone: 'Asia/Tokyo', clockAhead: 400 * DAY });
    york = await launch('chromium', { viewport: PHONE, timeZone: 'America/New_York', clockAhead: -3 * DAY });
  });
  afterAll(async () => {
    for (const page of [tokyo, york]) await page?.close();
    server.close();
  });

  async function join(settings: object) {
    const body = JSON.stringify({ scenario: 'delian-league', settings });
    const { rooms } = (await (await fetch(`${url}rooms`, { method: 'POST', body })).json()) as OpenedRooms;
    const room = rooms[0]!;
    for (const page of [tokyo, york]) {
      await page.goto('about:blank');
      await page.goto(`${url}play?${room.code}`);
      await page.evaluate(
        (language) => localStorage.setItem('foedus-language', language),
        page === tokyo ? 'es' : 'en',
      );
      await page.goto('about:blank');
      await page.goto(`${url}play?${room.code}`);
      await page.click('.play');
      await page.waitFor(() => document.querySelector('.mine'));
    }
    const teacher = await instructor(url, room);
    // Both play the same actor, so that both have the same choices.
    const { players, seats } = await teacher.when((state) => state.players.length === 2);
    for (const { player } of players) await teacher.must({ do: 'seat', player, actor: seats[0]!.actor });
    return teacher;
  }

  it('see the same round, and each other’s readiness', async () => {
    const teacher = await join({ roundSeconds: 900, closesWhenReady: false });
    await teacher.must({ do: 'open-round' });
    await tokyo.waitForText('h1', 'Decide ahora');
    await york.waitForText('h1', 'Decide now');
    for (const page of [tokyo, york]) await page.waitFor(() => document.querySelector('.digits'));
    const [there, here] = [await seen(tokyo), await seen(york)];
    expect(there.choices.length).toBeGreaterThan(3);
    expect(there.choices).toEqual(here.choices);
    expect(there.ready).toEqual(here.ready);
    // The time that is left is counted from the server's word, not from the time of day: a look apart, at most.
    expect(there.seconds).toBeGreaterThan(600);
    expect(there.seconds).toBeLessThanOrEqual(900);
    expect(here.seconds).toBeLessThanOrEqual(there.seconds);
    await tokyo.click('.ready > button');
    for (const page of [tokyo, york])
      await page.waitFor(() => document.querySelector('.count')?.textContent?.includes('1'));
    expect((await seen(york)).ready).toEqual((await seen(tokyo)).ready);
    for (const page of [tokyo, york]) expect(page.problems).toEqual([]);
    teacher.leave();
  });

  it('read the date of a round each in its own zone', async () => {
    const deadline = Date.now() + 2 * DAY;
    const teacher = await join({ deadlines: [deadline] });
    await teacher.must({ do: 'open-round' });
    for (const [page, language, timeZone] of [
      [tokyo, 'es', 'Asia/Tokyo'],
      [york, 'en', 'America/New_York'],
    ] as const) {
      const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(deadline);
      await page.waitForText('.where .clock', time);
    }
    teacher.leave();
  });
});
