import fc from 'fast-check';
import { expect } from 'vitest';
import { classic } from '../../../bench/validate/published/row.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { readTies } from '../../../sim/world/signed-ties.ts';

// Signed graphs against plain enumeration, and the triad dynamics against what each of their steps may do.

export interface Graph {
  n: number;
  signs: Int8Array;
}

export function* triples(n: number): Generator<[number, number, number]> {
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) for (let k = j + 1; k < n; k++) yield [i, j, k];
}

export const productOf = ({ n, signs }: Graph, i: number, j: number, k: number): number =>
  signs[i * n + j]! * signs[j * n + k]! * signs[i * n + k]!;

export const turned = ({ n, signs }: Graph, i: number, j: number): Graph => {
  const other = signs.slice();
  other[i * n + j] = -other[i * n + j]!;
  other[j * n + i] = -other[j * n + i]!;
  return { n, signs: other };
};

export const unbalancedIn = (of: Graph): number =>
  [...triples(of.n)].filter(([i, j, k]) => productOf(of, i, j, k) < 0).length;

export const setting = fc.record({
  actors: fc.integer({ min: 3, max: 12 }),
  rho0: fc.constantFrom(0, 0.3, 0.5, 0.9, 1),
  p: fc.constantFrom(0, 0.2, 0.5, 1),
  seed: fc.integer({ min: 0, max: 999 }).map(String),
});

/** The ties after each tick of a run in which a tick is one look at one triad. */
export function steps(id: string, settings: Record<string, number>, seed: string): Graph[] {
  const history = play(classic(id, { ...settings, pace: 0.01, ticks: 25 }), seed);
  const n = history.model.shape.actors;
  return Array.from({ length: 25 }, (_, t) => {
    const signs = new Int8Array(n * n);
    readTies(seek(history, t + 1), signs);
    return { n, signs };
  });
}

/** The tie in which two graphs differ, at most one. */
export function turnBetween(a: Graph, b: Graph): [number, number] | undefined {
  const found: [number, number][] = [];
  for (let i = 0; i < a.n; i++)
    for (let j = 0; j < i; j++) if (a.signs[i * a.n + j] !== b.signs[i * a.n + j]) found.push([i, j]);
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
}
