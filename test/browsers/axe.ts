import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from './driver.ts';

const axe = readFileSync(
  join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/axe-core/axe.min.js'),
  'utf8',
);

/** What axe finds serious or worse, one line a rule and place. */
export async function barriers(page: Page): Promise<string[]> {
  await page.addScript(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  });
}
