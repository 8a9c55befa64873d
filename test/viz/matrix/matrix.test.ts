import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, gridOf } from '../../../viz/matrix/grid.ts';
import { intervalAt, matrixGroupsOf, orderIn } from '../../../viz/matrix/order.ts';
import { type Rgb, type ShadeScale, shade, shadeOf } from '../../../viz/matrix/shades.ts';
import { FULL_CHANGE, matrixValuesOf } from '../../../viz/matrix/values.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { bandNames, nameWidth } from '../../../viz/storyline/band-names.ts';
import { storylineLayoutOf } from '../../../viz/storyline/lines.ts';
import { crossings, type Order, ranks } from '../../../viz/storyline/order.ts';
import { always } from '../../sim/arbitrary.ts';
import { frame, replay, setting, TICKS } from '../run-view/replay-builder.ts';

const run = toRunView(setting, replay());
const n = run.actors.length;
const orderAt = (tick: number) => orderIn(run, intervalAt(run, tick));

describe('the order of the matrix', () => {
  it('is the storyline’s, so that allies stand side by side', () => {
    const places = orderAt(120);
    expect(places.map(({ actor }) => actor).sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
    const names = matrixGroupsOf(places).map(({ alliance, from, to }) => [
      run.alliances[alliance]!.name,
      places
        .slice(from, to)
        .map(({ actor }) => run.actors[actor]!.id)
        .sort()
        .join(' '),
    ]);
    expect(names.sort()).toEqual([
      ['Triple Alliance', 'AUH GER ITA ROM'],
      ['Triple Entente', 'FRA GBR RUS'],
    ]);
    const britain = places.find(({ actor }) => actor === 0)!;
    expect(britain.others.map((k) => run.alliances[k]!.name)).toEqual(['Anglo-Japanese Alliance']);
  });

  it('holds at every tick, and at none there is', () => {
    for (let tick = -1; tick <= TICKS; tick++) expect(orderAt(tick)).toHaveLength(n);
  });

  it('is woven once for all pictures', () => {
    expect(storylineLayoutOf(run)).toBe(storylineLayoutOf(run));
  });
});

describe('the values of the cells', () => {
  const [now, before] = [frame(100), frame(96)];
  const cell = 3 * n + 7;

  it('are trust, ill will below nought, or the greater of both', () => {
    expect(matrixValuesOf('trust', n, now, undefined)[cell]).toBe(now.trust[cell]);
    expect(matrixValuesOf('illWill', n, now, undefined)[cell]).toBe(-now.hostility[cell]!);
    const both = matrixValuesOf('both', n, now, undefined);
    for (let k = 0; k < n * n; k++) {
      if (k % (n + 1) === 0) expect(both[k]).toBeNaN();
      else expect(both[k]).toBe(now.trust[k]! >= now.hostility[k]! ? now.trust[k] : Math.fround(-now.hostility[k]!));
    }
  });

  it('are what trust gained or lost, cut at the full colour', () => {
    const change = matrixValuesOf('change', n, now, before);
    const moved = (now.trust[cell]! - before.trust[cell]!) / FULL_CHANGE;
    expect(change[cell]).toBeCloseTo(Math.max(-1, Math.min(1, moved)), 6);
    expect(matrixValuesOf('change', n, now, undefined).every(Number.isNaN)).toBe(true);
    expect(matrixValuesOf('trust', n, undefined, undefined).every(Number.isNaN)).toBe(true);
  });
});

const css = readFileSync(new URL('../../../viz/ui/palette.css', import.meta.url), 'utf8');
const paletteOf = (block: string) => {
  const colour = (name: string): Rgb => {
    const [, hex] = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(block)!;
    return [0, 2, 4].map((at) => Number.parseInt(hex!.slice(at, at + 2), 16)) as never;
  };
  return (low: string, high: string): ShadeScale => ({
    low: colour(low),
    middle: colour('leaf'),
    high: colour(high),
    none: colour('rule'),
  });
};
const blocks = { light: css.split('@media')[0]!, dark: css.split(':root[data-theme="dark"]')[1]! };

const linear = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const luminance = (rgb: Rgb): number => 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
/** What an eye without the red or the green cones makes of a colour: Viénot, Brettel and Mollon 1999, linear light. */
const SEEN: Record<'protan' | 'deutan', number[][]> = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};
const seen = (rgb: Rgb, eye: keyof typeof SEEN): number[] =>
  SEEN[eye].map((row) => row.reduce((sum, weight, k) => sum + weight * linear(rgb[k]!), 0));

describe.each(['light', 'dark'] as const)('the colours of the matrix, %s', (theme) => {
  const scale = paletteOf(blocks[theme])('hue-5-edge', 'hue-4-edge');

  it('go one way in lightness from the middle to either end', () => {
    for (const sign of [-1, 1]) {
      const steps = Array.from({ length: 11 }, (_, k) => luminance(shadeOf(scale, (sign * k) / 10)));
      const way = Math.sign(steps[10]! - steps[0]!);
      for (let k = 1; k < steps.length; k++) expect(way * (steps[k]! - steps[k - 1]!)).toBeGreaterThan(0);
    }
  });

  it.each(['protan', 'deutan'] as const)('tell trust from ill will to a %s eye', (eye) => {
    for (const size of [0.5, 1]) {
      const [ill, good] = [seen(shadeOf(scale, -size), eye), seen(shadeOf(scale, size), eye)];
      // Blue over the rest of the light, which such an eye sees as we do.
      const blue = ([r, , b]: number[]): number => b! / (r! + b!);
      expect(blue(good) - blue(ill)).toBeGreaterThan(0.2);
    }
  });
});

