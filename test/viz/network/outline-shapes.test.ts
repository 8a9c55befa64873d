import { describe, expect, it } from 'vitest';
import { LARGE, NOWHERE, type NodeMark } from '../../../viz/network/marks.ts';
import type { Point } from '../../../viz/network/outline-geometry.ts';
import { outlinesOn } from '../../../viz/network/outline-shapes.ts';

const COLUMNS = 20;
const placesOf = (count: number): Point[] =>
  Array.from({ length: count }, (_, k) => [40 * (k % COLUMNS), 40 * Math.floor(k / COLUMNS)]);
const nodesOn = (at: readonly Point[], r: number): NodeMark[] =>
  at.map(([x, y], actor) => ({
    actor,
    x,
    y,
    r,
    alliances: [],
    short: [],
    name: '',
    size: 12,
    label: NOWHERE,
  }));

describe.each([
  ['a small world', 40],
  ['a large world', LARGE + 50],
])('outlines of %s', (_, count) => {
  it('are found once, and are the very same whenever that moment comes again', () => {
    const at = placesOf(count);
    const nodes = nodesOn(at, 8);
    const first = outlinesOn(at, nodes)([1, 2, 3]);
    const other = outlinesOn(at, nodes)([1, 2, 3, 25]);
    expect(other).not.toBe(first);
    outlinesOn(at, nodes)([30, 31]);
    expect(outlinesOn(at, nodes)([1, 2, 3])).toBe(first);
    expect(outlinesOn(at, nodes)([1, 2, 3, 25])).toBe(other);
  });

  it('are others on other places', () => {
    const [here, there] = [placesOf(count), placesOf(count).map(([x, y]): Point => [x + 100, y])];
    const rings = outlinesOn(here, nodesOn(here, 8))([1, 2]);
    expect(outlinesOn(there, nodesOn(there, 8))([1, 2])).not.toEqual(rings);
  });
});

it('an outline of a large world does not depend on what else runs around its members, nor on their size', () => {
  const at = placesOf(LARGE + 50);
  const first = outlinesOn(at, nodesOn(at, 3))([1, 2, 3]);
  const outlineOf = outlinesOn(at, nodesOn(at, 9));
  outlineOf([2, 3]);
  expect(outlineOf([1, 2, 3])).toBe(first);
});
