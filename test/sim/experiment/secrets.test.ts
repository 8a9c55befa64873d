import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { secretOf, withSecrets } from '../../../sim/experiment/secrets.ts';
import { digestsOf } from '../../../sim/history/digest-comparison.ts';
import { play } from '../../../sim/history/record.ts';
import type { Scenario } from '../../../sim/schema/scenario.ts';
import { classOfFive, SEATS } from '../class-of-five.ts';

const scenario = classOfFive();
const seeds = Array.from({ length: 3_000 }, (_, k) => `class-${k}`);
const drawn = (of: Scenario, seed: string): Record<string, string | undefined> =>
  Object.fromEntries(of.actors.map(({ id }) => [id, secretOf(of, seed, id)?.id]));

describe('the secret interest of a seat', () => {
  it('is each alternative equally often over the seeds, for every seat', () => {
    for (const actor of SEATS) {
      const counts = new Map<string, number>();
      for (const seed of seeds) {
        const { id } = secretOf(scenario, seed, actor)!;
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      // χ² with 2 degrees of freedom stays below 18.4 in all but one of ten thousand fair draws.
      const expected = seeds.length / 3;
      const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect([...counts.keys()].sort()).toEqual(['calm', 'closed', 'open']);
      expect(chi, actor).toBeLessThan(18.4);
    }
  });

  it('tells nothing of that of another seat', () => {
    const pairs = new Map<string, number>();
    for (const seed of seeds) {
      const pair = `${secretOf(scenario, seed, 'Alba')!.id} ${secretOf(scenario, seed, 'Brac')!.id}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    const expected = seeds.length / 9;
    const chi = [...pairs.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(pairs.size).toBe(9);
    // 8 degrees of freedom: one in ten thousand.
    expect(chi).toBeLessThan(31.8);
  });

  it('depends neither on the order of the actors nor on the others', () => {
    const turned = { ...scenario, actors: scenario.actors.toReversed() };
    const alone = {
      ...scenario,
      classroom: { ...scenario.classroom!, secrets: { Cres: scenario.classroom!.secrets.Cres! } },
    };
    for (const seed of seeds.slice(0, 200)) {
      expect(drawn(turned, seed)).toEqual(drawn(scenario, seed));
      expect(secretOf(alone, seed, 'Cres')).toBe(secretOf(scenario, seed, 'Cres'));
      expect(secretOf(alone, seed, 'Alba')).toBeUndefined();
    }
  });

  it('is none for an actor of the model, for a name that every object has, and where there is no class', () => {
    expect(secretOf(scenario, '1', 'Foca')).toBeUndefined();
    expect(secretOf(scenario, '1', 'constructor')).toBeUndefined();
    const { classroom: _, ...without } = scenario;
    expect(secretOf(without, '1', 'Alba')).toBeUndefined();
  });
});

describe('the scenario of a class', () => {
  it('has the positions that were drawn, and all else as it was', () => {
    for (const seed of seeds.slice(0, 50)) {
      const played = withSecrets(scenario, seed);
      for (const [k, { id, position }] of played.actors.entries())
        expect(position).toEqual({ ...scenario.actors[k]!.position, ...secretOf(scenario, seed, id)?.positions });
      expect({ ...played, actors: played.actors.map(({ position: _, ...rest }) => rest) }).toEqual({
        ...scenario,
        actors: scenario.actors.map(({ position: _, ...rest }) => rest),
      });
    }
  });

  it('draws the same again from what it has drawn', () => {
    for (const seed of seeds.slice(0, 50))
      expect(withSecrets(withSecrets(scenario, seed), seed)).toEqual(withSecrets(scenario, seed));
  });

  it('leaves the public scenario as it is, which tells nothing of a seed', () => {
    const before = JSON.stringify(scenario);
    for (const seed of seeds.slice(0, 50)) withSecrets(scenario, seed);
    expect(JSON.stringify(scenario)).toBe(before);
  });
});

it('a class and its lessons change no run', () => {
  const { classroom: _, teaching: __, ...plain } = scenario;
  expect(digestsOf(play(load(scenario), '1'))).toEqual(digestsOf(play(load(plain), '1')));
});
