import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import type { Event } from '../../../sim/world/event.ts';
import { interpolateScenes } from '../../../viz/network/interpolate.ts';
import { reuseUnchanged } from '../../../viz/network/reuse-unchanged.ts';
import { sceneAt, spreadOver, standing } from '../../../viz/network/scene.ts';
import { warEnds, warMarksOf } from '../../../viz/network/wars.ts';
import { warsOf } from '../../../viz/run-view/crises.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { createSession } from '../../../workers/session.ts';
import { placesOf } from '../../workers/layout-builder.ts';
import { frame, replay, setting } from '../run-view/replay-builder.ts';
import { fought } from '../run-view/war-builder.ts';

const size = { width: 1_000, height: 400 };
const withEvents = (events: Event[], threats: { id: string; name: string }[] = []) =>
  toRunView(setting, { ...replay(), events, threats });

describe('a war on the network', () => {
  const run = withEvents([fought(50, ['AUH', 'GER'], ['SRB', 'RUS', 'FRA'])]);
  const at = (id: string): number => run.indexOf.get(id)!;

  it('ties everyone on a side to the head of the other, at its tick and no other', () => {
    const pairs = warMarksOf(run, 50).map(({ from, to, main }) => [from, to, main]);
    expect(pairs).toEqual([
      [at('AUH'), at('SRB'), true],
      [at('GER'), at('SRB'), false],
      [at('AUH'), at('RUS'), false],
      [at('AUH'), at('FRA'), false],
    ]);
    expect(warMarksOf(run, 49)).toEqual([]);
    expect(warMarksOf(run, 51)).toEqual([]);
  });

  it('is in the picture, and stays through motion and what is kept of the picture before', () => {
    const places = placesOf(replay());
    const calm = sceneAt(run, places, size, 49, frame(50), false);
    const war = sceneAt(run, places, size, 50, frame(51), false);
    expect(calm.wars).toEqual([]);
    expect(war.wars).toHaveLength(4);
    expect(interpolateScenes(calm, war, 0.5).wars).toBe(war.wars);
    expect(reuseUnchanged(calm, war).wars).toBe(war.wars);
    expect(reuseUnchanged(war, calm).wars).toEqual([]);
    const still = standing(run, spreadOver(places, size), size, 49);
    expect(reuseUnchanged(calm, { ...calm, wars: still.wars })).toBe(calm);
  });

  it('is one tie where two meet twice in a tick, and the weightier one', () => {
    const twice = withEvents([fought(50, ['AUH', 'GER'], ['SRB']), fought(50, ['SRB'], ['GER'])]);
    const own = warMarksOf(twice, 50).filter(({ from, to }) => [from, to].includes(at('GER')));
    expect(own).toEqual([{ from: at('SRB'), to: at('GER'), main: true }]);
  });

  it('by a threat from outside comes in beside who is attacked', () => {
    const threatened = withEvents([fought(50, ['horde'], ['SRB', 'RUS'])], [{ id: 'horde', name: 'Horde' }]);
    const [mark] = warMarksOf(threatened, 50);
    expect(mark).toEqual({ from: undefined, to: at('SRB'), main: true });
    const nodes = sceneAt(threatened, placesOf(replay()), size, 50, undefined, false).nodes;
    const [[x, y], [endX, endY]] = warEnds(mark!, nodes);
    const node = nodes[at('SRB')]!;
    expect(Math.hypot(x - node.x, y - node.y)).toBeGreaterThan(node.r);
    expect(Math.hypot(endX - node.x, endY - node.y)).toBeCloseTo(node.r);
  });
});

describe('who is seen to pay less than its quota', () => {
  const run = toRunView(setting, replay());
  // What is seen is a share of the quota, whatever the unit of that is.
  it.each([
    [0.0002, 1, false],
    [0.0002, 0.5, true],
    [40, 1, false],
    [40, 0.95, false],
    [40, 0.5, true],
    [0, 0, false],
  ])('of a quota of %d a share of %d: %s', (quota, seen, short) => {
    const member = { joined: 0, effort: 0, benefit: 0, inequity: 0, leaves: -1 };
    const state = {
      ...frame(61),
      alliances: [{ id: 'dual', members: [{ ...member, actor: 'GER', quota, seen }] }] as never,
    };
    const { nodes } = sceneAt(run, placesOf(replay()), size, 60, state, false);
    expect(nodes[run.indexOf.get('GER')!]!.short.length > 0).toBe(short);
  });
});

it.each(Object.keys(histories) as (keyof typeof histories)[])('every belligerent of %s bears a tie', async (id) => {
  const scenario = histories[id];
  const run = toRunView(scenario as unknown as ScenarioView, await createSession().run({ scenario, seed: '2' }));
  for (const { tick, attackers, defenders } of warsOf(run.events)) {
    const tied = new Set(warMarksOf(run, tick).flatMap(({ from, to }) => [from, to]));
    const outside = [...attackers, ...defenders].some((one) => !run.indexOf.has(one));
    for (const one of outside ? defenders.slice(0, 1) : [...attackers, ...defenders])
      expect(tied.has(run.indexOf.get(one)), `${tick} ${one}`).toBe(true);
  }
});
