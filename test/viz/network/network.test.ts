import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import delian from '../../../scenarios/delian-league.json' with { type: 'json' };
import europe from '../../../scenarios/europe-1879-1914.json' with { type: 'json' };
import nato from '../../../scenarios/nato.json' with { type: 'json' };
import type { Frame } from '../../../sim/results/replay.ts';
import { Clauses } from '../../../sim/schema/treaty.ts';
import { atlasOf } from '../../../viz/network/atlas.ts';
import { BLEED, mapSheet } from '../../../viz/network/coastlines.ts';
import { fadeScene, interpolateScenes, isQuiet } from '../../../viz/network/interpolate.ts';
import { placeLabels } from '../../../viz/network/labels.ts';
import type { NetworkScene } from '../../../viz/network/marks.ts';
import { DRAWN_OBLIGATIONS, drawnObligationsOf, OBLIGATION_PATHS } from '../../../viz/network/obligations.ts';
import { felt, sceneAt, spreadOver, standing } from '../../../viz/network/scene.ts';
import { between, zigzag } from '../../../viz/network/strokes.ts';
import { FALL } from '../../../viz/network/ties.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { lookBack } from '../../../viz/run-view/time.ts';
import { createFrame } from '../../../viz/store/frame.ts';
import { keepPreviousTrust } from '../../../viz/store/previous-trust.ts';
import { crossings } from '../../../viz/storyline/order.ts';
import { placesOf } from '../../workers/layout-builder.ts';
import { frame, replay, setting } from '../run-view/replay-builder.ts';
import { sessionOf } from '../store/session-builder.ts';

const run = toRunView(setting, replay());
const n = run.actors.length;
const places = placesOf(replay());
const size = { width: 1_000, height: 400 };

describe('what a treaty binds to', () => {
  it.each([
    [
      ['defence', 'neutrality'],
      ['defence', 'neutrality'],
    ],
    [
      ['consultation', 'offence'],
      ['offence', 'consultation'],
    ],
    [[], ['cooperation']],
    [['nonaggression', 'tribute of an engine to come'], ['nonaggression']],
  ])('%o is shown as %o', (obligations, signs) => {
    const { alliances, ...rest } = replay();
    const bound = alliances.map((record) => ({ ...record, obligations: obligations as never }));
    expect(new Set(drawnObligationsOf(toRunView(setting, { ...rest, alliances: bound })).map(String))).toEqual(
      new Set([String(signs)]),
    );
  });

  it('has a sign of its own for each duty, drawn in its box', () => {
    expect(new Set(Object.values(OBLIGATION_PATHS)).size).toBe(DRAWN_OBLIGATIONS.length);
    for (const path of Object.values(OBLIGATION_PATHS))
      for (const number of path.match(/-?[\d.]+/g)!) expect(Math.abs(Number(number))).toBeLessThanOrEqual(12);
  });

  it('stands on the plate, which grows by it', () => {
    const { outlines } = sceneAt(run, places, size, 120, undefined, false);
    for (const { duties, label, tag } of outlines) {
      expect(duties).toEqual(['defence']);
      expect(label.width).toBeGreaterThan(tag.length * 12 * 0.54 + 18);
    }
  });
});

describe('trust', () => {
  const before = (change: number): Float32Array => frame(121).trust.map((trust) => trust + change);

  it.each([
    ['rose', -0.2, 0],
    ['fell by no more than counts', FALL - 0.005, 0],
    ['fell by more', FALL + 0.005, 1],
  ])('that %s is drawn so', (_, change, share) => {
    const { ties } = sceneAt(run, places, size, 120, frame(121), false, before(change));
    expect(ties.length).toBeGreaterThan(3);
    expect(ties.filter(({ falls }) => falls)).toHaveLength(share * ties.length);
  });

  it('is not said to fall where nobody knows what it was', () => {
    expect(sceneAt(run, places, size, 120, frame(121), true).ties.some(({ falls }) => falls)).toBe(false);
  });

  it('is compared with a year before, in a laboratory with a round before', () => {
    expect(lookBack({ start: 1900, ticksPerYear: 4, rounds: false })).toBe(4);
    expect(lookBack({ start: 1, ticksPerYear: 1, rounds: true })).toBe(1);
    expect(lookBack({ start: 0, ticksPerYear: 0.1, rounds: false })).toBe(1);
  });

  it('ties two who share several alliances once', () => {
    const { ties } = sceneAt(run, places, size, 120, frame(121), true);
    const pairs = ties.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(ties.every(({ from, to }) => from < to)).toBe(true);
  });
});

