import { digestText } from '../exact/hash.ts';
import type { Scenario } from './scenario.ts';

/** JSON with sorted keys and no spaces: two values that mean the same have the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  // By code unit: no language has a say in the order.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

/** Names a scenario by its content, defaults filled in, in 16 hexadecimal digits: neither the order of keys nor what was left out matters. */
export const scenarioHash = (scenario: Scenario): string => digestText(canonical(scenario));
