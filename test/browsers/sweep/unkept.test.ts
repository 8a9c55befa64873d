import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available, launch, type Page } from '../driver.ts';
import { filesIn, makeAll, SPEC, STOPPED, sweepPage } from './kept-page.ts';

// Where the browser keeps nothing, a sweep runs all the same.

const { filesOf, visit } = sweepPage('unkept');

describe.each(available)('a sweep that is not kept, in %s', (engine) => {
  let page: Page;
  beforeAll(async () => {
    page = await launch(engine);
    await visit(page);
    await makeAll(page, SPEC, 2);
  });
  afterAll(() => page?.close());

  it('runs where the browser keeps nothing, and says so', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          // A database of a later version is one that cannot be opened.
          const request = indexedDB.deleteDatabase('foedus-sweeps');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const later = indexedDB.open('foedus-sweeps', 99);
            later.onsuccess = () => {
              later.result.close();
              resolve();
            };
          };
        }),
    );
    await visit(page);
    const small = await makeAll(page, STOPPED, 2);
    expect(await filesIn(page, small)).toEqual(filesOf('stopped'));
    const { kind, list } = await page.evaluate(async () => {
      await sweeps.refresh();
      return { kind: sweeps.fault.value?.kind, list: sweeps.list.value.length };
    });
    expect({ kind, list }).toEqual({ kind: 'unkept', list: 1 });
    await visit(page);
    expect(
      await page.evaluate(async () => {
        await sweeps.refresh();
        return sweeps.list.value;
      }),
    ).toEqual([]);
  });
});