describe('who gives less than it promised', () => {
  const paying = (seen: number): Frame => ({
    ...frame(121),
    alliances: [
      {
        id: 'entente',
        name: 'Triple Entente',
        pool: 1,
        leader: null,
        founded: 100,
        clauses: Clauses.parse({}),
        disputes: [],
        members: ['FRA', 'RUS'].map((actor) => ({
          actor,
          joined: 0,
          quota: 1,
          effort: 1,
          seen: actor === 'RUS' ? seen : 1,
          benefit: 0,
          inequity: 0,
          leaves: 0,
        })),
      },
    ],
  });

  it.each([
    [0.5, ['RUS']],
    [0.89, ['RUS']],
    [0.91, []],
    [2, []],
  ])('is who is seen to give %d of 1', (seen, who) => {
    const { nodes } = sceneAt(run, places, size, 120, paying(seen), false);
    const short = nodes.filter(({ short }) => short.length > 0);
    expect(short.map(({ actor }) => run.actors[actor]!.id)).toEqual(who);
    for (const node of short) expect(node.alliances).toContain(node.short[0]);
  });

  it('leaves alone what stands already: only those are drawn anew', () => {
    const stood = standing(run, spreadOver(places, size), size, 120);
    const scene = felt(run, stood, paying(0), false);
    expect(scene.outlines).toBe(stood.outlines);
    expect(scene.nodes.filter((node, k) => node !== stood.nodes[k])).toHaveLength(1);
  });
});

describe('ill will', () => {
  it('is a saw from rim to rim, never far from the straight line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 900 }), fc.integer({ min: -300, max: 300 }), (x, y) => {
        const [from, to] = between({ x: 0, y: 0, r: 10 }, { x, y, r: 8 });
        expect(Math.hypot(...from)).toBeCloseTo(10);
        const points = zigzag(from, to);
        expect([points[0], points.at(-1)]).toEqual([from, to]);
        const length = Math.hypot(x, y);
        for (const [px, py] of points) expect(Math.abs(px * y - py * x) / length).toBeLessThan(3.3);
      }),
    );
  });
});

describe('from one moment to another', () => {
  const [a, b] = [17, 18].map((tick) => sceneAt(run, places, size, tick, undefined, false)) as [
    NetworkScene,
    NetworkScene,
  ];

  it('without motion all stands where it will, and what was fades', () => {
    const middle = fadeScene(a, b, 0.5);
    expect(middle.nodes).toBe(b.nodes);
    const ghosts = middle.outlines.filter(({ ghost }) => ghost);
    expect(ghosts.map(({ alliance }) => run.alliances[alliance]!.name)).toContain('Cyprus Convention');
    for (const { presence } of ghosts) expect(presence).toBe(0.5);
    expect(fadeScene(a, b, 1)).toBe(b);
    expect(fadeScene(fadeScene(a, b, 0.5), b, 0.5).outlines.filter(({ ghost }) => ghost)).toHaveLength(ghosts.length);
  });

  it('is quiet where nobody comes or goes', () => {
    const [c, d, moved] = [60, 61, 61].map((tick, k) =>
      sceneAt(run, places, k < 2 ? size : { ...size, width: 900 }, tick, undefined, false),
    ) as [NetworkScene, NetworkScene, NetworkScene];
    expect(isQuiet(c, d)).toBe(true);
    expect(isQuiet(a, b)).toBe(false);
    expect(isQuiet(interpolateScenes(a, b, 0.5), b)).toBe(false);
    // Romania joins the Triple Alliance: half way, the outline is still on its way.
    const joined = sceneAt(run, places, size, 19, undefined, false);
    expect(isQuiet(interpolateScenes(b, joined, 0.5), joined)).toBe(false);
    expect(isQuiet(c, moved)).toBe(false);
  });

  it('what does not move is the very same', () => {
    expect(interpolateScenes(a, a, 0.5).nodes.every((node, k) => node === a.nodes[k])).toBe(true);
  });
});

