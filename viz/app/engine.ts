import { classics } from '../../scenarios/classics/index.ts';
import { histories, scenarios } from '../../scenarios/index.ts';
import { openBrowserSession } from '../../workers/browser.ts';
import type { Setting } from '../story/story.ts';
import type { Source } from './source.ts';

/** Bundled scenarios, run by the engine in a worker of this page. */
export function openEngine(): Source {
  const session = openBrowserSession();
  const settings = scenarios as Readonly<Record<string, Setting>>;
  const shelve = (group: string, ids: readonly string[]) =>
    ids.map((id) => ({ id, title: settings[id]!.title, group }));
  const shareOf =
    (progress: (share: number) => void) =>
    ({ tick, ticks }: { tick: number; ticks: number }): void =>
      progress(ticks > 0 ? tick / ticks : 1);
  return {
    shelf: [...shelve('Histories', Object.keys(histories)), ...shelve('Classics', Object.keys(classics))],
    setting: (id) => settings[id]!,
    bundled: scenarios,
    run: (id, seed, progress, given) => session.run({ scenario: scenarios[id], ...given, seed }, shareOf(progress)),
    frame: (ticks, back) => session.frame(ticks, back),
    runFile: () => session.runFile(),
    save: (ending, back) => session.save(ending, back),
    branching: {
      fork: (tick, interventions, progress) => session.fork(tick, interventions, shareOf(progress)),
      unfork: () => session.unfork(),
      summary: (back) => session.summary(back),
    },
  };
}
