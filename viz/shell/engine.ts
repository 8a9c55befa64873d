import { catalogue } from '../../scenarios/catalogue.ts';
import { openBrowserSession } from '../../workers/browser.ts';
import type { RemoteSession } from '../../workers/protocol.ts';
import { createLibrary } from '../store/library.ts';
import type { Engine } from '../store/run.ts';

/** Bundled scenarios, run by the engine in a worker of this page. */
export function openEngine(): Engine {
  const session = openBrowserSession();
  // It takes longer to come than the scenario that it is to run.
  session.prepare();
  let second: RemoteSession | undefined;
  return {
    session,
    library: createLibrary(catalogue.map((entry) => ({ ...entry, group: `app.${entry.group}` as const }))),
    openSecondSession: () => (second ??= openBrowserSession()),
  };
}
