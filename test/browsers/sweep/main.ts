import { catalogue } from '../../../scenarios/catalogue.ts';
import type { RunRequest } from '../../../sim/experiment/run-request.ts';
import { createLibrary } from '../../../viz/store/library.ts';
import { openKeptSweeps } from '../../../viz/sweep/open-kept-sweeps.ts';
import type { KeptSweeps } from '../../../viz/sweep/sweep-job.ts';
import { openBrowserSession } from '../../../workers/browser.ts';

// What the screen of sweeps is given, without the screen.

declare global {
  var sweeps: KeptSweeps;
  /** Digest of a run as the replay of the page makes it. */
  var replayDigest: (request: RunRequest) => Promise<string>;
}

const session = openBrowserSession();

globalThis.sweeps = openKeptSweeps(createLibrary(catalogue.map(({ group: _, ...entry }) => entry)));
globalThis.replayDigest = async (request) => (await session.run(request)).digest;
