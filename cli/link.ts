import { firstDifferingCheckpoint, isLink, type Received, readLink, writeLink } from '../formats/link/link.ts';
import { linkFaultSentence } from '../formats/link/link-fault.ts';
import { linkIn } from '../formats/link/link-text.ts';
import { scenarios } from '../scenarios/index.ts';
import { ENGINE } from '../sim/engine/version.ts';
import type { History } from '../sim/history/history.ts';
import { foreignIn } from '../sim/mechanisms/foreign.ts';
import { throwInputError } from './input-error.ts';
import { readScenario } from './read.ts';
import { complain } from './terminal.ts';

/** What is to be run, before anything was checked. */
export interface RunSource {
  /** Names it in a sentence. */
  label: string;
  scenario: unknown;
  seed: string;
  interventions: unknown;
  /** The scenario's own number where undefined. */
  ticks: number | undefined;
  /** The link it came by. */
  received: Received | undefined;
}

/** A scenario by its id, its file, or a link to a run of it, also as other programs leave links. */
export function sourceOf(name: string): RunSource {
  const given = linkIn(name);
  if (given.kind === 'none') return plain(name, readScenario(name));
  if (given.kind === 'fault') return throwInputError(linkFaultSentence(given.fault));
  const { link } = given;
  if (!isLink(link)) return addressed(new URLSearchParams(link.slice(1)));
  const received = opened(link);
  const { scenario, seed, interventions, ticks } = received;
  return { label: 'the link', scenario, seed, interventions, ticks, received };
}

const plain = (label: string, scenario: unknown, seed = '1'): RunSource => ({
  label,
  scenario,
  seed,
  interventions: [],
  ticks: undefined,
  received: undefined,
});

/** What stands in a page’s address where a run has nothing of its own but its seed. */
function addressed(parts: URLSearchParams): RunSource {
  const id = parts.get('s') ?? '';
  if (!parts.has('s')) throwInputError('This link cannot be opened: it names no scenario.');
  // No file: whoever wrote the address does not choose what is read here.
  if (!Object.hasOwn(scenarios, id))
    throwInputError(`there is no scenario ${JSON.stringify(id.slice(0, 40))} in "foedus list"`);
  return plain('the address', scenarios[id], parts.get('seed') ?? '1');
}

function opened(link: string): Received {
  try {
    return readLink(link, scenarios);
  } catch (error) {
    return throwInputError((error as Error).message);
  }
}

/** The link of a run; `scenario` is it as it was written, before its defaults were filled in. */
export function linkTo({ model, seed, interventions, digests, ticks }: History, scenario: unknown): string {
  const foreignMechanisms = foreignIn(model.scenario.mechanisms);
  try {
    return writeLink(
      { scenario, seed, interventions, digests: digests.subarray(0, 2 * ticks), foreignMechanisms },
      scenarios,
    );
  } catch (error) {
    return throwInputError(`--link: ${(error as Error).message} --out saves it as a file.`);
  }
}

/** Says on standard error from where on the run is another than its sender had. */
export function reportDivergence({ marks, engine, isBaseChanged }: Received, { digests, ticks }: History): void {
  const tick = firstDifferingCheckpoint(marks, digests.subarray(0, 2 * ticks));
  if (tick === null) return;
  const reason =
    engine !== ENGINE
      ? `: the link was made by ${JSON.stringify(engine)}, this is ${ENGINE}`
      : isBaseChanged
        ? ': the scenario is different here'
        : '';
  complain(`the run differs from its sender’s at tick ${tick}${reason}`);
}
