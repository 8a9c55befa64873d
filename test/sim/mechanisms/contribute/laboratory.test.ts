import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shares } from '../../../../bench/validate/published/laboratory.ts';
import { analysisOf, classic } from '../../../../bench/validate/published/row.ts';
import { classics } from '../../../../scenarios/classics/index.ts';
import { check, faultSentence, setPath } from '../../../../sim/check/check.ts';
import { load } from '../../../../sim/engine/load.ts';
import { start } from '../../../../sim/engine/run.ts';
import { hex } from '../../../../sim/exact/hash.ts';
import { digestsOf } from '../../../../sim/history/digest-comparison.ts';
import { fork } from '../../../../sim/history/fork.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Model } from '../../../../sim/model/model.ts';
import type { Columns } from '../../../../sim/world/columns.ts';
import { digest } from '../../../../sim/world/state-digest.ts';
import { always } from '../../arbitrary.ts';
import { ask, type Found, mean, PLAIN, PUNISHED, placed, type Settings } from './laboratory-games.ts';

/** A model with any of its places set. */
function written(id: string, places: Record<string, number>): Model {
  const input = Object.entries(places).reduce<unknown>((given, [path, value]) => {
    const changed = setPath(given, path, JSON.stringify(value));
    if ('fault' in changed) throw new Error(faultSentence(changed.fault));
    return changed.input;
  }, classics[id]);
  const checked = check(input);
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return load(checked.value);
}
const lastOver = (id: string, settings: Settings, seeds = 40): number => {
  const model = classic(id, settings);
  return mean(
    Array.from({ length: seeds }, (_, seed) => (analysisOf(play(model, `m${seed}`)) as unknown as Found).lastShare),
  );
};

const games = fc.record({
  actors: fc.integer({ min: 2, max: 30 }),
  groupSize: fc.integer({ min: 2, max: 12 }),
  endowment: fc.constantFrom(0.01, 1, 20, 1e6),
  return: fc.constantFrom(0, 0.1, 0.25, 0.4, 0.75, 1, 1.5, 10),
  periods: fc.integer({ min: 1, max: 12 }),
  partners: fc.constantFrom(0, 1),
  punishment: fc.constantFrom(0, 1, 3, 100),
  price: fc.constantFrom(0, 1, 3, 100),
  conditional: fc.constantFrom(0, 0.5, 1),
  freeRiders: fc.constantFrom(0, 0.33, 1),
  humpShaped: fc.constantFrom(0, 0.14, 1),
  others: fc.constantFrom(0, 0.03, 1),
  noise: fc.constantFrom(0, 0.05, 1),
});

describe('the two published curves', () => {
  it('lie in their ranges with their whole intervals, over 200 seeds', () => {
    const without = shares.without();
    expect([without.low, without.high].every((x) => x > 0.05 && x < 0.15)).toBe(true);
    const punished = shares.punished();
    expect([punished.low, punished.high].every((x) => x > 0.85 && x < 0.95)).toBe(true);
  });

  it('come from one calibration: the two files differ by partners and punishment alone', () => {
    const [a, b] = [PLAIN, PUNISHED].map((id) => classics[id] as Record<string, Record<string, { value: number }>>);
    expect(a!.mechanisms).toEqual(b!.mechanisms);
    expect(a!.actors).toEqual(b!.actors);
    const changed = Object.keys(a!.parameters!).filter((k) => a!.parameters![k]!.value !== b!.parameters![k]!.value);
    expect(changed).toEqual(['partners', 'punishment']);
  });

  it('fall and rise in every period', () => {
    const course = (id: string) => {
      const model = classic(id);
      const runs = Array.from({ length: 60 }, (_, s) => (analysisOf(play(model, `c${s}`)) as unknown as Found).shares);
      return Array.from({ length: 10 }, (_, t) => mean(runs.map((run) => run[t]!)));
    };
    const fall = course(PLAIN);
    const rise = course(PUNISHED);
    for (let t = 1; t < 10; t++) {
      expect(fall[t]!).toBeLessThan(fall[t - 1]!);
      expect(rise[t]!).toBeGreaterThan(rise[t - 1]!);
    }
    expect(rise[0]!).toBeGreaterThan(fall[0]! + 0.05);
  });

  it('bend as experiments say: more return, larger groups and cheaper punishment keep more alive', () => {
    const base = lastOver(PLAIN, {});
    expect(lastOver(PLAIN, { return: 0.75 })).toBeGreaterThan(base);
    expect(lastOver(PLAIN, { groupSize: 12 })).toBeGreaterThan(base);
    const weak = lastOver(PUNISHED, { punishment: 1 });
    expect(weak).toBeGreaterThan(lastOver(PUNISHED, { punishment: 0 }));
    expect(weak).toBeLessThan(lastOver(PUNISHED, {}));
    expect(lastOver(PUNISHED, { price: 3 })).toBeLessThan(lastOver(PUNISHED, {}));
  });
});

