import { batch } from '@preact/signals';
import type { Received } from '../../formats/link.ts';
import { ENGINE } from '../../sim/engine.ts';
import type { Plan } from '../story/plan.ts';
import type { Story } from '../story/story.ts';
import type { Pair } from './branches.ts';
import type { State } from './state.ts';

// A link with more in it than a name and a seed. What reads and writes them comes when the first is opened or made.
const codec = () => import('../../formats/link.ts');

/** Whether the part of an address after # is such a link, perhaps one of another version. */
export const isLink = (hash: string): boolean => hash.startsWith('#~');

/** Nothing but a bundled scenario and a seed: the plain address says it all. */
export const isPlain = ({ given, story }: State): boolean =>
  given.peek() === null && (story.peek()?.replay.interventions.length ?? 0) === 0;

/**
 * The link of the run on show, to this very moment of it; rejects with a sentence where it does not fit into one.
 */
export async function linkOf({ source, given, scenario, tick, branches }: State, { replay }: Story): Promise<string> {
  const written = given.peek()?.scenario ?? source.bundled[scenario.peek()];
  const { writeLink } = await codec();
  const link = writeLink({ ...replay, scenario: written, tick: tick.peek() }, source.bundled);
  return link + branchPart(branches.pair.peek(), replay);
}

/** Of a branch, how many of its interventions its original had too, so that it can be shown beside it again. */
function branchPart(pair: Pair | undefined, replay: Story['replay']): string {
  if (!pair || pair.branch.story.replay !== replay || pair.plan.without?.length) return '';
  return `&b=${pair.original.story.replay.interventions.length}`;
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

/** Runs what a link says, goes to its moment, and says whether this is the run its sender saw. */
export async function openLink(state: State, hash: string): Promise<void> {
  let received: Received;
  try {
    received = (await codec()).readLink(hash, state.source.bundled);
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
      isBundled(state, received, placed) ? null : { scenario, interventions: placed, ticks },
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
  const story = state.story.peek();
  // Another seed, or another run, may have been asked for meanwhile: of those the link says nothing.
  if (!story || mine !== state.attempt.peek()) return;
  const verdict = await verdictOn(received, story);
  batch(() => {
    state.judged.value = story;
    state.verdict.value = verdict;
  });
}

/** Nothing but what a name and a seed say. */
function isBundled({ source }: State, { scenario, ticks }: Received, placed: readonly unknown[]): boolean {
  const { id, time } = Object(scenario) as { id?: unknown; time?: { ticks?: unknown } };
  if (placed.length > 0 || typeof id !== 'string' || !Object.hasOwn(source.bundled, id)) return false;
  return ticks === time?.ticks && JSON.stringify(source.bundled[id]) === JSON.stringify(scenario);
}

/** A link that cannot be read leaves what is on show; where nothing is yet, the first scenario. */
function refuse(state: State, sentence: string): void {
  batch(() => {
    state.notice.value = sentence;
    if (state.scenario.peek() === '') void state.start(state.source.shelf[0]!.id, '1');
  });
}

export const SAME = 'Same history as the sender’s.';

async function verdictOn({ marks, engine, isBaseChanged }: Received, { replay }: Story): Promise<string> {
  const { parting } = await codec();
  const tick = parting(marks, replay.digests);
  if (tick === null) return SAME;
  const other = engine === ENGINE ? '' : ` (the link was made by another engine, ${engine})`;
  const changed = isBaseChanged && other === '' ? ' (the scenario is another here)' : '';
  return `This history differs from the sender’s from tick ${tick} on, or a few ticks before${other}${changed}.`;
}
