import { describe, expect, it } from 'vitest';
import { interpolateScenes } from '../../../viz/network/interpolate.ts';
import { placeLabels } from '../../../viz/network/labels.ts';
import { sceneAt } from '../../../viz/network/scene.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { actorPath, bandsOf, sideMarks, storylineLayoutOf } from '../../../viz/storyline/lines.ts';
import { membershipIntervalsOf } from '../../../viz/storyline/membership-intervals.ts';
import { crossings, orders } from '../../../viz/storyline/order.ts';
import { BETWEEN, placeApart, WITHIN } from '../../../viz/storyline/place.ts';
import { densityPath, eventSignsOf } from '../../../viz/timeline/event-marks.tsx';
import { shortened, shortName } from '../../../viz/ui/label-text.ts';
import { axisOf } from '../../../viz/ui/measure.ts';
import { placesOf } from '../../workers/layout-builder.ts';
import { frame, replay, setting, TICKS } from '../run-view/replay-builder.ts';

const run = toRunView(setting, replay());
const n = run.actors.length;
const size = { width: 1_000, height: 400 };
const ids = (actors: readonly number[]): string => actors.map((k) => run.actors[k]!.id).join(' ');

describe('the storyline', () => {
  const line = storylineLayoutOf(run);

  it('has every actor in one group, every tick in one epoch', () => {
    expect(line.epochs[0]!.from).toBe(0);
    line.epochs.forEach((epoch, k) => {
      expect(epoch.to).toBe(line.epochs[k + 1]?.from ?? TICKS);
      expect(epoch.groups.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
    });
  });

  it('lets those run together who share their main alliance', () => {
    const during = line.epochs.find(({ from, to }) => from <= 120 && 120 < to)!;
    const bands = during.groups.filter(({ alliance }) => alliance >= 0);
    expect(bands.map(({ alliance, members }) => `${run.alliances[alliance]!.name}: ${ids(members)}`).sort()).toEqual([
      'Triple Alliance: GER AUH ITA ROM',
      'Triple Entente: FRA RUS GBR',
    ]);
    const britain = 0;
    expect(during.others[britain]!.map((k) => run.alliances[k]!.name)).toEqual(['Anglo-Japanese Alliance']);
  });

  it('keeps members together and others apart', () => {
    line.epochs.forEach((epoch, k) => {
      const at = line.heights[k]!;
      const order = [...Array(n).keys()].sort((a, b) => at[a]! - at[b]!);
      const group = (actor: number): number => epoch.groups.findIndex(({ members }) => members.includes(actor));
      for (let i = 1; i < n; i++) {
        const gap = at[order[i]!]! - at[order[i - 1]!]!;
        if (group(order[i]!) === group(order[i - 1]!)) expect(gap).toBeCloseTo(WITHIN);
        else expect(gap).toBeGreaterThan(BETWEEN - 1e-9);
      }
      expect(Math.min(...at)).toBeGreaterThan(-1e-9);
      expect(Math.max(...at)).toBeLessThanOrEqual(line.depth + 1e-9);
    });
  });

  it('crosses seldom', () => {
    const found = orders(membershipIntervalsOf(run), n);
    let count = 0;
    for (let k = 1; k < found.length; k++) count += crossings(found[k - 1]!, found[k]!, n);
    expect(count).toBeLessThanOrEqual(8);
  });

  it('is the same every time', () => {
    expect(storylineLayoutOf(toRunView(setting, replay()))).toEqual(line);
  });

  it('is drawn within its axis', () => {
    const axis = axisOf(1_000, TICKS, 100);
    const scale = { x: axis.edge, y: (level: number) => 10 + 10 * level };
    const path = actorPath(line, 0, scale);
    expect(path).toMatch(/^M100,/);
    expect(path).not.toMatch(/NaN|Infinity/);
    const bands = bandsOf(line, scale, 5);
    for (const { x, width, path: outline } of bands) {
      expect(x).toBeGreaterThanOrEqual(100);
      expect(x + width).toBeLessThanOrEqual(900);
      expect(outline).not.toMatch(/NaN/);
    }
    expect(sideMarks(line, scale, 3, 2).length).toBeGreaterThan(4);
  });

  it('copes with a run in which nobody ever allies', () => {
    const alone = storylineLayoutOf(toRunView(setting, { ...replay(), alliances: [], events: [] }));
    expect(alone.epochs).toHaveLength(1);
    expect(alone.depth).toBeCloseTo((n - 1) * BETWEEN);
  });
});

describe('lines spread', () => {
  it.each([
    [[[0], [0], [0]], [0, 1, 1], Infinity, [0, 1, 2]],
    [[[5], [5]], [0, 2], Infinity, [3, 5]],
    [[[0], [10]], [0, 1], Infinity, [0, 10]],
    [[[9], [9]], [0, 1], 4, [3, 4]],
    [[[3, 3, 9]], [0], Infinity, [3]],
  ])('%o apart by %o in room %d to %o', (wishes, apart, room, found) => {
    expect(placeApart(wishes, apart, room)).toEqual(found);
  });
});

describe('the network', () => {
  const places = placesOf(replay());

  it('shows one outline an alliance, around its members', () => {
    const scene = sceneAt(run, places, size, 120, frame(121), false);
    expect(scene.outlines.map(({ alliance }) => run.alliances[alliance]!.name).sort()).toEqual([
      'Anglo-Japanese Alliance',
      'Dual Alliance',
      'Franco-Russian Alliance',
      'Triple Alliance',
      'Triple Entente',
    ]);
    for (const { rings } of scene.outlines) expect(rings.length).toBeGreaterThan(0);
    expect(scene.ties.every(({ trust }) => trust >= 0)).toBe(true);
    for (const { label } of scene.outlines) {
      expect(label.x).toBeGreaterThanOrEqual(0);
      expect(label.x + label.width).toBeLessThanOrEqual(size.width);
    }
  });

  it('shows ill will only where asked', () => {
    const scene = sceneAt(run, places, size, 120, frame(121), true);
    expect(scene.ties.some(({ trust }) => trust < 0)).toBe(true);
  });

  it('can be blended: nothing at one end, all at the other', () => {
    const [a, b] = [17, 18].map((tick) => sceneAt(run, places, size, tick, undefined, false)) as [never, never];
    const names = (share: number): string[] =>
      interpolateScenes(a, b, share).outlines.map(
        ({ alliance, presence }) => `${run.alliances[alliance]!.letter} ${presence}`,
      );
    expect(names(0.5)).toContain('B 0.5');
    expect(names(1).some((name) => name.startsWith('B'))).toBe(false);
  });
});

describe('labels', () => {
  const room = { x: 0, y: 0, width: 100, height: 100 };

  it('take the first place that hides nothing', () => {
    const at = [
      [50, 50],
      [50, 80],
    ] as const;
    const [first, second] = placeLabels(
      [
        { width: 20, height: 10, at },
        { width: 20, height: 10, at },
      ],
      [],
      room,
    );
    expect(first!.y).toBe(45);
    expect(second!.y).toBe(75);
  });

  it('are cut between words, and lose what stands in brackets first', () => {
    expect(shortName('Germany (West Germany to 1990)', 24)).toBe('Germany');
    expect(shortName('Persia (western satrapies)', 40)).toBe('Persia (western satrapies)');
    expect(shortName('Romania, Bulgaria and the western Balkans', 26)).toBe('Romania, Bulgaria…');
    expect(shortName('Estonia, Latvia, Lithuania', 24)).toBe('Estonia, Latvia…');
    expect(shortName('Finland and Sweden', 15)).toBe('Finland…');
    expect(shortened('The Greeks sworn against the Mede', 27)).toBe('The Greeks sworn…');
    expect(shortened('Austria-Hungary', 15)).toBe('Austria-Hungary');
    expect(shortened('Uninterruptednesses', 10)).toBe('Uninterru…');
    for (let letters = 3; letters < 45; letters++)
      expect(shortName('Romania, Bulgaria and the western Balkans', letters).length).toBeLessThanOrEqual(letters);
  });

  it('stay in the room, and say less where they must', () => {
    const [box] = placeLabels([{ width: 90, short: 10, height: 20, at: [[100, 50]] }], [{ ...room, width: 80 }], room);
    expect(box!.width).toBe(10);
    expect(box!.x + box!.width).toBeLessThanOrEqual(100);
  });
});

describe('the time bar', () => {
  it('has its ends and ticks where the pictures have theirs', () => {
    const axis = axisOf(1_000, TICKS, 100);
    expect([axis.edge(0), axis.edge(TICKS)]).toEqual([100, 900]);
    for (const tick of [0, 7, 143]) expect(axis.tickAt(axis.middle(tick))).toBe(tick);
    expect([axis.tickAt(-5), axis.tickAt(2_000)]).toEqual([0, TICKS - 1]);
  });

  it('shows a sign for what makes history, none on top of another', () => {
    const axis = axisOf(1_000, TICKS, 100);
    const signs = eventSignsOf(run, axis);
    expect(signs.length).toBeGreaterThan(10);
    for (let k = 1; k < signs.length; k++)
      expect(axis.middle(signs[k]!.tick) - axis.middle(signs[k - 1]!.tick)).toBeGreaterThanOrEqual(13);
    expect(densityPath(run, axis, 14)).not.toMatch(/NaN/);
  });
});
