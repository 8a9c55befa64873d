import { ENGINE } from '../../sim/engine/version.ts';
import { digestText } from '../../sim/exact/hash.ts';
import { canonical } from '../../sim/schema/canonical.ts';
import { checkpointsOf } from './digest-checkpoints.ts';
import { differences, type JsonChange, patched } from './json-diff.ts';
import { conformPayload, type LinkPayload } from './link-payload.ts';
import { pack, unpack } from './pack.ts';

export { firstDifferingCheckpoint } from './digest-checkpoints.ts';

/** Scenarios that whoever opens a link has too, by id. */
export type ScenariosById = Readonly<Record<string, unknown>>;

/** A run that a link is to be made of. */
export interface Sent {
  /** As a person wrote it; `run` and `check` fill in what it leaves out. */
  scenario: unknown;
  seed: string;
  interventions: readonly unknown[];
  /** Two words a tick, high and low: as many as the run has ticks. */
  digests: Uint32Array;
  /** Where in the run to look first; the page’s own choice if left out. */
  tick?: number | undefined;
}

/** What a link says. Scenario, seed and interventions are anybody’s, to be checked before they are run. */
export interface Received {
  scenario: unknown;
  seed: string;
  interventions: readonly unknown[];
  /** How many were run. */
  ticks: number;
  tick: number | undefined;
  /** Who computed the run that the link was made of. */
  engine: string;
  /** What `parting` compares with the digests of the run made now. */
  marks: string;
  /** The scenario that it is a change of is another here than it was there. */
  isBaseChanged: boolean;
}

const VERSION = '1';

/** Whether a text is, or is an address that ends in, a link; perhaps one of another version. */
export const isLink = (text: string): boolean => text.includes('#~');

/**
 * The link of a run, from its # on: the scenario by its name on the shelf and what is different in it, or whole.
 * @throws {Error} a sentence, where the run does not fit into a link.
 */
export function writeLink({ scenario, seed, interventions, digests, tick }: Sent, scenarios: ScenariosById): string {
  const payload = payloadOf({ scenario, seed, interventions, digests }, scenarios);
  return attempt('This run does not fit into a link', () => withTick(`#~${VERSION}.${pack(payload)}`, tick));
}

const payloadOf = ({ scenario, seed, interventions, digests }: Sent, scenarios: ScenariosById): LinkPayload => ({
  ...written(scenario, scenarios),
  seed,
  ...(interventions.length > 0 && { interventions }),
  ticks: digests.length / 2,
  engine: ENGINE,
  marks: checkpointsOf(digests),
});

/** What a link of the run would say, as JSON: for a file that holds the run, however long it is. */
export const writePayload = (sent: Sent, scenarios: ScenariosById): string =>
  JSON.stringify({ ...payloadOf(sent, scenarios), ...(sent.tick !== undefined && { tick: sent.tick }) });

/**
 * What such a file says.
 * @throws {Error} a sentence, for one that cannot be read.
 */
export function readPayload(text: string, scenarios: ScenariosById): Received {
  return attempt('The run in this file cannot be opened', () => {
    const { tick, ...payload } = Object(JSON.parse(text));
    return received(conformPayload(payload), isTick(tick) ? tick : undefined, scenarios);
  });
}

const isTick = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** The same link, to another moment of the run. */
export function withTick(link: string, tick: number | undefined): string {
  const bare = link.replace(/&.*$/s, '');
  return tick === undefined ? bare : `${bare}&t=${tick}`;
}

/**
 * What a link says, or an address that ends in one.
 * @throws {Error} a sentence, for one that cannot be read.
 */
export function readLink(text: string, scenarios: ScenariosById): Received {
  const [head = '', ...rest] = text.slice(text.indexOf('#~') + 2).split('&');
  const [version = '', body = ''] = head.split('.', 2);
  if (version !== VERSION)
    throw new Error(
      /^\d{1,4}$/.test(version)
        ? `This link is of version ${version}, which only a newer Foedus can open.`
        : 'This link cannot be opened: it is damaged.',
    );
  return attempt('This link cannot be opened', () => received(conformPayload(unpack(body)), tickIn(rest), scenarios));
}

function received(payload: LinkPayload, tick: number | undefined, scenarios: ScenariosById): Received {
  const { seed, interventions = [], ticks, engine, marks } = payload;
  return { ...scenarioOf(payload, scenarios), seed, interventions, ticks, engine, marks, tick };
}

/** By its name, with what changed; or whole, if nothing on the shelf is like it. */
function written(
  scenario: unknown,
  scenarios: ScenariosById,
): Pick<LinkPayload, 'base' | 'hash' | 'changes' | 'scenario'> {
  const id = (scenario as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || !Object.hasOwn(scenarios, id)) return { scenario };
  const changes = differences(scenarios[id], scenario);
  const short: JsonChange[] = JSON.parse(JSON.stringify(changes));
  // Another scenario of the same name is told sooner than its differences.
  if (JSON.stringify(short).length > JSON.stringify(scenario).length) return { scenario };
  return { base: id, hash: digestText(canonical(scenarios[id])), ...(short.length > 0 && { changes: short }) };
}

function scenarioOf({ base, hash, changes = [], scenario }: LinkPayload, scenarios: ScenariosById) {
  if (base === undefined) return { scenario, isBaseChanged: false };
  if (!Object.hasOwn(scenarios, base))
    throw new Error(`there is no scenario ${JSON.stringify(base.slice(0, 40))} here`);
  return {
    scenario: patched(scenarios[base], changes),
    isBaseChanged: digestText(canonical(scenarios[base])) !== hash,
  };
}

/** What follows the link proper is no part of the run: what cannot be read of it is passed over. */
function tickIn(parts: readonly string[]): number | undefined {
  const found = parts.map((part) => /^t=(\d{1,6})$/.exec(part)).find((match) => match !== null);
  return found ? Number(found[1]) : undefined;
}

/** Runs the work; what goes wrong there is the end of a sentence that begins like this. */
function attempt<T>(beginning: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${beginning}: ${(error as Error).message}.`);
  }
}
