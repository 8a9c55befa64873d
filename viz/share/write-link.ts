import { type ScenariosById, type Sent, withTick, writeLink, writePayload } from '../../formats/link/link.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Comparison } from '../store/branches.ts';
import type { PlaybackSlice } from '../store/playback.ts';
import type { RunSlice } from '../store/run.ts';
import type { Linked } from './linked.ts';
import { viewPart } from './url-view.ts';

/** The link of the run on show, to this very moment of it; rejects with a sentence where it does not fit into one. */
export async function composeLink(slices: Linked, shown: RunView): Promise<string> {
  const { run, playback, branches } = slices;
  // The moment, and what it branched from, are those of now; after any wait they may be others.
  const { tick, ...sent } = sentOf(playback, shown);
  const branch = branchPart(branches.pair.peek(), shown.replay);
  const view = viewPart(slices, shown);
  const link = links.get(shown) ?? likeIt(run, sent).then((scenarios) => written(sent, scenarios));
  links.set(shown, link);
  return withTick(await link, tick) + branch + view;
}

/** Rejects with what to do instead, in the language of the page. */
function written(sent: Sent, scenarios: ScenariosById): string {
  try {
    return writeLink(sent, scenarios);
  } catch {
    throw new Error(t('share.impossible'));
  }
}

/** Of each run the link to no moment of it: packing a world of hundreds takes longer than many frames, and fails the same. */
const links = new WeakMap<RunView, Promise<string>>();

/** Of a branch, how many of its interventions its original had too, so that it can be shown beside it again. */
function branchPart(pair: Comparison | undefined, replay: RunView['replay']): string {
  if (!pair || pair.branch.run.replay !== replay || pair.plan.without?.length) return '';
  return `&b=${pair.original.run.replay.interventions.length}`;
}

/** The same, as a file holds it. */
export async function composePayload(
  { run, playback }: Pick<Linked, 'run' | 'playback'>,
  shown: RunView,
): Promise<string> {
  const sent = sentOf(playback, shown);
  return writePayload(sent, await likeIt(run, sent));
}

const sentOf = ({ tick }: PlaybackSlice, { replay, written }: RunView) => ({
  ...replay,
  scenario: written.scenario,
  tick: tick.peek(),
});

/** Of the catalogue, what a scenario can be told as a change of. */
const likeIt = ({ library }: RunSlice, { scenario }: { scenario: { id: unknown } }): Promise<ScenariosById> =>
  library.scenarios([scenario.id]);
