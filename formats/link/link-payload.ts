import { MOST_SEED } from '../../sim/schema/seed.ts';
import type { JsonChange } from './json-diff.ts';

/** The content of a link. */
export interface LinkPayload {
  /** Id of the base scenario, and the digest of that scenario as the sender had it. */
  base?: string;
  hash?: string;
  /** Changes to the base scenario. */
  changes?: readonly JsonChange[];
  /** Or else the whole scenario. */
  scenario?: unknown;
  seed: string;
  interventions?: readonly unknown[];
  ticks: number;
  engine: string;
  marks: string;
}

const isText = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;
const isStep = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isChange = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 1 && value.length <= 2 && Array.isArray(value[0]) && value[0].every(isStep);
/** The engine’s own limit, repeated here: importing its schema would add far more to a page than a link is worth. */
const MOST_TICKS = 100_000;
const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_TICKS;
const isAnything = (): boolean => true;

const PARTS: Readonly<Record<keyof LinkPayload, { fits: (value: unknown) => boolean; isNeeded: boolean }>> = {
  base: { fits: isText(200), isNeeded: false },
  hash: { fits: isText(64), isNeeded: false },
  changes: { fits: (value) => Array.isArray(value) && value.every(isChange), isNeeded: false },
  scenario: { fits: isAnything, isNeeded: false },
  seed: { fits: isText(MOST_SEED), isNeeded: true },
  interventions: { fits: Array.isArray, isNeeded: false },
  ticks: { fits: isCount, isNeeded: true },
  engine: { fits: isText(40), isNeeded: true },
  marks: { fits: (value) => isText(90_000)(value) && /^[\w-]*$/.test(value as string), isNeeded: true },
};

/**
 * Validates the form of an unknown value as a payload. Its content is checked where it is run.
 * @throws {Error} the end of a sentence that names the part.
 */
export function conformPayload(value: unknown): LinkPayload {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it contains no run');
  const given = value as Record<string, unknown>;
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(PARTS, name));
  if (stranger !== undefined)
    throw new Error(`it has a part ${JSON.stringify(stranger.slice(0, 40))} that links do not have`);
  for (const [name, { fits, isNeeded }] of Object.entries(PARTS)) {
    const isThere = Object.hasOwn(given, name);
    if (isThere ? !fits(given[name]) : isNeeded)
      throw new Error(`its ${name} ${isThere ? 'cannot be read' : 'is missing'}`);
  }
  if (Object.hasOwn(given, 'base') === Object.hasOwn(given, 'scenario'))
    throw new Error('expected it to name or contain a scenario');
  return value as LinkPayload;
}
