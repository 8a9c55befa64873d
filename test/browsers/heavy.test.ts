import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../formats/link/pack.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { available, launch, serveApp } from './driver.ts';

// What a link may contain at the limits: every tick a long formula changes each of four million pairs. Within a tick the
// engine's worker hears nothing, and a tick takes several times longer than it is given to answer.

let app: { url: string; close: () => Promise<void> };
beforeAll(async () => {
  app = await serveApp();
});
afterAll(async () => {
  await app?.close();
});

const change = {
  target: { among: 'all' },
  field: 'hostility',
  operation: 'set',
  amount: `value * 1.001${' + 0 * exp(value)'.repeat(28)}`,
};
const heavy = {
  format: 'foedus-scenario/1',
  id: 'heavy',
  title: 'Heavy',
  kind: 'laboratory',
  summary: '',
  time: { start: 1, ticks: 1_000, ticksPerYear: 1 },
  resources: [{ id: 'arms', name: 'Arms', unit: 'points' }],
  parameters: { many: 2_000 },
  actors: [{ id: 'a', name: 'A', copies: { parameter: 'many' }, resources: { arms: 100 } }],
  shocks: [{ id: 's', name: 'Storm', family: 'threat', hazard: 1, changes: [change] }],
};

describe.runIf(available.includes('chromium'))('a link with a run that keeps the worker busy', () => {
  it('gives way to a scenario that is chosen meanwhile, which runs to its end in a new worker', async () => {
    const hash = `#~1.${pack({ scenario: heavy, seed: '1', ticks: 1_000, engine: ENGINE, marks: '' })}`;
    const page = await launch('chromium', { viewport: { width: 1440, height: 900 } });
    await page.goto(app.url + hash);
    // Its first ticks are done: the worker is within one.
    await page.waitFor(() => (document.querySelector<HTMLProgressElement>('main progress')?.value ?? 0) > 0);
    await page.evaluate(() => {
      const happened: string[] = Object.assign(window, { happened: [] }).happened;
      const { terminate } = Worker.prototype;
      Worker.prototype.terminate = function () {
        happened.push('ended');
        terminate.call(this);
      };
      window.Worker = new Proxy(Worker, {
        construct(made, args) {
          happened.push('begun');
          return Reflect.construct(made, args);
        },
      });
    });
    await page.fill('#scenario', 'delian-league');
    await page.waitForText('#date', 'BCE');
    await page.waitForText('#digest', /[0-9a-f]{16}/);
    await page.waitForText('h1', 'Delian');
    // One that had heard would still be there.
    expect(await page.evaluate<string[]>('happened')).toEqual(['ended', 'begun']);
    expect(page.problems).toEqual([]);
    await page.close();
  });
});
