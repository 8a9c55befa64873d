import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { available, launch, type Page, serveApp } from './driver.ts';

// Every screen there is, wide and on a phone, in light and in dark: nobody is shut out of any.

const RUN = '#s=delian-league&seed=1&t=2';
const CHART = '#s=classics/tribute&seed=1';

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app?.close());

const letGo = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
const shut = async (page: Page): Promise<void> => {
  await page.press('Escape');
  await page.waitFor(() => !document.querySelector('dialog[open], .details'));
  await letGo(page);
};
const visit = async (page: Page, hash: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(app.url + hash);
  await page.waitForText('#digest', /[0-9a-f]{16}/);
  await page.waitFor(() => document.querySelector('main.replay'));
};
/** On a phone one panel shows at a time; where all of them do, there is nothing to press. */
const panel = async (page: Page, which: 'storyline' | 'network' | 'events' | 'curves'): Promise<void> => {
  const place = ['storyline', 'network', 'events', 'curves'].indexOf(which) + 1;
  const narrow = await page.evaluate(() => document.querySelector('.panels')?.checkVisibility());
  if (narrow) await page.click(`.panels button:nth-child(${place})`);
};

type Step = [screen: string, open: (page: Page) => Promise<unknown>, leave?: (page: Page) => Promise<unknown>];

const REPLAY: Step[] = [
  ['the storyline, the network and the events', (page) => page.waitFor(() => document.querySelector('.event'))],
  ['the curves', (page) => panel(page, 'curves'), (page) => panel(page, 'storyline')],
  [
    'the network with its key',
    async (page) => {
      await page.press('n');
      await page.waitFor(() => document.querySelectorAll('.network .node').length > 0);
      await page.click('.network-key summary');
    },
    (page) => page.click('.network-key summary'),
  ],
  [
    'the table',
    async (page) => {
      await letGo(page);
      await page.press('t');
      await page.waitFor(() => document.querySelector('.table tbody tr'));
    },
  ],
  [
    'an actor',
    async (page) => {
      await page.click('.table .name');
      await page.waitForText('.trust-rows', 'It trusts');
    },
    shut,
  ],
  [
    'the matrix',
    async (page) => {
      await page.press('m');
      await page.waitFor(() => document.querySelector('.stage canvas, .stage .matrix'));
    },
    (page) => page.press('n'),
  ],
  [
    'an alliance',
    async (page) => {
      await panel(page, 'events');
      await page.click('.in-force .chip-button');
      await page.waitForText('.trend', 'Mean trust');
    },
    shut,
  ],
  [
    'why',
    async (page) => {
      await page.click('.event-why');
      await page.waitForText('.reasons', 'Sum');
    },
  ],
  [
    'the inside of a tick',
    async (page) => {
      await page.click('#phases');
      await page.waitForText('.inside h2', 'After');
    },
    (page) => page.click('#phases'),
  ],
  [
    'what ended an alliance',
    async (page) => {
      await page.waitFor(() => document.querySelector('.event-row .attribution-link'));
      await page.click('.event-row .attribution-link');
      await page.waitFor(() => document.querySelector('.finding'));
    },
    shut,
  ],
  [
    'about the scenario',
    async (page) => {
      await page.click('#about-scenario');
      await page.waitFor(() => document.querySelector('.papers tbody tr'));
    },
    shut,
  ],
  [
    'the questions',
    async (page) => {
      await page.click('#open-questions');
      await page.waitFor(() => document.querySelector('.quiz-questions li'));
    },
    shut,
  ],
  [
    'a prediction',
    async (page) => {
      await page.click('#open-predict');
      await page.waitFor(() => document.querySelector('.quiz-choices button'));
    },
    shut,
  ],
  [
    'the share sheet',
    async (page) => {
      await page.click('#share');
      await page.waitFor(() => document.querySelector<HTMLInputElement>('#link')?.value);
      await page.waitFor(() => document.querySelector('#print'));
    },
  ],
  [
    'the printed sheet',
    async (page) => {
      await page.evaluate(() => {
        window.print = () => {};
      });
      await page.click('#print');
      await page.waitFor(() => document.querySelector('#sheet .line'));
      await page.emulate({ print: true });
    },
    async (page) => {
      await page.emulate({ print: false });
      await page.evaluate(() => {
        dispatchEvent(new Event('afterprint'));
      });
      await shut(page);
    },
  ],
  [
    'the help',
    async (page) => {
      await page.press('?');
      await page.waitFor(() => document.querySelector('dialog[open] kbd'));
    },
    shut,
  ],
  [
    'what if',
    async (page) => {
      await page.press('b');
      await page.waitFor(() => document.querySelector('#ask-kind'));
      await page.fill('#ask-kind', 'hostility');
    },
  ],
  [
    'a branch beside its original, with what differs',
    async (page) => {
      await page.click('#branch');
      await page.waitForText('.compare', 'hostility between');
      await letGo(page);
      await page.press('s');
      await page.waitFor(() => document.querySelectorAll('.storyline-half').length === 2);
      await page.click('.differences summary');
      await page.waitFor(() => document.querySelectorAll('.delta').length > 0);
    },
    async (page) => {
      await page.press('Escape');
      await page.click('#undo-branch');
    },
  ],
];

