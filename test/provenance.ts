/**
 * Which rule speaks for a number.
 *
 * A number's path is the list of steps to it from the top of the file: an object's key, or, in a list, the element's `id`,
 * or its index when it has none. A pattern is steps joined by dots. `*` fits any one step; `**`, only at the end, fits one
 * step or more. Of the patterns that fit, the one with the most steps wins (`**` is no step); among equals the one that
 * names a step where the other has `*`, read from the left; then the one without `**`.
 */
export type Step = string;
export type Rule = { path: string; source: string; confidence: string };

const steps = (pattern: string): { named: Step[]; open: boolean } => {
  const all = pattern.split('.');
  const open = all.at(-1) === '**';
  return { named: open ? all.slice(0, -1) : all, open };
};

export const fits = (pattern: string, path: readonly Step[]): boolean => {
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

export const speaker = <R extends Rule>(rules: readonly R[], path: readonly Step[]): R | undefined =>
  rules.filter((rule) => fits(rule.path, path)).sort((a, b) => before(a.path, b.path))[0];

/** Every number in a JSON value, with its path. */
export function* numbers(value: unknown, path: Step[] = []): Generator<{ path: Step[]; value: number }> {
  if (typeof value === 'number') yield { path, value };
  else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* numbers(element, [...path, element?.id ?? String(index)]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, below] of Object.entries(value)) yield* numbers(below, [...path, key]);
  }
}
