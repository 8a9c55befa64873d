import { batch } from '@preact/signals';
import type { Received, ScenariosById } from '../../formats/link/link.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { t } from '../i18n/index.ts';
import type { Plan } from '../run-view/plan.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Comparison } from '../store/branches.ts';
import type { State } from '../store/state.ts';
import { applyView, viewPart } from './url-view.ts';

// A link with more in it than a name and a seed. What reads and writes them comes when the first is opened or made.
const codec = () => import('../../formats/link/link.ts');

/** Whether the part of an address after # is such a link, perhaps one of another version. */
export const isLinkHash = (hash: string): boolean => hash.startsWith('#~');

/** Nothing but a bundled scenario and a seed: the plain address says it all. */
export const isPlain = ({ given, run }: State): boolean =>
  given.peek() === null && (run.peek()?.replay.interventions.length ?? 0) === 0;

/** The link of the run on show, to this very moment of it; rejects with a sentence where it does not fit into one. */
export async function linkOf(state: State, run: RunView): Promise<string> {
  // The moment, and what it branched from, are those of now; after any wait they may be others.
  const { tick, ...sent } = sentOf(state, run);
  const branch = branchPart(state.branches.pair.peek(), run.replay);
  const pose = viewPart(state, run);
  const { writeLink, withTick } = await codec();
  const link = links.get(run) ?? (async () => writeLink(sent, await likeIt(state, sent)))();
  links.set(run, link);
  return withTick(await link, tick) + branch + pose;
}

/** Of each run the link to no moment of it: packing a world of hundreds takes longer than many frames, and fails the same. */
const links = new WeakMap<RunView, Promise<string>>();

/** Of a branch, how many of its interventions its original had too, so that it can be shown beside it again. */
function branchPart(pair: Comparison | undefined, replay: RunView['replay']): string {
  if (!pair || pair.branch.run.replay !== replay || pair.plan.without?.length) return '';
  return `&b=${pair.original.run.replay.interventions.length}`;
}

/** What a link says of a branch: the interventions of its original, and those that it has besides. */
function branchIn(
  hash: string,
  interventions: readonly unknown[],
): { base: readonly unknown[]; plan: Plan } | undefined {
  const kept = Number(/&b=(\d{1,5})(&|$)/.exec(hash)?.[1] ?? Number.NaN);
  const own = interventions.slice(kept);
  const ticks = own.map((placed) => Object(placed).tick as unknown).filter((tick) => typeof tick === 'number');
  // A link is anybody’s: where this part makes no sense the run is shown by itself. What is placed is checked where it is run.
  if (!(kept < interventions.length) || ticks.length < own.length) return undefined;
  const plan = { tick: Math.min(...ticks), interventions: own as Plan['interventions'] };
  return { base: interventions.slice(0, kept), plan };
}

/** The same, as a file holds it. */
export async function payloadOf(state: State, run: RunView): Promise<string> {
  const sent = sentOf(state, run);
  const [{ writePayload }, shelf] = await Promise.all([codec(), likeIt(state, sent)]);
  return writePayload(sent, shelf);
}

const sentOf = ({ tick }: State, { replay, written }: RunView) => ({
  ...replay,
  scenario: written.scenario,
  tick: tick.peek(),
});

/** Of the shelf, what a scenario can be told as a change of. */
const likeIt = ({ source }: State, { scenario }: { scenario: { id: unknown } }): Promise<ScenariosById> =>
  source.scenarios([scenario.id]);

/** Runs what a link says, goes to its moment, and says whether this is the run its sender saw. */
export async function openLink(state: State, hash: string): Promise<void> {
  await open(state, hash, ({ readLink }, shelf) => readLink(hash, shelf));
}

/** Opens the run that this page was saved with; it may have been changed since by anybody. */
export async function openPayload(state: State, letter: string): Promise<void> {
  await open(state, '', ({ readPayload }, shelf) => readPayload(letter, shelf));
}

type Codec = Awaited<ReturnType<typeof codec>>;

async function open(state: State, hash: string, read: (by: Codec, shelf: ScenariosById) => Received): Promise<void> {
  let received: Received;
  let shelf: ScenariosById;
  try {
    // Which of the shelf a link leans on is known when it is read.
    const [by, all] = await Promise.all([codec(), state.source.scenarios()]);
    received = read(by, all);
    shelf = all;
  } catch (error) {
    refuse(state, (error as Error).message);
    return;
  }
  const { scenario, seed, interventions, ticks, tick } = received;
  const { id } = Object(scenario) as { id?: unknown };
  const own = typeof id === 'string' ? id : '';
  const start = (placed: readonly unknown[]): Promise<void> =>
    state.start(
      own,
      seed,
      tick,
      isBundled(shelf, received, placed) ? null : { scenario, interventions: placed, ticks },
    );
  const branch = branchIn(hash, interventions);
  let begun = start(branch?.base ?? interventions);
  let mine = state.attempt.peek();
  await begun;
  if (branch && mine === state.attempt.peek() && (await state.branches.branch(branch.plan)) !== undefined) {
    if (mine !== state.attempt.peek()) return;
    begun = start(interventions);
    mine = state.attempt.peek();
    await begun;
  }
  const run = state.run.peek();
  // Another seed, or another run, may have been asked for meanwhile: of those the link says nothing.
  if (!run || mine !== state.attempt.peek()) return;
  applyView(state, hash);
  const verdict = await verdictOn(received, run);
  batch(() => {
    state.judged.value = run;
    state.verdict.value = verdict;
  });
}

/** Nothing but what a name and a seed say. */
function isBundled(shelf: ScenariosById, { scenario, ticks }: Received, placed: readonly unknown[]): boolean {
  const { id, time } = Object(scenario) as { id?: unknown; time?: { ticks?: unknown } };
  if (placed.length > 0 || typeof id !== 'string' || !Object.hasOwn(shelf, id)) return false;
  return ticks === time?.ticks && JSON.stringify(shelf[id]) === JSON.stringify(scenario);
}

/** A link that cannot be read leaves what is on show; where nothing is yet, the first scenario. */
function refuse(state: State, sentence: string): void {
  batch(() => {
    state.notice.value = sentence;
    if (state.scenario.peek() === '') void state.start(state.source.shelf[0]!.id, '1');
  });
}

/** How the history that a link or a run file makes here compares with the one it was made of. */
export interface SharedRunCheck {
  from: 'link' | 'file';
  /** First marked tick at which they differ; null where they are the same. */
  tick: number | null;
  /** The other engine that made it, if it was another. */
  engine: string | undefined;
  isBaseChanged: boolean;
}

async function verdictOn({ marks, engine, isBaseChanged }: Received, { replay }: RunView): Promise<SharedRunCheck> {
  const { firstDifferingCheckpoint } = await codec();
  const tick = firstDifferingCheckpoint(marks, replay.digests);
  return { from: 'link', tick, engine: engine === ENGINE ? undefined : engine, isBaseChanged };
}

/** In a sentence; empty where there is nothing to say. */
export function sharedRunText(verdict: SharedRunCheck | undefined): string {
  if (!verdict) return '';
  const { from, tick, engine, isBaseChanged } = verdict;
  if (tick === null) return t(from === 'file' ? 'explore.sameRun' : 'share.same');
  if (from === 'file') return t('explore.otherRun', { tick, engine: engine ?? ENGINE });
  if (engine !== undefined) return t('share.differsEngine', { tick, engine });
  return t(isBaseChanged ? 'share.differsScenario' : 'share.differs', { tick });
}