describe('a text', () => {
  const room = { x: 0, y: 0, width: 1_000, height: 1_000 };
  const box = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 900 }),
    width: fc.integer({ min: 5, max: 80 }),
    height: fc.integer({ min: 5, max: 80 }),
  });

  it('takes no notice of what it could not hide', () => {
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 30 }), ({ x, y, width, height }, others) => {
        const at = [
          [x, y],
          [x, y + 30],
        ] as const;
        const wish = { width, height, at };
        const far = others.filter((other) => Math.abs(other.x - x) > 400);
        const near = others.filter((other) => Math.abs(other.x - x) <= 400);
        expect(placeLabels([wish], [...far, ...near], room)).toEqual(placeLabels([wish], near, room));
      }),
    );
  });
});

describe('the map', () => {
  const stage = { width: 1_040, height: 294 };
  const margin = { x: 72, top: 58, bottom: 38 };
  const SHEETS = { delian, europe, nato };
  const on = (name: keyof typeof SHEETS, room = stage) =>
    atlasOf(SHEETS[name].actors as Parameters<typeof atlasOf>[0], room, margin)!;

  it.each([
    ['delian', stage, true, []],
    ['europe', { width: 1_040, height: 344 }, true, ['JPN']],
    ['europe', stage, false, []],
    ['nato', { width: 1_040, height: 344 }, false, []],
    ['nato', { width: 1_520, height: 420 }, true, []],
    ['nato', { width: 390, height: 350 }, true, ['USA', 'CAN']],
  ] as const)('of %s in a room of %o reads well: %s; off the sheet: %o', (name, room, reads, beyond) => {
    expect(on(name, room).reads).toBe(reads);
    expect([...on(name, room).beyond].map((k) => SHEETS[name].actors[k]!.id)).toEqual(beyond);
  });

  it.each(['delian', 'europe', 'nato'] as const)('of %s has everybody in the room and nobody on another', (name) => {
    const { at } = on(name);
    at.forEach(([x, y], k) => {
      expect(x >= margin.x && x <= stage.width - margin.x && y >= margin.top).toBe(true);
      expect(y).toBeLessThanOrEqual(stage.height - margin.bottom);
      for (const [otherX, otherY] of at.slice(k + 1)) expect(Math.hypot(otherX - x, otherY - y)).toBeGreaterThan(20);
    });
    expect(on(name).at).toEqual(at);
  });

  it('has north above and east to the right', () => {
    const { home } = on('delian');
    const place = (id: string) => home[delian.actors.findIndex((actor) => actor.id === id)]!;
    expect(place('BYZ')[1]).toBeLessThan(place('MIL')[1]);
    expect(place('MIL')[0]).toBeGreaterThan(place('ATH')[0]);
  });

  const actors = (...places: [number, number][]) =>
    places.map(([longitude, latitude], k) => ({ id: `a${k}`, name: `A ${k}`, location: { longitude, latitude } }));

  it.each([
    ['all in one town', actors([10, 50], [10, 50], [10, 50])],
    ['all round the globe', actors([0, 0], [120, 10], [-120, -10], [60, 80], [-60, -80])],
    ['either side of the date line', actors([179, 5], [-179, -5], [178, 0])],
    ['the poles', actors([0, 90], [0, -90], [180, 0])],
  ])('copes with actors %s', (_, some) => {
    const { at, projection } = atlasOf(some, stage, margin)!;
    for (const [x, y] of at) expect(Number.isFinite(x + y)).toBe(true);
    expect(projection.scale()).toBeGreaterThan(0);
  });

  it('keeps neighbours across the date line together', () => {
    const { home } = atlasOf(actors([179, 5], [-179, -5], [178, 0]), stage, margin)!;
    expect(Math.max(...home.map(([x]) => x)) - Math.min(...home.map(([x]) => x))).toBeLessThan(stage.width);
  });

  it('is none where somebody has no place', () => {
    expect(atlasOf([...actors([0, 0], [1, 1]), { id: 'b', name: 'B' }], stage, margin)).toBeUndefined();
  });

  it.each(['delian', 'europe'] as const)('draws the coasts about %s and nothing far outside the room', async (name) => {
    const { projection } = on(name);
    const before = projection([24, 38]);
    const { land, grid } = await mapSheet(projection, stage);
    expect(land.length).toBeGreaterThan(1_000);
    const numbers = [land, grid].join(' ').match(/-?\d+(\.\d+)?/g)!;
    expect(Math.max(...numbers.map(Number))).toBeLessThanOrEqual(stage.width + BLEED);
    expect(Math.min(...numbers.map(Number))).toBeGreaterThanOrEqual(-BLEED);
    expect(projection([24, 38])).toEqual(before);
  });
});

