import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLog } from '../../../classroom/log/read-log.ts';
import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import { scenarios } from '../../../scenarios/index.ts';
import type { Run } from '../../../sim/schema/scenario.ts';
import { classProcess } from '../../classroom/class-process.ts';
import { command } from '../../cli/command.ts';
import { available, launch, type Page } from '../driver.ts';
import { qrIn } from '../staff/qr.ts';

const PHONE = { width: 390, height: 844 };
const ROUNDS = 6;

/** A history of which a class plays the first rounds, and in which it may make offers. */
function shortGame(): unknown {
  const { classroom, ...history } = structuredClone(scenarios['europe-1879-1914']) as {
    classroom: { rounds: object[] };
  };
  return { ...history, classroom: { ...classroom, rounds: classroom.rounds.slice(0, ROUNDS) } };
}

/** Hands a file to the page, as a person would by its field. */
const giveFile = (page: Page, text: string): Promise<void> =>
  page.evaluate((content) => {
    const field = document.querySelector<HTMLInputElement>('input[name="file"]')!;
    const carried = new DataTransfer();
    carried.items.add(new File([content], 'game.json', { type: 'application/json' }));
    field.files = carried.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);

/** Clicks the first element of a kind that bears a text. */
const clickText = (page: Page, selector: string, text: string): Promise<true> =>
  page.waitFor(
    (wanted, said) => {
      const found = [...document.querySelectorAll<HTMLElement>(wanted)].find(({ textContent }) =>
        textContent?.includes(said),
      );
      found?.click();
      return found !== undefined || undefined;
    },
    selector,
    text,
  ) as Promise<true>;

const reload = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    Object.assign(globalThis, { isOld: true });
    setTimeout(() => location.reload());
  });
  await page.waitFor(() => !('isOld' in globalThis) && document.readyState === 'complete');
};

const saved = (page: Page) => page.waitFor(() => !document.querySelector('.saving'));

const EFFORT = 'input[name="decide contribute "]';
/** The indices of the efforts that are offered and of the one that is chosen. */
const chosenEffort = (page: Page): Promise<number> =>
  page.evaluate(
    (wanted) => [...document.querySelectorAll<HTMLInputElement>(wanted)].findIndex(({ checked }) => checked),
    EFFORT,
  );
/** Another effort than the one that stands; resolves when the room has it, to its index. */
async function chooseEffort(page: Page, step: number): Promise<number> {
  await page.waitFor((wanted) => document.querySelector(wanted), EFFORT);
  const k = await page.evaluate(
    (wanted, by) => {
      const efforts = [...document.querySelectorAll<HTMLInputElement>(wanted)];
      const next = (efforts.findIndex(({ checked }) => checked) + by) % efforts.length;
      efforts[next]!.click();
      return next;
    },
    EFFORT,
    step,
  );
  await saved(page);
  return k;
}
async function ready(page: Page): Promise<void> {
  await page.click('.ready > button');
  await page.waitFor(
    () => document.querySelector('.ready > button[aria-pressed="true"]') || !document.querySelector('.ready'),
  );
  await saved(page);
}

/** Closes what is open, unless it closed by itself meanwhile. */
const closeNow = (teacher: Page): Promise<true> =>
  teacher.waitFor(() => {
    const isOpen = ['The round is open', 'A call to arms'].includes(
      document.querySelector('#steering')?.textContent ?? '',
    );
    const close = [...document.querySelectorAll<HTMLElement>('.controls button')].find(
      ({ textContent }) => textContent === 'Close now',
    );
    close?.click();
    return close !== undefined || !isOpen || undefined;
  }) as Promise<true>;