const BESIDE: Step[] = [
  [
    'the odds',
    async (page) => {
      await page.click('#screen-odds');
      await page.fill('.odds-number input', '8');
      await page.click('#odds-run');
      await page.waitForText('#odds-status', '8 replications, seeds');
      await page.waitFor(() => document.querySelectorAll('.card').length > 3);
    },
  ],
  [
    'the levers',
    async (page) => {
      await page.click('#screen-explore');
      await page.click('#part-levers');
      await page.waitForText('#trial-digest', /[0-9a-f]{16}/);
    },
  ],
  [
    'the editor',
    async (page) => {
      await page.click('#part-editor');
      await page.waitForText('#faults-title', 'No errors');
    },
  ],
  [
    'scenarios of one’s own',
    async (page) => {
      await page.click('#part-own');
      await page.click('#own-copy');
      await page.waitFor(() => document.querySelector('.own-row'));
    },
  ],
  [
    'the glossary',
    async (page) => {
      await page.click('#screen-glossary');
      await page.waitFor(() => document.querySelector('.glossary-term'));
    },
  ],
  [
    'a model as a chart',
    async (page) => {
      await visit(page, CHART);
      await page.waitFor(() => document.querySelector('.stage .chart'));
    },
  ],
];

describe.runIf(available.includes('chromium')).each([
  ['wide', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
])('nobody is shut out, %s, of', (_, viewport) => {
  let page: Page;
  beforeAll(async () => {
    page = await launch('chromium', { viewport, reducedMotion: true });
    await visit(page, RUN);
  });
  afterAll(() => page?.close());

  it.each([...REPLAY, ...BESIDE])('%s', async (_, open, leave) => {
    await open(page);
    const light = await barriers(page);
    // In dark only the colours are others.
    expect(await page.emulate({ dark: true })).toBe(true);
    const dark = await barriers(page, ['color-contrast']);
    await page.emulate({ dark: false });
    await leave?.(page);
    expect({ light, dark }).toEqual({ light: [], dark: [] });
    expect(page.problems).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('in the few colours of high contrast', () => {
  it('what is on is told from what is not, and a bar from its track', async () => {
    const page = await launch('chromium', { viewport: { width: 1440, height: 900 }, forcedColors: true });
    try {
      await visit(page, `${RUN}&actor=THA`);
      await page.waitFor(() => document.querySelector('.trust-bar span'));
      const colours = await page.evaluate(() => {
        const ground = (selector: string) => getComputedStyle(document.querySelector(selector)!).backgroundColor;
        return {
          speeds: [ground('.speeds [aria-pressed="true"]'), ground('.speeds [aria-pressed="false"]')],
          views: [ground('.stage-tools [aria-pressed="true"]'), ground('.stage-tools [aria-pressed="false"]')],
          screens: [ground('.screens [aria-current]'), ground('.screens button:not([aria-current])')],
          trust: [ground('.trust-bar span'), ground('.details')],
        };
      });
      for (const [on, off] of Object.values(colours)) expect(on).not.toBe(off);
      expect(await barriers(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
