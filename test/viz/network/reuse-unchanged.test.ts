import { describe, expect, it } from 'vitest';
import { type NetworkScene, NOWHERE, type NodeMark } from '../../../viz/network/marks.ts';
import { reuseUnchanged } from '../../../viz/network/reuse-unchanged.ts';

const node = (actor: number, x = 10 * actor): NodeMark => ({
  ...{ actor, x, y: 5, r: 4, alliances: [0], short: [], name: `Actor ${actor}`, size: 13, label: NOWHERE },
});

const scene = (x = 10, trust = 0.5): NetworkScene => ({
  nodes: [node(0), node(1, x)],
  outlines: [{ alliance: 0, members: [0, 1], rings: [[[x, 0]]], label: NOWHERE, tag: 'A', presence: 1, duties: [] }],
  ties: [{ from: 0, to: 1, trust, falls: false }],
  wars: [],
});

describe('a picture that follows another', () => {
  it('is the other where nothing can be told apart', () => {
    const first = scene();
    expect(reuseUnchanged(first, scene(10.1, 0.505))).toBe(first);
  });

  it('keeps what did not move, and only that', () => {
    const first = scene();
    const next = scene(12);
    const kept = reuseUnchanged(first, next);
    expect(kept).toEqual(next);
    expect(kept.nodes[0]).toBe(first.nodes[0]);
    expect(kept.nodes[1]).toBe(next.nodes[1]);
    expect(kept.outlines[0]).toBe(next.outlines[0]);
    expect(kept.ties[0]).toBe(first.ties[0]);
  });

  it('never strays by small steps', () => {
    let shown = scene();
    for (let step = 1; step <= 100; step++) {
      shown = reuseUnchanged(shown, scene(10 + step / 10, 0.5 + step / 250));
      expect(Math.abs(shown.nodes[1]!.x - (10 + step / 10))).toBeLessThan(0.4);
      expect(Math.abs(shown.ties[0]!.trust - (0.5 + step / 250))).toBeLessThan(0.01);
    }
  });

  it('takes nothing from a picture of another number of actors', () => {
    const next = scene();
    expect(reuseUnchanged({ ...scene(), nodes: [node(0)] }, next)).toBe(next);
  });
});