describe.runIf(available.includes('chromium') && available.includes('firefox'))('a class with real browsers', () => {
  const server = classProcess();
  let url: string;
  const pages: Page[] = [];
  const open = async (size: { width: number; height: number }): Promise<Page> => {
    const page = await launch('chromium', { viewport: size });
    pages.push(page);
    return page;
  };
  beforeAll(async () => {
    url = await server.serve();
  });
  afterAll(async () => {
    for (const page of pages) await page.close();
    server.close();
  });

  it('plays a whole game, from the code on the wall to a run that is verified', async () => {
    const teacher = await open({ width: 1440, height: 900 });
    await teacher.goto(`${url}teach`);
    await teacher.waitFor(() => document.querySelector('select[name="scenario"]'));
    await giveFile(teacher, JSON.stringify(shortGame()));
    await teacher.waitFor(
      (rounds) => document.querySelector<HTMLSelectElement>('select[name="rounds"]')?.value === String(rounds),
      ROUNDS,
    );
    await teacher.fill('select[name="round-seconds"]', '0');
    await teacher.click('button[type="submit"]');
    const code = (await teacher.text('.room-code')).trim();

    const wall = await open({ width: 1920, height: 1080 });
    await wall.goto(
      await teacher.waitFor(() => document.querySelector<HTMLAnchorElement>('a[href*="projector.html"]')?.href ?? ''),
    );
    await wall.waitForText('.code', code);
    const address = qrIn(await wall.screenshot());
    expect(address).toBe(`${url}play?${code}`);

    const students = [
      await open(PHONE),
      await open(PHONE),
      await open(PHONE),
      await launch('firefox', { viewport: PHONE }),
    ];
    pages.push(students[3]!);
    const [ana, bea, carl, fox] = students as [Page, Page, Page, Page];
    for (const [k, one] of students.entries()) {
      await one.goto(address!);
      if (one === bea) await clickText(one, 'header button', 'Español');
      await one.click('.play');
      await one.waitForText('.mine', one === bea ? 'Tus tres palabras' : 'Your three words');
      await wall.waitForText('.here', `${k + 1} of ${k + 1}`);
    }
    await bea.waitForText('h1', 'La partida no ha empezado');

    await clickText(teacher, 'button', 'Start with predictions');
    for (const one of students) await one.click('fieldset.question button');
    await wall.waitForText('main', '4 of 4');
    await clickText(teacher, 'button', 'Start round 1');

    // Round 1: Ana offers Bea a treaty, Bea accepts it; Carl loads his page anew and finds what he decided.
    const efforts = [];
    for (const one of students) efforts.push(await chooseEffort(one, 2));
    await reload(carl);
    await carl.waitFor((wanted) => document.querySelector(wanted), EFFORT);
    expect(await chosenEffort(carl)).toBe(efforts[2]);
    await ana.click('#make-offer');
    await ana.evaluate(() => document.querySelector<HTMLElement>('.offer-form fieldset input')!.click());
    await ana.click('.offer-form button[type="submit"]');
    await bea.click('.offer .choices button');
    await bea.waitFor(() => document.querySelector('.offer button[aria-pressed="true"]'));
    await wall.waitForText('main', '0 of 4');
    for (const one of students) await ready(one);

    // Somebody has gone: after two rounds without a word the computer takes the seat, and the room goes on.
    let wasCalled = false;
    const playOut = async (here: readonly Page[], round: number): Promise<void> => {
      for (;;) {
        const stage = await teacher.waitFor((last) => {
          const text = document.querySelector('#steering')?.textContent ?? '';
          const where = document.querySelector('.where')?.textContent ?? '';
          if (text === 'A call to arms') return 'crisis';
          return text === 'What happened' && where.startsWith(`Round ${last} `) ? 'between' : undefined;
        }, round);
        if (stage === 'between') return;
        wasCalled = true;
        // At once: the window closes as soon as all have answered.
        for (const one of here) await one.evaluate(() => document.querySelector<HTMLElement>('.answer-now')?.click());
        await closeNow(teacher);
      }
    };
    await playOut(students, 1);
    await clickText(teacher, '.cards button', 'Play');
    await fox.close();
    pages.splice(pages.indexOf(fox), 1);
    const here = [ana, bea, carl];
    for (let round = 2; round <= ROUNDS; round++) {
      await clickText(teacher, '.controls button', `Open round ${round}`);
      for (const [k, one] of here.entries()) {
        await chooseEffort(one, 1 + ((round + k) % 2));
        await ready(one);
      }
      await closeNow(teacher);
      await playOut(here, round);
      if (round === 3) await teacher.waitForText('.bots', 'played by the computer');
    }

    await clickText(teacher, '.controls button', 'End the game and debrief');
    for (const one of here) await one.waitForText('h1', one === bea ? 'La partida ha terminado' : 'The game is over');
    await wall.waitFor(() => document.querySelector('iframe'));

    // What the instructor saves is what the command verifies, and it ends where the room says that it ends.
    const [file] = readdirSync(server.folder).filter((name) => name.endsWith('.room.ndjson'));
    const { entries } = readLog(readFileSync(join(server.folder, file!)));
    const [, token] = /\.([\w-]+)$/.exec(await teacher.evaluate(() => location.hash))!;
    const get = async (name: string) =>
      (await fetch(`${url}live/${code}/export/${name}`, { headers: { authorization: `Bearer ${token}` } })).text();
    const run = await get('run.json');
    const saved = join(server.folder, 'run.json');
    writeFileSync(saved, run);
    expect(execFileSync(process.execPath, [command, 'verify', saved], { encoding: 'utf8' }).trim()).toBe('identical');
    const resolved = entries.flatMap((entry) => (entry.kind === 'resolved' ? [entry] : []));
    expect(resolved).toHaveLength(ROUNDS);
    expect((JSON.parse(run) as Run).digests!.at(-1)).toBe(resolved.at(-1)!.digest);

    const { decisions, seats } = JSON.parse(await get('debrief.json')) as DebriefFile;
    expect(seats.filter(({ players }) => players.length > 0)).toHaveLength(4);
    expect(decisions.filter(({ act }) => act === 'sign')).toHaveLength(1);
    expect(decisions.filter(({ act }) => act === 'contribute')).toHaveLength(4 + 3 * (ROUNDS - 1));
    // A window that opened as soon as the last was ready may have been closed for the round's own.
    if (wasCalled) expect(entries.some(({ kind }) => kind === 'crisis')).toBe(true);
    expect(entries.some((entry) => entry.kind === 'bot' && entry.on && entry.why === 'absent')).toBe(true);
    expect(entries.some(({ kind }) => kind === 'card')).toBe(true);

    for (const page of [teacher, wall, ...here]) expect(page.problems).toEqual([]);

    // The same players play again in their seats; then the next class finds the room empty.
    await clickText(teacher, '.controls button', 'New game in this room');
    await clickText(teacher, '.controls button', 'The same players');
    for (const one of here)
      await one.waitForText('h1', one === bea ? 'La partida no ha empezado' : 'The game has not begun');
    await wall.waitForText('.code', code);
    await clickText(teacher, '.controls button', 'Start round 1');
    await ana.waitForText('h1', 'Decide now');
    await closeNow(teacher);
    await playOut(here, 1);
    await clickText(teacher, '.controls button', 'End the game and debrief');
    await clickText(teacher, 'fieldset.sure button', 'End the game and debrief');
    await clickText(teacher, '.controls button', 'New game in this room');
    await clickText(teacher, '.controls button', 'The next class');
    for (const one of here) await one.waitFor(() => document.querySelector('.play'));
    await ana.click('.play');
    await wall.waitForText('.here', '1 of 1');
  });
});