describe('lines that cross', () => {
  it('are counted as if pair by pair', () => {
    const order = (n: number) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });
    fc.assert(
      fc.property(order(12), order(12), (a, b) => {
        let pairs = 0;
        for (let i = 0; i < 12; i++)
          for (let j = 0; j < i; j++) if ((a.indexOf(i) - a.indexOf(j)) * (b.indexOf(i) - b.indexOf(j)) < 0) pairs++;
        expect(crossings([a.slice(0, 5), a.slice(5)], [b], 12)).toBe(pairs);
      }),
    );
  });
});

describe('the year before', () => {
  const stand = () => {
    const asked: number[] = [];
    const session = sessionOf({
      frame: async (tick) => {
        asked.push(tick);
        return { ...frame(tick), tick, trust: new Float32Array(n * n).fill(tick) };
      },
    });
    const shown = signal<RunView | undefined>(run);
    const playback = { dragging: signal(false), playing: signal(false) };
    const state = createFrame();
    const stop = keepPreviousTrust({ run: { session, shown }, playback, branches: { back: () => 0 }, frame: state });
    const at = (tick: number): void => {
      state.frame.value = { ...frame(tick), tick, trust: new Float32Array(n * n).fill(tick) };
    };
    return { ...playback, ...state, shown, asked, at, stop };
  };

  it('is asked for at rest, and not while a run plays or is dragged', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { playing, previousTrust, asked, at, stop } = stand();
    playing.value = true;
    at(50);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([]);
    playing.value = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([46, 47, 48, 49]);
    expect(previousTrust.value?.[0]).toBe(46);
    stop();
  });

  it('is known from the frames that went by', async () => {
    const { playing, previousTrust, asked, at, stop } = stand();
    playing.value = true;
    for (let tick = 50; tick <= 60; tick++) at(tick);
    expect(previousTrust.value?.[0]).toBe(56);
    expect(asked).toEqual([]);
    stop();
  });

  it('is not that of another run', () => {
    const { playing, previousTrust, shown, at, stop } = stand();
    playing.value = true;
    for (let tick = 50; tick <= 54; tick++) at(tick);
    shown.value = toRunView(setting, replay());
    expect(previousTrust.value).toBeUndefined();
    at(55);
    expect(previousTrust.value).toBeUndefined();
    stop();
  });
});