describe('the cells', () => {
  const scale: ShadeScale = { low: [200, 0, 0], middle: [250, 250, 250], high: [0, 0, 200], none: [9, 9, 9] };

  it('are painted row by row in the order given', () => {
    const values = Float32Array.from([Number.NaN, 1, -1, Number.NaN]);
    const pixels = new Uint32Array(4);
    shade(pixels, values, [1, 0], scale);
    const bytes = new Uint8Array(pixels.buffer);
    const at = (k: number) => [...bytes.subarray(4 * k, 4 * k + 4)];
    expect([at(0), at(1), at(2), at(3)]).toEqual([
      [9, 9, 9, 255],
      [200, 0, 0, 255],
      [0, 0, 200, 255],
      [9, 9, 9, 255],
    ]);
  });
});

describe('the grid', () => {
  const names = run.actors.map(({ name }) => name);

  it.each([
    [names, 1_000, 500, 'names'],
    [names, 740, 180, 'numbers'],
    [names, 358, 340, 'names'],
    [Array.from({ length: 500 }, (_, k) => `Actor ${k}`), 740, 260, 'none'],
  ])('%# has as much of the names as fits', (all, width, height, heads) => {
    const grid = gridOf(all, { width, height });
    expect(grid.heads).toBe(heads);
    if (heads !== 'none') {
      expect(grid.width).toBeLessThanOrEqual(width);
      expect(grid.height).toBeLessThanOrEqual(height);
    }
  });

  it('finds every cell by its middle, and nothing beside the cells', () => {
    const room = fc.record({ width: fc.integer({ min: 0, max: 2_000 }), height: fc.integer({ min: 0, max: 1_200 }) });
    always(fc.tuple(fc.integer({ min: 1, max: 60 }), room), ([count, size]) => {
      const grid = gridOf(
        Array.from({ length: count }, (_, k) => `Actor ${k}`),
        size,
      );
      const { left, top, wide, high } = grid;
      expect(Math.min(wide, high)).toBeGreaterThanOrEqual(2);
      for (const k of [0, count >> 1, count - 1])
        expect(cellAt(grid, left + (k + 0.5) * wide, top + (k + 0.5) * high)).toEqual([k, k]);
      expect(cellAt(grid, left - 1, top + 1)).toBeUndefined();
      expect(cellAt(grid, left + count * wide + 1, top + 1)).toBeUndefined();
    });
  });
});

describe('names on the bands', () => {
  const level = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 90 }))
    .map(([gap, width, y]) => ({ gap, width, y }));
  const levelsOf = (parts: { gap: number; width: number; y: number }[]) => {
    let x = 0;
    return parts.map(({ gap, width, y }) => {
      const from = x + gap;
      x = from + width;
      return { x: from, to: x, y };
    });
  };
  const called = { letter: 'B', name: 'Triple Alliance of the Three', short: 'Alliance' };

  it('never leave the level they stand on', () => {
    always(fc.array(level, { minLength: 1, maxLength: 6 }), (parts) => {
      const levels = levelsOf(parts);
      const names = bandNames({ levels }, called);
      expect(names.length).toBeLessThanOrEqual(2);
      for (const { text, x, y } of names) {
        expect(text.startsWith('B')).toBe(true);
        expect(levels.some((one) => one.y === y && one.x <= x && x + nameWidth(text) <= one.to)).toBe(true);
      }
    });
  });

  it.each([
    [[{ x: 0, to: 300, y: 5 }], ['B Triple Alliance of the Three']],
    [[{ x: 0, to: 90, y: 5 }], ['B Alliance']],
    [
      [
        { x: 0, to: 40, y: 5 },
        { x: 50, to: 400, y: 9 },
      ],
      ['B', 'B Triple Alliance of the Three'],
    ],
    [[{ x: 0, to: 20, y: 5 }], ['B']],
    [[{ x: 0, to: 8, y: 5 }], []],
  ])('on %o are %o', (levels, texts) => {
    expect(bandNames({ levels }, called).map(({ text }) => text)).toEqual(texts);
  });
});

describe('crossings', () => {
  it('are all pairs that change places', () => {
    const groups = fc
      .shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 })
      .map((all): Order => [all.slice(0, 3), all.slice(3)]);
    always(fc.tuple(groups, groups), ([a, b]) => {
      const [ra, rb] = [ranks(a, 8), ranks(b, 8)];
      let count = 0;
      for (let i = 0; i < 8; i++)
        for (let j = i + 1; j < 8; j++) if ((ra[i]! - ra[j]!) * (rb[i]! - rb[j]!) < 0) count++;
      expect(crossings(a, b, 8)).toBe(count);
    });
  });
});
