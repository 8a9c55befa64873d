import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../../sim/engine/run.ts';
import { play } from '../../../../../sim/history/record.ts';
import { seek } from '../../../../../sim/history/seek.ts';
import { bind } from '../../../../../sim/world/obligations.ts';
import { actor, eventsOf, model, only, replications, treaty } from '../../../builders.ts';
import { fighting, menaced, pact, type Treaties } from '../wars.ts';

describe('a hub', () => {
  const hub = (leader: string) =>
    treaty('hub', ['victim', 'friend', 'neutral'], { structure: 'hub', governance: 'hegemonic', leader });

  it('comes to its spoke’s defence, and no spoke to another’s', () => {
    const asked = replications(80, menaced([hub('friend')])).flatMap((history) =>
      eventsOf(history, 'honoured', 'reneged'),
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(asked.flatMap(({ who }) => who))).toEqual(new Set(['friend']));
    const all = replications(80, menaced([hub('victim')])).flatMap((history) =>
      eventsOf(history, 'honoured', 'reneged'),
    );
    expect(new Set(all.flatMap(({ who }) => who))).toEqual(new Set(['friend', 'neutral']));
  });

  it('gives a spoke to expect help of the hub alone, and binds anew when it is led by another', () => {
    const of = menaced([hub('friend')]);
    const world = start(of);
    const bond = (a: number, b: number) => world.derived.bonds[a * 3 + b]! & 1;
    expect([bond(0, 1), bond(1, 0), bond(1, 2), bond(0, 2), bond(2, 0)]).toEqual([1, 1, 1, 0, 0]);
    tick(
      begin(of, '1', [], () => {}),
      world,
    );
    const spoke = world.columns.support[0]!;
    // Beliefs err by about a seventh; twice as much is not one of those errors.
    expect(spoke).toBeGreaterThan(0.3);
    expect(world.columns.support[1]).toBeGreaterThan(1.5 * spoke);
    world.alliances[0]!.leader = 2;
    bind(world);
    expect([bond(0, 1), bond(0, 2), bond(2, 1)]).toEqual([0, 1, 1]);
  });

  it('is led by the strongest of those left once its leader leaves, and bound to that one', () => {
    const of = model({
      ticks: 6,
      actors: [actor('a'), actor('b', { resources: { arms: 300 } }), actor('c', { resources: { arms: 200 } })],
      treaties: [treaty('hub', ['a', 'b', 'c'], { structure: 'hub', leader: 'b', exitNotice: 0 })],
      mechanisms: only({ realign: [{ name: 'moves', parameters: { deliberation: 0 } }, { name: 'departures' }] }),
    });
    expect(start(of).alliances[0]!.leader).toBe(1);
    const history = play(of, '1', [{ kind: 'decide', tick: 2, actor: 'b', choice: { act: 'leave', alliance: 'hub' } }]);
    const { alliances, derived } = seek(history, 6);
    expect(alliances[0]!.leader).toBe(2);
    expect(derived.bonds[0 * 3 + 2]! & 1).toBe(1);
  });
});

describe('a scope', () => {
  const scoped = (against: string[]) => treaty('pact', ['victim', 'friend'], { against });

  it('calls against those it names and against nobody else', () => {
    const calls = (against: string[]) =>
      replications(80, menaced([scoped(against)])).flatMap((history) => eventsOf(history, 'honoured', 'reneged'))
        .length;
    expect(calls(['foe'])).toBeGreaterThan(5);
    expect(calls(['neutral'])).toBe(0);
  });

  it('counts as far as the danger felt comes from those it names', () => {
    const support = (treaties: Treaties, hostility: number) => {
      const of = model({
        ticks: 1,
        actors: [actor('victim'), actor('friend')],
        threats: ['one', 'two'].map((id, k) => ({
          id,
          name: id,
          strength: 100,
          hostility: { victim: k === 0 ? 0.4 : hostility },
        })),
        treaties,
        mechanisms: fighting({ aggression: 0 }),
      });
      return seek(play(of, '1'), 1).columns.support[0]!;
    };
    const against = (id: string) => [treaty('pact', ['victim', 'friend'], { against: [id] })];
    const whole = support([pact], 0.4);
    expect(whole).toBeGreaterThan(0.3);
    expect(support(against('one'), 0.4)).toBeCloseTo(whole / 2, 6);
    expect(support(against('one'), 0)).toBeCloseTo(whole, 6);
    expect(support(against('two'), 0)).toBe(0);
    // A narrower promise of the same ally takes nothing from a wider one.
    expect(support([...against('two'), treaty('wide', ['victim', 'friend'])], 0.4)).toBeCloseTo(whole, 6);
  });

  it('that names the foe makes the promise bind more', () => {
    const score = (more: Parameters<typeof treaty>[2]) =>
      replications(60, menaced([treaty('pact', ['victim', 'friend'], more)])).flatMap((history) =>
        eventsOf(history, 'honoured', 'reneged'),
      )[0]!.score!;
    expect(score({ against: ['foe'] })).toBeGreaterThan(score({}));
  });
});
