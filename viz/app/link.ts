import { batch } from '@preact/signals';
import type { Received } from '../../formats/link.ts';
import { ENGINE } from '../../sim/engine.ts';
import type { Story } from '../story/story.ts';
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
export async function linkOf({ source, given, scenario, tick }: State, { replay }: Story): Promise<string> {
  const written = given.peek()?.scenario ?? source.bundled[scenario.peek()];
  const { writeLink } = await codec();
  return writeLink({ ...replay, scenario: written, tick: tick.peek() }, source.bundled);
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

export const SAME = 'Same history as the sender’s.';

async function verdictOn({ marks, engine, isBaseChanged }: Received, { replay }: Story): Promise<string> {
  const { parting } = await codec();
  const tick = parting(marks, replay.digests);
  if (tick === null) return SAME;
  const other = engine === ENGINE ? '' : ` (the link was made by another engine, ${engine})`;
  const changed = isBaseChanged && other === '' ? ' (the scenario is another here)' : '';
  return `This history differs from the sender’s from tick ${tick} on, or a few ticks before${other}${changed}.`;
}
