import { batch } from '@preact/signals';
import type { Received, ScenariosById } from '../../formats/link/link.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import type { Plan } from '../run-view/plan.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { BranchesSlice, Comparison } from '../store/branches.ts';
import type { PanelsSlice } from '../store/panels.ts';
import type { PlaybackSlice } from '../store/playback.ts';
import type { RunSlice } from '../store/run.ts';
import type { SelectionSlice } from '../store/selection.ts';
import type { SharedRunCheck, SharedRunSlice } from './shared-run.ts';
import { applyView, viewPart } from './url-view.ts';

/** What a link to the moment on show is made of. */
export interface Linked {
  run: RunSlice;
  playback: PlaybackSlice;
  branches: BranchesSlice;
  panels: PanelsSlice;
  selection: SelectionSlice;
}

/** What the opening of a link changes. */
export interface Opening extends Omit<Linked, 'playback'> {
  sharedRun: SharedRunSlice;
}

// A link with more in it than a name and a seed. What reads and writes them comes when the first is opened or made.
const codec = () => import('../../formats/link/link.ts');

/** Whether the part of an address after # is such a link, perhaps one of another version. */
export const isLinkHash = (hash: string): boolean => hash.startsWith('#~');

/** Nothing but a bundled scenario and a seed: the plain address says it all. */
export const isPlain = ({ given, shown }: RunSlice): boolean =>
  given.peek() === null && (shown.peek()?.replay.interventions.length ?? 0) === 0;

/** The link of the run on show, to this very moment of it; rejects with a sentence where it does not fit into one. */
export async function linkOf(slices: Linked, shown: RunView): Promise<string> {
  const { run, playback, branches } = slices;
  // The moment, and what it branched from, are those of now; after any wait they may be others.
  const { tick, ...sent } = sentOf(playback, shown);
  const branch = branchPart(branches.pair.peek(), shown.replay);
  const view = viewPart(slices, shown);
  const { writeLink, withTick } = await codec();
  const link = links.get(shown) ?? (async () => writeLink(sent, await likeIt(run, sent)))();
  links.set(shown, link);
  return withTick(await link, tick) + branch + view;
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
export async function payloadOf({ run, playback }: Pick<Linked, 'run' | 'playback'>, shown: RunView): Promise<string> {
  const sent = sentOf(playback, shown);
  const [{ writePayload }, scenarios] = await Promise.all([codec(), likeIt(run, sent)]);
  return writePayload(sent, scenarios);
}

const sentOf = ({ tick }: PlaybackSlice, { replay, written }: RunView) => ({
  ...replay,
  scenario: written.scenario,
  tick: tick.peek(),
});

/** Of the catalogue, what a scenario can be told as a change of. */
const likeIt = ({ library }: RunSlice, { scenario }: { scenario: { id: unknown } }): Promise<ScenariosById> =>
  library.scenarios([scenario.id]);

/** Runs what a link says, goes to its moment, and says whether this is the run its sender saw. */
export async function openLink(slices: Opening, hash: string): Promise<void> {
  await open(slices, hash, ({ readLink }, scenarios) => readLink(hash, scenarios));
}

/** Opens the run that this page was saved with; it may have been changed since by anybody. */
export async function openPayload(slices: Opening, payload: string): Promise<void> {
  await open(slices, '', ({ readPayload }, scenarios) => readPayload(payload, scenarios));
}

type Codec = Awaited<ReturnType<typeof codec>>;

async function open(
  slices: Opening,
  hash: string,
  read: (by: Codec, scenarios: ScenariosById) => Received,
): Promise<void> {
  const { run, branches, sharedRun } = slices;
  let received: Received;
  let scenarios: ScenariosById;
  try {
    // Which of the catalogue a link leans on is known when it is read.
    const [by, all] = await Promise.all([codec(), run.library.scenarios()]);
    received = read(by, all);
    scenarios = all;
  } catch (error) {
    refuse(slices, (error as Error).message);
    return;
  }
  const { scenario, seed, interventions, ticks, tick } = received;
  const { id } = Object(scenario) as { id?: unknown };
  const own = typeof id === 'string' ? id : '';
  const start = (placed: readonly unknown[]): Promise<void> =>
    run.start(
      own,
      seed,
      tick,
      isBundled(scenarios, received, placed) ? null : { scenario, interventions: placed, ticks },
    );
  const branch = branchIn(hash, interventions);
  let begun = start(branch?.base ?? interventions);
  let mine = run.attempt.peek();
  await begun;
  if (branch && mine === run.attempt.peek() && (await branches.create(branch.plan)) !== undefined) {
    if (mine !== run.attempt.peek()) return;
    begun = start(interventions);
    mine = run.attempt.peek();
    await begun;
  }
  const shown = run.shown.peek();
  // Another seed, or another run, may have been asked for meanwhile: of those the link says nothing.
  if (!shown || mine !== run.attempt.peek()) return;
  applyView(slices, hash);
  const check = await linkCheckOf(received, shown);
  sharedRun.checked.value = { run: shown, check };
}

/** Nothing but what a name and a seed say. */
function isBundled(scenarios: ScenariosById, { scenario, ticks }: Received, placed: readonly unknown[]): boolean {
  const { id, time } = Object(scenario) as { id?: unknown; time?: { ticks?: unknown } };
  if (placed.length > 0 || typeof id !== 'string' || !Object.hasOwn(scenarios, id)) return false;
  return ticks === time?.ticks && JSON.stringify(scenarios[id]) === JSON.stringify(scenario);
}

/** A link that cannot be read leaves what is on show; where nothing is yet, the first scenario. */
function refuse({ run, panels }: Opening, sentence: string): void {
  batch(() => {
    panels.notice.value = sentence;
    if (run.scenario.peek() === '') void run.start(run.library.catalogue[0]!.id, '1');
  });
}

async function linkCheckOf({ marks, engine, isBaseChanged }: Received, { replay }: RunView): Promise<SharedRunCheck> {
  const { firstDifferingCheckpoint } = await codec();
  const tick = firstDifferingCheckpoint(marks, replay.digests);
  return { from: 'link', tick, engine: engine === ENGINE ? undefined : engine, isBaseChanged };
}