describe('whatever is set', () => {
  it('every figure is a number, within its bounds, of its length', () => {
    always(games, (game) => {
      const found = ask(PUNISHED, game);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      for (const key of ['contributions', 'shares', 'points'] as const) expect(found[key]).toHaveLength(game.periods);
      found.shares.forEach((share, t) => {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.contributions[t]! / game.endowment).toBeCloseTo(share, 9);
      });
      expect(found.earnings).toHaveLength(game.actors);
      expect(found.types).toHaveLength(game.actors);
    });
  });

  it('earnings add up: w − g + m n g, less what punishing costs and takes', () => {
    always(games, (game) => {
      // Groups of one size, and punishment that leaves no one with less than nothing.
      const even = { ...game, actors: 3 * game.groupSize, punishment: 0 };
      const { contributions, meanEarnings } = ask(PUNISHED, even);
      const g = mean(contributions);
      const expected = game.endowment - g + game.return * game.groupSize * g;
      expect(meanEarnings / expected).toBeCloseTo(1, 9);
      const gentle = { ...even, punishment: 0.1, price: 0.5 };
      const found = ask(PUNISHED, gentle);
      const given = mean(found.contributions);
      const net = game.endowment - given + game.return * game.groupSize * given - 0.6 * mean(found.points);
      expect(Math.abs(found.meanEarnings - net)).toBeLessThan(1e-9 * game.endowment * 100);
    });
  });

  it('nothing but the unit of the endowment follows from the endowment', () => {
    for (const id of [PLAIN, PUNISHED])
      ask(id, { endowment: 20 }).shares.forEach((share, t) => {
        expect(ask(id, { endowment: 700 }).shares[t]!).toBeCloseTo(share, 9);
      });
  });

  it.each<[string, Settings, number]>([
    ['only free riders keep all', { conditional: 0, humpShaped: 0, others: 0, freeRiders: 1, noise: 0 }, 0],
    ['giving that pays by itself is given by all', { return: 1, others: 0, noise: 0 }, 1],
    ['far more so', { return: 5, others: 0, noise: 0 }, 1],
    ['giving that brings the group nothing is given by none', { return: 0.25, others: 0, noise: 0 }, 0],
    ['nor what brings nobody anything', { return: 0, others: 0, noise: 0 }, 0],
  ])('%s', (_, settings, share) => {
    for (const id of [PLAIN, PUNISHED]) {
      const game = { ...settings, periods: 4 };
      const { shares: course, earnings } = ask(id, game);
      expect(course).toEqual([share, share, share, share]);
      const m = settings.return ?? 0.4;
      for (const earned of earnings) expect(earned).toBeCloseTo(4 * 20 * (share === 1 ? 4 * m : 1), 9);
    }
  });

  it('conditional co-operators alone decay by the closed form', () => {
    const model = written(PLAIN, {
      'parameters.freeRiders': 0,
      'parameters.humpShaped': 0,
      'parameters.others': 0,
      'parameters.noise': 0,
      'mechanisms.contribute[0].parameters.spread': 0,
    });
    // κ = ½: e₀ = 1 − .4/2, a share 1 − .25/2 of it is given, half of the surprise is taken in.
    const expected = Array.from({ length: 10 }, (_, t) => 0.875 * 0.8 * (1 - 0.5 * 0.125) ** t);
    const { shares: course } = analysisOf(play(model, 'any')) as unknown as Found;
    course.forEach((share, t) => {
      expect(share).toBeCloseTo(expected[t]!, 12);
    });
  });
});

describe('what a person does', () => {
  it('counts: one whose group is cancelled keeps its endowment', () => {
    const model = classic(PUNISHED, { noise: 0 });
    const first = seek(play(model, '1'), 1).alliances[0]!;
    const history = play(model, '1', placed(model, [{ kind: 'cancel', tick: 4, what: 'treaty', id: first.id }]));
    const { columns } = seek(history, 6);
    for (const { actor } of first.members) expect([columns.effort[actor], columns.welfare[actor]]).toEqual([0, 1]);
    expect(Object.values(analysisOf(history)).flat()).not.toContain(null);
  });

  it('leaves to all others in other groups what they would have done', () => {
    const model = classic(PLAIN, { partners: 1 });
    const before = play(model, '1');
    const after = play(model, '1', placed(model, [{ kind: 'set', tick: 5, path: 'actors.S1.loyalty', value: 0.67 }]));
    const mine = seek(before, 1).alliances.find(({ members }) => members.some(({ actor }) => actor === 0))!;
    const [was, is] = [before, after].map((history) => seek(history, 9).columns.effort);
    const changed = Array.from(was!.keys()).filter((i) => was![i] !== is![i]);
    expect(changed).toContain(0);
    for (const i of changed) expect(mine.members.map(({ actor }) => actor)).toContain(i);
  });

  it('may make anyone a free rider', () => {
    const model = classic(PLAIN, { conditional: 1, freeRiders: 0, humpShaped: 0, others: 0, noise: 0 });
    const history = play(model, '1', placed(model, [{ kind: 'set', tick: 2, path: 'actors.S1.loyalty', value: 0 }]));
    expect((analysisOf(history) as unknown as Found).types.slice(0, 2)).toEqual(['free-rider', 'conditional']);
    expect(seek(history, 3).columns.effort[0]).toBe(0);
  });
});

describe('the record', () => {
  it('enters at any tick, forks to itself, and leaves alone what its mechanisms do not own', () => {
    for (const id of [PLAIN, PUNISHED]) {
      const history = play(classic(id, { periods: 30 }), 'r');
      const digests = digestsOf(history);
      for (const t of [1, 2, 17, 24, 25, 30]) expect(hex(...digest(seek(history, t)))).toBe(digests[t - 1]);
      const again = fork(history, 13, []);
      again.advance(Infinity);
      expect(digestsOf(again.history)).toEqual(digests);
      expect(analysisOf(again.history)).toEqual(analysisOf(history));
      const { live } = history.model.shape;
      const [first, last] = [start(history.model).columns, seek(history, 30).columns];
      for (const name of Object.keys(first) as (keyof Columns)[])
        if (!live.has(name)) expect([name, last[name]]).toEqual([name, first[name]]);
    }
  });
});
