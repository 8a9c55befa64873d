import type { Choice } from '../../sim/schema/intervention.ts';

const byKey = (a: [string, unknown], b: [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

const inOrder = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .sort(byKey)
        .map(([key, part]) => [key, inOrder(part)])
    : value;

/** Whether two choices say the same, in whatever order their keys came over the wire. */
export const isSameChoice = (a: Choice | null | undefined, b: Choice | null | undefined): boolean =>
  JSON.stringify(inOrder(a ?? null)) === JSON.stringify(inOrder(b ?? null));
