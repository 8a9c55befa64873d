import { ENGINE } from '../../sim/engine/version.ts';
import { digestText } from '../../sim/exact/hash.ts';
import { canonical } from '../../sim/schema/canonical.ts';
import { checkpointsOf } from './digest-checkpoints.ts';
import { differences, type JsonChange, patched } from './json-diff.ts';
import { conformPayload, type LinkPayload } from './link-payload.ts';
import { pack, unpack } from './pack.ts';

export { firstDifferingCheckpoint } from './digest-checkpoints.ts';

/** Bundled scenarios by id, which every receiver of a link has too. */
export type ScenariosById = Readonly<Record<string, unknown>>;

/** A run from which a link is made. */
export interface Sent {
  /** As a person wrote it; `run` and `check` fill in the defaults. */
  scenario: unknown;
  seed: string;
  interventions: readonly unknown[];
  /** Two words a tick, high and low, for every tick of the run. */
  digests: Uint32Array;
  /** Mechanisms of the run that Foedus does not have, as its run file names them. The receiver of a link does not have them. */
  foreignMechanisms?: readonly string[] | undefined;
  /** The tick to show first; if omitted, the page chooses. */
  tick?: number | undefined;
}

/** The content of a link. Scenario, seed and interventions are untrusted and must be checked before they are run. */
export interface Received {
  scenario: unknown;
  seed: string;
  interventions: readonly unknown[];
  /** Number of ticks that the sender ran. */
  ticks: number;
  tick: number | undefined;
  /** Engine version that computed the sender's run. */
  engine: string;
  /** Digest checkpoints; `firstDifferingCheckpoint` compares them with the digests of the receiver's run. */
  marks: string;
  /** Whether the base scenario differs between sender and receiver. */
  isBaseChanged: boolean;
}

const VERSION = '1';

/** Whether a text is a link, or an address that ends in one, perhaps of another version. */
export const isLink = (text: string): boolean => text.includes('#~');

/**
 * The link of a run, from its # on: the id of a bundled scenario and the changes to it, or the whole scenario.
 * @throws {Error} a sentence, where the run does not fit into a link.
 */
export function writeLink(sent: Sent, scenarios: ScenariosById): string {
  const { tick } = sent;
  const payload = payloadOf(sent, scenarios);
  return attempt('This run does not fit into a link', () => withTick(`#~${VERSION}.${pack(payload)}`, tick));
}

function payloadOf(sent: Sent, scenarios: ScenariosById): LinkPayload {
  const { scenario, seed, interventions, digests, foreignMechanisms = [] } = sent;
  if (foreignMechanisms.length > 0)
    throw new Error(`This run used ${foreignMechanisms.join(', ')}, which whoever opens a link does not have.`);
  return {
    ...written(scenario, scenarios),
    seed,
    ...(interventions.length > 0 && { interventions }),
    ticks: digests.length / 2,
    engine: ENGINE,
    marks: checkpointsOf(digests),
  };
}

/**
 * The payload of a link as JSON, for a file that holds the run, whatever its length.
 * @throws {Error} a sentence, for a run with mechanisms that Foedus does not have.
 */
export const writePayload = (sent: Sent, scenarios: ScenariosById): string =>
  JSON.stringify({ ...payloadOf(sent, scenarios), ...(sent.tick !== undefined && { tick: sent.tick }) });

/**
 * Reads such a file.
 * @throws {Error} a sentence, if it cannot be read.
 */
export function readPayload(text: string, scenarios: ScenariosById): Received {
  return attempt('The run in this file cannot be opened', () => {
    const { tick, ...payload } = Object(JSON.parse(text));
    return received(conformPayload(payload), isTick(tick) ? tick : undefined, scenarios);
  });
}

const isTick = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** The same link, to another tick of the run. */
export function withTick(link: string, tick: number | undefined): string {
  const bare = link.replace(/&.*$/s, '');
  return tick === undefined ? bare : `${bare}&t=${tick}`;
}

/**
 * Reads a link, or an address that ends in one.
 * @throws {Error} a sentence, if it cannot be read.
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

/** By id and changes, or the whole scenario if no bundled one has its id or is similar enough. */
function written(
  scenario: unknown,
  scenarios: ScenariosById,
): Pick<LinkPayload, 'base' | 'hash' | 'changes' | 'scenario'> {
  const id = (scenario as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || !Object.hasOwn(scenarios, id)) return { scenario };
  const changes = differences(scenarios[id], scenario);
  const short: JsonChange[] = JSON.parse(JSON.stringify(changes));
  // A different scenario with the same id may be shorter than the changes.
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

/** What follows the payload is not part of the run; parts that cannot be read are ignored. */
function tickIn(parts: readonly string[]): number | undefined {
  const found = parts.map((part) => /^t=(\d{1,6})$/.exec(part)).find((match) => match !== null);
  return found ? Number(found[1]) : undefined;
}

/** Runs the work; the message of its error becomes the end of a sentence that begins with `beginning`. */
function attempt<T>(beginning: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${beginning}: ${(error as Error).message}.`);
  }
}
