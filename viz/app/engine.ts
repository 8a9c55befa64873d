import { scenarios } from '../../scenarios/index.ts';
import { openBrowserSession } from '../../workers/browser.ts';
import type { Setting } from '../story/story.ts';
import type { Source } from './source.ts';

/** Bundled scenarios, run by the engine in a worker of this page. */
export function openEngine(): Source {
  const session = openBrowserSession();
  const settings = scenarios as Readonly<Record<string, Setting>>;
  return {
    shelf: Object.entries(settings).map(([id, { title }]) => ({ id, title })),
    setting: (id) => settings[id]!,
    run: (id, seed, progress) =>
      session.run({ scenario: scenarios[id], seed }, ({ tick, ticks }) => progress(ticks > 0 ? tick / ticks : 1)),
    frame: (ticks) => session.frame(ticks),
  };
}
