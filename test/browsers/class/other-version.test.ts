import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { OpenedRooms } from '../../../classroom/protocol/message.ts';
import { classProcess } from '../../classroom/class-process.ts';
import { available, launch, type Page } from '../driver.ts';

describe.runIf(available.includes('chromium'))('a room that another version made', () => {
  const server = classProcess();
  afterAll(server.close);

  it('is not said to be erased: the instructor has its file, and students are told to ask', async () => {
    const url = await server.serve();
    const body = JSON.stringify({ scenario: 'delian-league' });
    const { rooms } = (await (await fetch(`${url}rooms`, { method: 'POST', body })).json()) as OpenedRooms;
    const { code, instructor } = rooms[0]!;
    const port = server.port();
    await server.interrupt();
    const file = join(server.folder, `${code}.room.ndjson`);
    const changed = readFileSync(file, 'utf8').replace(/"engine":"[^"]*"/, '"engine":"foedus/0.0.1"');
    writeFileSync(file, changed);
    await server.serve(port);

    const pages: Page[] = [];
    const open = async (width: number, height: number): Promise<Page> => {
      const page = await launch('chromium', { viewport: { width, height } });
      pages.push(page);
      return page;
    };
    try {
      const teacher = await open(1440, 900);
      await teacher.goto(`${url}teach#${code}.${instructor}`);
      await teacher.waitForText('h1', 'Another version of Foedus made this room');
      // What the button saves is the file as it lies there.
      await teacher.evaluate(() => {
        Object.assign(globalThis, { saved: undefined });
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then((text) => Object.assign(globalThis, { saved: text }));
          return make.call(URL, blob);
        };
      });
      await teacher.click('main button');
      expect(await teacher.waitFor(() => (globalThis as { saved?: string }).saved)).toBe(changed);

      const phone = await open(390, 844);
      await phone.goto(`${url}play?${code}`);
      await phone.waitForText('h1', 'Another version of Foedus made this room.');
    } finally {
      for (const page of pages) await page.close();
    }
  });
});
