import { isLink, parting, type Received, readLink, writeLink } from '../formats/link.ts';
import { scenarios } from '../scenarios/index.ts';
import { ENGINE } from '../sim/engine.ts';
import type { History } from '../sim/history.ts';
import { readScenario } from './read.ts';
import { refuse } from './refusal.ts';

/** What is to be run, before anything was checked. */
export interface Source {
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

/** A scenario by its id, its file, or a link to a run of it. */
export function sourceOf(name: string): Source {
  if (!isLink(name))
    return {
      label: name,
      scenario: readScenario(name),
      seed: '1',
      interventions: [],
      ticks: undefined,
      received: undefined,
    };
  const received = opened(name);
  const { scenario, seed, interventions, ticks } = received;
  return { label: 'the link', scenario, seed, interventions, ticks, received };
}

function opened(link: string): Received {
  try {
    return readLink(link, scenarios);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** The link of a run; `scenario` is it as it was written, before its defaults were filled in. */
export function linkTo({ seed, interventions, digests, ticks }: History, scenario: unknown): string {
  try {
    return writeLink({ scenario, seed, interventions, digests: digests.subarray(0, 2 * ticks) }, scenarios);
  } catch (error) {
    return refuse(`--link: ${(error as Error).message} --out saves it as a file.`);
  }
}

/** Says on standard error from where on the run is another than its sender had. */
export function tellParting({ marks, engine, isBaseChanged }: Received, { digests, ticks }: History): void {
  const tick = parting(marks, digests.subarray(0, 2 * ticks));
  if (tick === null) return;
  const reason =
    engine !== ENGINE
      ? `: the link was made by ${JSON.stringify(engine)}, this is ${ENGINE}`
      : isBaseChanged
        ? ': the scenario is another here'
        : '';
  process.stderr.write(`foedus: the run differs from its sender’s at tick ${tick}${reason}\n`);
}
