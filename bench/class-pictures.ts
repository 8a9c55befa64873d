import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { OpenedRooms } from '../classroom/protocol/message.ts';
import { instructorOf, phone } from './classroom/phone.ts';
import { classroomServer } from './classroom/server.ts';

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const WALL = { width: 1920, height: 1080 };
const STUDENTS = 6;

/** Pictures of a class that plays, with the real server: a phone, the instructor's page and the projector's. */
export async function takeClassPictures(browser: Browser, folder: string): Promise<void> {
  const server = classroomServer();
  try {
    const url = await server.start();
    const settings = { roundSeconds: 300, crisisSeconds: 5, closesWhenReady: false };
    const body = JSON.stringify({ scenario: 'europe-1879-1914', settings });
    const { rooms } = (await (await fetch(`${url}rooms`, { method: 'POST', body })).json()) as OpenedRooms;
    const { code, instructor, projector } = rooms[0]!;
    const teacher = instructorOf(url, code, instructor);
    await teacher.enter();
    for (let k = 0; k < STUDENTS; k++) await phone(url, code, { stream: false }).enter();
    const ask = async (request: Parameters<typeof teacher.ask>[0], stage: string): Promise<void> => {
      const answer = await teacher.ask(request);
      if (!answer.ok) throw new Error(answer.text);
      await teacher.when((state) => state.stage === stage);
    };

    /** Opens a page in light and in dark; what is called takes the pictures. */
    async function look(address: string, viewport: typeof PHONE, reach: (page: Page) => Promise<unknown>) {
      const pages: [Page, string][] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB' });
        const page = await context.newPage();
        await page.goto(url + address);
        await reach(page);
        pages.push([page, colorScheme]);
      }
      return async (name: string): Promise<void> => {
        for (const [page, colorScheme] of pages) {
          await page.waitForTimeout(1_500);
          await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
          await page.context().close();
          process.stdout.write(`${name} ${colorScheme}\n`);
        }
      };
    }
    const take = async (name: string, ...of: Parameters<typeof look>): Promise<void> => (await look(...of))(name);
    const heading = (page: Page) => page.waitForSelector('h1');
    const wall = `projector#${code}.${projector}`;
    const control = `teach#${code}.${instructor}`;

    await take('class-lobby-wall', wall, WALL, heading);
    // Whoever comes while a round is open has a seat from the next one on.
    const takePhones = await look(`play?${code}`, PHONE, async (page) => {
      await page.click('.play');
      await page.waitForSelector('.mine');
    });
    await ask({ do: 'open-round' }, 'round');
    await takePhones('class-student-phone');
    await take('class-round-wall', wall, WALL, heading);
    await take('class-instructor-wide', control, WIDE, heading);
    await take('class-instructor-phone', control, PHONE, heading);
    await ask({ do: 'close' }, 'between');
    for (let round = 1; round < 3; round++) {
      await ask({ do: 'open-round' }, 'round');
      await ask({ do: 'close' }, 'between');
    }
    await ask({ do: 'debrief' }, 'debrief');
    await take('class-debrief-wall', wall, WALL, async (page) => {
      const frame = page.frameLocator('iframe');
      await frame.locator('.storyline .thread').first().waitFor({ state: 'attached' });
      await page.waitForSelector('aside.books');
    });
    teacher.vanish();
  } finally {
    await server.end();
  }
}
