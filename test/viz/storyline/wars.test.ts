import { expect, it } from 'vitest';
import type { Event } from '../../../sim/world/event.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { storylineLayoutOf } from '../../../viz/storyline/lines.ts';
import { warPaths } from '../../../viz/storyline/wars.ts';
import { axisOf } from '../../../viz/ui/measure.ts';
import { replay, setting } from '../run-view/replay-builder.ts';
import { fought } from '../run-view/war-builder.ts';

const axis = axisOf(1_440, 144, 100);
const y = (level: number): number => 10 + 20 * level;
const pathsOf = (events: Event[]) => {
  const run = toRunView(setting, { ...replay(), events });
  const layout = storylineLayoutOf(run);
  return { run, layout, paths: warPaths(run, layout, axis, y, 6) };
};
/** The tips of the stars: each begins at its upper one. */
const tips = (path: string): [number, number][] =>
  [...path.matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, top]) => [Number(x), Number(top)]);

it('a war stands on the lines of all who fight, at its tick', () => {
  const { run, layout, paths } = pathsOf([fought(20, ['AUH', 'GER'], ['SRB'])]);
  const heights = layout.heights[layout.epochs.findIndex(({ from, to }) => from <= 20 && 20 < to)]!;
  const tip = (id: string): [number, number] => [
    Math.round(10 * axis.middle(20)) / 10,
    Math.round(10 * (y(heights[run.indexOf.get(id)!]!) - 6)) / 10,
  ];
  expect(tips(paths.attackers)).toEqual([tip('AUH'), tip('GER')]);
  expect(tips(paths.defenders)).toEqual([tip('SRB')]);
  expect(paths.between).toMatch(new RegExp(`^M${tip('AUH')[0].toFixed(1)} [\\d.]+V[\\d.]+$`));
});

it('signs on one line never touch, and those of others stay', () => {
  // Two ticks are 17 px apart, one is less than a sign.
  const { paths } = pathsOf([fought(20, ['AUH'], ['SRB']), fought(20, ['AUH'], ['ITA']), fought(22, ['AUH'], ['SRB'])]);
  expect(tips(paths.attackers)).toHaveLength(2);
  expect(tips(paths.defenders)).toHaveLength(3);
});

it('a threat from outside has no line, but whom it attacks has', () => {
  const { paths } = pathsOf([fought(20, ['horde'], ['SRB'])]);
  expect(paths.attackers).toBe('');
  expect(paths.between).toBe('');
  expect(tips(paths.defenders)).toHaveLength(1);
});

it('without wars there is nothing', () => {
  expect(pathsOf([]).paths).toEqual({ attackers: '', defenders: '', between: '' });
});
