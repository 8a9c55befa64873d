import type { PathStep } from '../../../viz/details/provenance.ts';

export { before, fits, speaker } from '../../../viz/details/provenance.ts';

/** Every number in a JSON value, with its path. */
export function* numbers(value: unknown, path: PathStep[] = []): Generator<{ path: PathStep[]; value: number }> {
  if (typeof value === 'number') yield { path, value };
  else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) yield* numbers(element, [...path, element?.id ?? String(index)]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, below] of Object.entries(value)) yield* numbers(below, [...path, key]);
  }
}
