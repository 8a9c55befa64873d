import { batch } from '@preact/signals';
import type { Received } from '../../formats/link.ts';
import { ENGINE } from '../../sim/engine.ts';
import type { Story } from '../story/story.ts';
import { t } from '../text/index.ts';
import type { State } from './state.ts';

// A link with more in it than a name and a seed. What reads and writes them comes when the first is opened or made.
const codec = () => import('../../formats/link.ts');

/** Whether the part of an address after # is such a link, perhaps one of another version. */
export const isLink = (hash: string): boolean => hash.startsWith('#~');

/** Nothing but a bundled scenario and a seed: the plain address says it all. */
export const isPlain = ({ given, story }: State): boolean =>
  given.peek() === null && (story.peek()?.replay.interventions.length ?? 0) === 0;

/** The link of the run on show, to this very moment of it; rejects with a sentence where it does not fit into one. */
export async function linkOf(state: State, story: Story): Promise<string> {
  const { writeLink } = await codec();
  return writeLink(sentOf(state, story), state.source.bundled);
}

/** The same, as a file holds it. */
export async function letterOf(state: State, story: Story): Promise<string> {
  const { writeLetter } = await codec();
  return writeLetter(sentOf(state, story), state.source.bundled);
}

const sentOf = ({ source, given, scenario, tick }: State, { replay }: Story) => ({
  ...replay,
  scenario: given.peek()?.scenario ?? source.bundled[scenario.peek()],
  tick: tick.peek(),
});

/** Runs what a link says, goes to its moment, and says whether this is the run its sender saw. */
export async function openLink(state: State, hash: string): Promise<void> {
  await open(state, ({ readLink }) => readLink(hash, state.source.bundled));
}

/** Opens the run that this page was saved with; it may have been changed since by anybody. */
export async function openLetter(state: State, letter: string): Promise<void> {
  await open(state, ({ readLetter }) => readLetter(letter, state.source.bundled));
}

async function open(state: State, read: (from: Awaited<ReturnType<typeof codec>>) => Received): Promise<void> {
  let received: Received;
  try {
    received = read(await codec());
  } catch (error) {
    refuse(state, (error as Error).message);
    return;
  }
  const { scenario, seed, interventions, ticks, tick } = received;
  const { id } = Object(scenario) as { id?: unknown };
  const own = typeof id === 'string' ? id : '';
  await state.start(own, seed, tick, { scenario, interventions, ticks });
  const story = state.story.peek();
  // Another seed, or another run, may have been asked for meanwhile: of those the link says nothing.
  if (story?.replay.seed === seed && state.given.peek()?.scenario === scenario)
    state.verdict.value = await verdictOn(received, story);
}

/** A link that cannot be read leaves what is on show; where nothing is yet, the first scenario. */
function refuse(state: State, sentence: string): void {
  batch(() => {
    state.notice.value = sentence;
    if (state.scenario.peek() === '') void state.start(state.source.shelf[0]!.id, '1');
  });
}

/** How the history that a link makes here compares with the one its sender had. */
export interface Verdict {
  /** First marked tick at which they differ; null where they are the same. */
  tick: number | null;
  /** The other engine that the link was made by, if it was another. */
  engine: string | undefined;
  isBaseChanged: boolean;
}

async function verdictOn({ marks, engine, isBaseChanged }: Received, { replay }: Story): Promise<Verdict> {
  const { parting } = await codec();
  return { tick: parting(marks, replay.digests), engine: engine === ENGINE ? undefined : engine, isBaseChanged };
}

/** In a sentence; empty where there is nothing to say. */
export function verdictText(verdict: Verdict | undefined): string {
  if (!verdict) return '';
  const { tick, engine, isBaseChanged } = verdict;
  if (tick === null) return t('share.same');
  if (engine !== undefined) return t('share.differsEngine', { tick, engine });
  return t(isBaseChanged ? 'share.differsScenario' : 'share.differs', { tick });
}
