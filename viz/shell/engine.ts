import { catalogue } from '../../scenarios/catalogue.ts';
import { openBrowserSession } from '../../workers/browser.ts';
import type { RemoteSession } from '../../workers/protocol.ts';
import { createLibrary } from '../store/library.ts';
import type { Source } from '../store/source.ts';

/** Bundled scenarios, run by the engine in a worker of this page. */
export function openEngine(): Source {
  const session = openBrowserSession();
  // It takes longer to come than the scenario that it is to run.
  session.prepare();
  let beside: RemoteSession | undefined;
  const shareOf =
    (progress: (share: number) => void) =>
    ({ tick, ticks }: { tick: number; ticks: number }): void =>
      progress(ticks > 0 ? tick / ticks : 1);
  return {
    ...createLibrary(catalogue.map((book) => ({ ...book, group: `app.${book.group}` as const }))),
    run: (given, seed, progress) => session.run({ ...given, seed }, shareOf(progress)),
    places: () => session.layout(),
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
      flip: (event, back) => session.minimalChange(event, back),
      inquest: {
        run: (request, progress) => session.attribution(request, shareOf(progress)),
        cancel: () => session.cancel(),
      },
    },
  };
}
