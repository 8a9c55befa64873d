import { digestText } from '../exact/hash.ts';
import type { Scenario } from './scenario.ts';

/** Canonical JSON, with sorted keys and no spaces: two equal values have the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  // By code unit, so that the order depends on no language.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

/**
 * Hash that names a scenario by its content, defaults filled in: 16 hexadecimal digits. The order of keys and omitted defaults do
 * not matter, nor whether facts stand in `history` itself or in `history.facts`.
 */
export const scenarioHash = (scenario: Scenario): string =>
  digestText(canonical({ ...scenario, history: listed(scenario) }));

/** A record of facts alone is their list. */
const listed = ({ history: { spells, facts } }: Scenario): unknown =>
  spells === undefined ? facts : { facts, spells };
