/**
 * Which rule speaks for a number.
 *
 * A number's path is the list of steps to it from the top of the file: an object's key, or, in a list, the element's `id`,
 * or its index when it has none. A pattern is steps joined by dots. `*` fits any one step; `**`, only at the end, fits one
 * step or more. Of the patterns that fit, the one with the most steps wins (`**` is no step); among equals the one that
 * names a step where the other has `*`, read from the left; then the one without `**`.
 */
export type PathStep = string;
export interface Rule {
  path: string;
  source: string;
  confidence: string;
}

const steps = (pattern: string): { named: PathStep[]; open: boolean } => {
  const all = pattern.split('.');
  const open = all.at(-1) === '**';
  return { named: open ? all.slice(0, -1) : all, open };
};

export const fits = (pattern: string, path: readonly PathStep[]): boolean => {
  const { named, open } = steps(pattern);
  if (open ? path.length <= named.length : path.length !== named.length) return false;
  return named.every((step, i) => step === '*' || step === path[i]);
};

/** Below 0 when a speaks before b; 0 only when they fit exactly the same paths. */
export const before = (a: string, b: string): number => {
  const [x, y] = [steps(a), steps(b)];
  if (x.named.length !== y.named.length) return y.named.length - x.named.length;
  for (const [i, step] of x.named.entries()) {
    if ((step === '*') !== (y.named[i] === '*')) return step === '*' ? 1 : -1;
  }
  return Number(x.open) - Number(y.open);
};

export const speaker = <R extends Rule>(rules: readonly R[], path: readonly PathStep[]): R | undefined =>
  rules.filter((rule) => fits(rule.path, path)).sort((a, b) => before(a.path, b.path))[0];

/** What a scenario says of itself, as it was written; of one that came from anywhere only what has the right form. */
export interface ProvenanceNotes {
  summary: string;
  caveats: readonly string[];
  questions: readonly string[];
  provenance: readonly Rule[];
  /** Ids of the treaties that it writes out; those founded in a run have no source. */
  treaties: readonly string[];
}

export function provenanceNotesOf(scenario: unknown): ProvenanceNotes {
  const raw = Object(scenario) as Record<string, unknown>;
  const texts = (value: unknown): string[] => list(value).filter((one) => typeof one === 'string');
  return {
    summary: typeof raw.summary === 'string' ? raw.summary : '',
    caveats: texts(raw.caveats),
    questions: texts(raw.questions),
    provenance: list(raw.provenance).filter(isRule),
    treaties: list(raw.treaties).flatMap((one) => (isNamed(one) ? [one.id] : [])),
  };
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isNamed = (value: unknown): value is { id: string } =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';

function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false;
  const { path, source, confidence } = value as Partial<Record<keyof Rule, unknown>>;
  return [path, source, confidence].every((text) => typeof text === 'string');
}

/** From what can be looked up down to what somebody judged: a sign that needs no colour. */
const SIGNS: Readonly<Record<string, string>> = { dataset: '●', published: '◕', textbook: '◑', estimate: '○' };
export const signOf = (confidence: string): string => (Object.hasOwn(SIGNS, confidence) ? SIGNS[confidence]! : '?');
