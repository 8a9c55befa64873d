import { check, checkRun, type Fault, parseJson } from './check.ts';

/** A saved run as it stands in its file, with every part checked. */
export interface SavedRun {
  engine: string;
  scenario: unknown;
  seed: string;
  interventions: unknown[];
  ticks: number;
  digests: string[];
}

/** What a file contains: a scenario as it was written, a saved run, or neither with the faults that say why. */
export type ClassifiedFile =
  | { kind: 'scenario'; id: string; title: string; scenario: unknown }
  | { kind: 'run'; id: string; title: string; run: SavedRun }
  | { kind: 'neither'; faults: Fault[] };

/** Faults beyond this number are not read and need not be sent. */
const MOST = 100;

/** Reads the text of an untrusted file. */
export function classifyFile(text: string): ClassifiedFile {
  const parsed = parseJson(text);
  if ('faults' in parsed) return { kind: 'neither', faults: parsed.faults };
  const { value } = parsed;
  const isRun = typeof value === 'object' && value !== null && 'format' in value && value.format === 'foedus-run/1';
  if (isRun) {
    const checked = checkRun(value);
    if ('faults' in checked) return { kind: 'neither', faults: checked.faults.slice(0, MOST) };
    const { id, title } = checked.value.scenario;
    return { kind: 'run', id, title, run: value as unknown as SavedRun };
  }
  const checked = check(value);
  if ('faults' in checked) return { kind: 'neither', faults: checked.faults.slice(0, MOST) };
  const { id, title } = checked.value;
  return { kind: 'scenario', id, title, scenario: value };
}
