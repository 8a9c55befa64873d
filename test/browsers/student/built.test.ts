import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { available, launch } from '../driver.ts';
import { serveFolder } from '../folder.ts';
import { CODE } from './states.ts';

describe('the student’s page as it is built', () => {
  const folder = fileURLToPath(new URL('../../../dist/app', import.meta.url));

  it.runIf(available.includes('chromium'))(
    'weighs at most 40 kB with all that it loads, and holds no engine',
    async () => {
      const server = await serveFolder(folder);
      const page = await launch('chromium', { viewport: { width: 390, height: 844 } });
      try {
        await page.goto(`${server.url}play.html#${CODE}`);
        await page.waitFor(() => document.querySelector('.play'));
        const loaded = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)),
        );
        const files = loaded.filter((name) => name.startsWith('assets/'));
        expect(files.length).toBeGreaterThan(1);
        const weight = ['play.html', ...files].reduce(
          (sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length,
          0,
        );
        expect(weight).toBeLessThanOrEqual(40_000);
        const scripts = files.filter((name) => name.endsWith('.js'));
        expect(scripts.length).toBe(1);
        for (const name of scripts)
          expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/ZodError|safeParse|keyframe|topojson/);
      } finally {
        await page.close();
        await server.close();
      }
    },
  );

  it('is no part of what the app keeps for later', () => {
    expect(readdirSync(folder)).toContain('play.html');
    expect(readFileSync(join(folder, 'sw.js'), 'utf8')).not.toMatch(/\bplay(\.html|-)/);
  });
});
