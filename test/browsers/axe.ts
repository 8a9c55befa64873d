import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from './driver.ts';

const axe = readFileSync(
  join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules/axe-core/axe.min.js'),
  'utf8',
);

/** What axe finds moderate or worse, one line a rule and place; of all its rules, or of those that are named. */
export async function barriers(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScript(axe);
  return page.evaluate(async (named: readonly string[]) => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      resultTypes: ['violations'],
      ...(named.length > 0 ? { runOnly: [...named] } : {}),
    });
    return violations
      .filter(({ impact }) => impact !== 'minor')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  }, rules);
}
