import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { createSession } from '../../workers/session.ts';
import { commandIn } from '../cli/command.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// What most people do, from the first look to the odds, in one sitting.

const { json } = commandIn('mainpath');
const SCENARIO = 'europe-1879-1914';
const SEEDS = 100;

const digestOf = async (interventions: Intervention[] = []): Promise<string> =>
  (await createSession().run({ scenario: scenarios[SCENARIO], seed: '7', interventions })).digest;

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

// WebKit’s small browser is asked for the parts alone, in replay.test.ts and link.test.ts.
describe.each(available.filter((name) => name !== 'webkit'))('the main path in %s', (engine) => {
  let page: Page;
  let branch: string;
  beforeAll(async () => {
    page = await launch(engine, { viewport: { width: 1440, height: 900 } });
  });
  afterAll(() => page?.close());

  const tick = () => page.evaluate(() => Number((document.querySelector('#time') as HTMLInputElement).value));

  it('opens paused, on the run that Node makes', async () => {
    await page.goto(`${app.url}#s=${SCENARIO}&seed=7&t=56`);
    await page.waitForText('#digest', await digestOf());
    await page.waitForText('#date', '1893 Q1');
    await page.waitFor(() => document.querySelectorAll('.network .node').length === 10);
    expect(await tick()).toBe(56);
  });

  it('plays', async () => {
    await page.click('#play');
    await page.waitFor(() => Number((document.querySelector('#time') as HTMLInputElement).value) > 58);
    await page.click('#play');
    const paused = await tick();
    // It moves with the frames that are drawn: in sixty it would have moved on.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await tick()).toBe(paused);
  });

  it('says why', async () => {
    // Where the playing was stopped is the computer’s affair; what is asked about is not.
    await page.fill('#time', '60');
    await page.waitFor(() => {
      const joining = [...document.querySelectorAll('.event.now')].find((line) => /joins?\b/.test(line.textContent!));
      joining?.querySelector('.event-why')?.setAttribute('data-asked', '');
      return document.querySelector('[data-asked]');
    });
    await page.click('[data-asked]');
    await page.waitForText('.reasons', 'Sum');
    expect(await page.count('.term')).toBeGreaterThan(0);
  });

  it('branches', async () => {
    const at = await tick();
    await page.click('#branch-here');
    await page.fill('#ask-kind', 'loyalty');
    await page.fill('#ask-actor', 'GER');
    await page.click('#branch');
    await page.waitForText('.compare', 'the loyalty of German Empire is set to 0.2');
    branch = await digestOf([{ kind: 'set', tick: at, path: 'actors.GER.loyalty', value: 0.2 }]);
    await page.waitForText('#digest', branch);
  });

  it('is shared by a link, and opened again from it', async () => {
    await page.click('#share');
    const link = await page.waitFor(() => (document.querySelector('#link') as HTMLInputElement | null)?.value);
    await page.goto('about:blank');
    await page.goto(String(link));
    await page.waitForText('#digest', branch);
    await page.waitForText('.notice', 'Same run as the sender’s');
  });

  it('ends in the odds, and they are those of the command', async () => {
    await page.goto('about:blank');
    await page.goto(`${app.url}#s=${SCENARIO}&seed=7`);
    await page.waitForText('#digest', await digestOf());
    await page.click('#screen-odds');
    await page.click('.odds-number .segmented button');
    await page.click('#odds-run');
    // However slow the computer, it is never long until another run is done.
    const done = () => page.text('#odds-status');
    for (let said = await done(); !said.startsWith(`${SEEDS} replications, seeds 1 to`); said = await done())
      await page.waitFor((old) => document.querySelector('#odds-status')!.textContent !== old, said);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.fact-share')].map((share) => share.textContent),
    );
    const { facts } = await json('odds', SCENARIO, '--seeds', String(SEEDS));
    expect(shown).toEqual(facts.map(({ share }: { share: number }) => `${Math.round(100 * share)}%`));
    expect(page.problems).toEqual([]);
  });
});
