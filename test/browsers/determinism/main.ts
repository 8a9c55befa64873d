import { scenarios } from '../../../scenarios/index.ts';
import { openBrowserSession } from '../../../workers/browser.ts';
import { designDigests } from './design-digests.ts';

const session = openBrowserSession();

declare global {
  var digestsOf: (scenario: string, seed: string) => Promise<string[]>;
  var digestsOfDesigns: () => Record<string, string>;
  var forkedDigest: (scenario: string, tick: number, interventions: unknown) => Promise<string>;
}

globalThis.digestsOf = (scenario, seed) => session.digests({ scenario: scenarios[scenario], seed });

globalThis.digestsOfDesigns = designDigests;

globalThis.forkedDigest = async (scenario, tick, interventions) => {
  await session.run({ scenario: scenarios[scenario], seed: '1' });
  const replay = await session.fork(tick, interventions);
  // What the worker handed over must be whole on this side.
  if (replay.digests.length !== 2 * replay.ticks) throw new Error('the replay came without its digests');
  return replay.digest;
};
