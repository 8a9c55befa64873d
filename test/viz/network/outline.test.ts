import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { atlasOf } from '../../../viz/network/atlas.ts';
import { LARGE } from '../../../viz/network/marks.ts';
import { CROWDED, FINE, outlineAround } from '../../../viz/network/outline.ts';
import { type Circle, hull, type Point, resample } from '../../../viz/network/outline-geometry.ts';
import { spreadOver, standing } from '../../../viz/network/scene.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { createSession } from '../../../workers/session.ts';
import { drawnRing, isFilled } from './outline-builder.ts';

const disc = (x: number, y: number, r = 12): Circle => ({ x, y, r });
const filled = (members: readonly Circle[], strangers: readonly Circle[]) => {
  const drawn = outlineAround(members, strangers, 6, FINE).map(drawnRing);
  return ({ x, y }: { x: number; y: number }): boolean => isFilled(drawn, x, y);
};

describe('an outline', () => {
  it('of one is a circle, of two a capsule', () => {
    const circle = hull([disc(0, 0, 10)]);
    for (const [x, y] of circle) expect(Math.hypot(x, y)).toBeCloseTo(10);
    const capsule = resample(hull([disc(0, 0, 10), disc(100, 0, 10)]), 5);
    expect(Math.max(...capsule.map(([, y]) => Math.abs(y)))).toBeCloseTo(10, 0);
    expect(Math.max(...capsule.map(([x]) => x))).toBeCloseTo(110, 0);
  });

  it('encloses all that lies between its members where nobody else does', () => {
    const is = filled([disc(0, 0), disc(200, 0), disc(100, 160)], [disc(100, 300)]);
    expect(is({ x: 100, y: 60 })).toBe(true);
    expect(is({ x: 100, y: 300 })).toBe(false);
  });

  it('goes around who lies between two members', () => {
    const [a, b, between] = [disc(0, 0), disc(200, 0), disc(100, 2, 14)];
    const is = filled([a, b], [between]);
    expect([a, b, between].map(is)).toEqual([true, true, false]);
    expect(outlineAround([a, b], [between], 6, FINE)).toHaveLength(1);
  });

  it('goes through a gap in a wall, and around the wall where there is none', () => {
    const wall = (gap: number) =>
      Array.from({ length: 9 }, (_, k) => disc(150, -200 + 50 * k, 16)).filter((_, k) => k !== gap);
    const members = [disc(0, 0), disc(300, 0)];
    for (const gap of [2, 7, -1]) {
      const is = filled(members, wall(gap));
      expect(members.every(is)).toBe(true);
      expect(wall(gap).some(is)).toBe(false);
      expect(outlineAround(members, wall(gap), 6, FINE)).toHaveLength(1);
    }
  });

  it('leaves who is wholly enclosed a place of his own', () => {
    const members = Array.from({ length: 16 }, (_, k) => {
      const turn = (k / 16) * 2 * Math.PI;
      return disc(60 * Math.cos(turn), 60 * Math.sin(turn), 20);
    });
    const is = filled(members, [disc(0, 0, 14)]);
    expect(members.every(is)).toBe(true);
    expect(is({ x: 0, y: 0 })).toBe(false);
  });

  it('holds its members and nobody else, whoever stands where', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 0, max: 11 }));
    const world = fc.uniqueArray(place, { minLength: 3, maxLength: 60, selector: ([x, y]) => 100 * x + y });
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 30 }), fc.boolean(), (places, count, crowded) => {
        const apart = crowded ? 14 : 42;
        const size = crowded ? 5 : 14;
        const circles = places.map(([x, y]) => disc(apart * x, apart * y, size));
        const [members, strangers] = [circles.slice(0, count), circles.slice(count)];
        const grain = crowded ? CROWDED : FINE;
        const drawn = outlineAround(members, strangers, crowded ? 2.5 : 6, grain).map(
          crowded ? (r) => [...r] : drawnRing,
        );
        for (const { x, y } of members) expect(isFilled(drawn, x, y)).toBe(true);
        for (const { x, y } of strangers) expect(isFilled(drawn, x, y)).toBe(false);
      }),
    );
  });
});

describe('the outlines of bundled scenarios', () => {
  const ROOMS = [
    { width: 1_040, height: 345 },
    { width: 390, height: 325 },
  ];
  /** Moments of a run that are looked at. */
  const MOMENTS = 12;

  it.each(Object.keys(scenarios))('of %s hold their members and nobody else', async (id) => {
    const session = createSession();
    const run = toRunView(scenarios[id] as ScenarioView, await session.run({ scenario: scenarios[id], seed: '2' }));
    const layout = await session.layout();
    const grounds = ROOMS.flatMap((room): [typeof room, readonly Point[]][] => {
      const atlas = atlasOf(run.actors, room, { x: 42, top: 40, bottom: 30 });
      return [[room, spreadOver(layout, room)], ...(atlas ? [[room, atlas.at] as [typeof room, Point[]]] : [])];
    });
    let apart = 0;
    let outlines = 0;
    for (const [room, at] of grounds)
      for (let moment = 0; moment < Math.min(MOMENTS, run.ticks); moment++) {
        const tick = Math.floor((moment * (run.ticks - 1)) / (MOMENTS - 1));
        for (const { members, rings } of standing(run, at, room, tick).outlines) {
          const drawn = run.actors.length > LARGE ? rings : rings.map(drawnRing);
          const inside = at.flatMap(([x, y], actor) => (isFilled(drawn, x, y) ? [actor] : []));
          expect(inside, `tick ${tick}`).toEqual([...members].sort((a, b) => a - b));
          outlines++;
          if (rings.length > 1) apart++;
        }
      }
    // In one piece wherever there is a way, and without holes but for who is enclosed.
    expect(apart).toBeLessThanOrEqual(outlines / 10);
  });
});
