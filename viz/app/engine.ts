import { classics } from '../../scenarios/classics/index.ts';
import { histories, scenarios } from '../../scenarios/index.ts';
import { openBrowserSession } from '../../workers/browser.ts';
import type { RemoteSession } from '../../workers/protocol.ts';
import type { Setting } from '../story/story.ts';
import type { Key } from '../text/index.ts';
import type { Source } from './source.ts';

/** Bundled scenarios, run by the engine in a worker of this page. */
export function openEngine(): Source {
  const session = openBrowserSession();
  let beside: RemoteSession | undefined;
  const settings = scenarios as Readonly<Record<string, Setting>>;
  const shelve = (group: Key, ids: readonly string[]) => ids.map((id) => ({ id, title: settings[id]!.title, group }));
  const shareOf =
    (progress: (share: number) => void) =>
    ({ tick, ticks }: { tick: number; ticks: number }): void =>
      progress(ticks > 0 ? tick / ticks : 1);
  return {
    shelf: [...shelve('app.histories', Object.keys(histories)), ...shelve('app.classics', Object.keys(classics))],
    setting: (id) => settings[id]!,
    bundled: scenarios,
    run: (id, seed, progress, given) => session.run({ scenario: scenarios[id], ...given, seed }, shareOf(progress)),
    frame: (ticks, back) => session.frame(ticks, back),
    cohesion: (alliance, founded, back) => session.cohesion(alliance, founded, back),
    phases: (tick, back) => session.phases(tick, back),
    runFile: () => session.runFile(),
    aside: () => (beside ??= openBrowserSession()),
    save: (ending, back) => session.save(ending, back),
    branching: {
      fork: (tick, interventions, progress, without) => session.fork(tick, interventions, shareOf(progress), without),
      unfork: () => session.unfork(),
      summary: (back) => session.summary(back),
      flip: (event, back) => session.flip(event, back),
      inquest: {
        run: (request, progress) => session.autopsy(request, shareOf(progress)),
        cancel: () => session.cancel(),
      },
    },
  };
}
