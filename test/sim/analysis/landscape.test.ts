import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysisNumber, analysisOf, classic } from '../../../bench/validate/published/row.ts';
import { classics } from '../../../scenarios/classics/index.ts';
import { enumerateMinima, MOST_ENUMERATED, MOST_LISTED, searchMinima } from '../../../sim/analysis/minima.ts';
import { check, faultSentence, setPath } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { hex } from '../../../sim/exact/hash.ts';
import { stream } from '../../../sim/exact/random.ts';
import { digestsOf } from '../../../sim/history/digests.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import { energyOf, type Pull, propensity } from '../../../sim/mechanisms/realign/landscape/energy.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { always } from '../arbitrary.ts';

const ID = 'classics/landscape';

/** A game, small whole numbers so that ties are frequent and sums exact. */
interface Game {
  sizes: number[];
  /** Row-major, the diagonal arbitrary. */
  propensities: number[];
}

const games = (least: number, most: number): fc.Arbitrary<Game> =>
  fc.integer({ min: least, max: most }).chain((n) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n }),
      propensities: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n * n, maxLength: n * n }),
    }),
  );

const pullIn =
  ({ sizes, propensities }: Game): Pull =>
  (i, j) => {
    const n = sizes.length;
    return sizes[i]! * sizes[j]! * ((propensities[i * n + j]! + propensities[j * n + i]!) / 2);
  };

/** By the definition: over ordered pairs, each energy from scratch. */
function plainEnergy(game: Game, side: readonly number[]): number {
  const n = game.sizes.length;
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i !== j && side[i] !== side[j]) sum += game.sizes[i]! * game.sizes[j]! * game.propensities[i * n + j]!;
  return sum;
}

const turned = (side: readonly number[], i: number): number[] => side.map((own, k) => (k === i ? 1 - own : own));
const named = (side: readonly number[]): number[] => side.map((own) => (own === side[0] ? 0 : 1));

function plainStep(game: Game, side: readonly number[]): number[] {
  let best = side;
  side.forEach((_, i) => {
    const other = turned(side, i);
    if (plainEnergy(game, other) < plainEnergy(game, best)) best = other;
  });
  return named(best);
}

function plainBottom(game: Game, from: readonly number[]): number[] {
  for (let side = named(from); ; ) {
    const next = plainStep(game, side);
    if (next.join() === side.join()) return side;
    side = next;
  }
}

const plainSurvey = (game: Game): Map<string, number> => {
  const n = game.sizes.length;
  const basins = new Map<string, number>();
  for (let x = 0; x < 2 ** (n - 1); x++) {
    const bottom = plainBottom(
      game,
      Array.from({ length: n }, (_, i) => (i === 0 ? 0 : Math.floor(x / 2 ** (i - 1)) % 2)),
    ).join();
    basins.set(bottom, (basins.get(bottom) ?? 0) + 1);
  }
  return basins;
};

describe('the survey of a landscape', () => {
  it('finds every local minimum, its energy and its basin', () => {
    always(games(1, 8), (game) => {
      const { valleys, minima, configurations } = enumerateMinima(game.sizes.length, pullIn(game));
      const plain = plainSurvey(game);
      expect(configurations).toBe(2 ** (game.sizes.length - 1));
      expect(minima).toBe(plain.size);
      expect(new Map(valleys.map(({ sides, basin }) => [sides.join(), basin]))).toEqual(plain);
      for (const { sides, energy } of valleys) expect(energy).toBe(plainEnergy(game, sides) + 0);
      expect(valleys.map(({ energy }) => energy)).toEqual(valleys.map(({ energy }) => energy).sort((a, b) => a - b));
    });
  });

  it('is the same in tenths, where equal sums differ in their last digit', () => {
    always(games(2, 8), (game) => {
      const whole = enumerateMinima(game.sizes.length, pullIn(game));
      const tenths = enumerateMinima(
        game.sizes.length,
        pullIn({
          sizes: game.sizes.map((x) => x / 10),
          propensities: game.propensities.map((x) => x / 10),
        }),
      );
      const basins = (survey: typeof whole) => survey.valleys.map(({ sides, basin }) => `${sides} ${basin}`).sort();
      expect(basins(tenths)).toEqual(basins(whole));
    });
  });

  it('that is drawn by lot knows true minima only, and no lower one than all there are', () => {
    always(games(2, 8), (game) => {
      const n = game.sizes.length;
      const drawn = searchMinima(n, pullIn(game), stream('seed', 'landscape', 0));
      const all = new Map(enumerateMinima(n, pullIn(game)).valleys.map(({ sides, energy }) => [sides.join(), energy]));
      for (const { sides, energy } of drawn.valleys) expect(all.get(sides.join())).toBe(energy);
      expect(drawn.valleys.reduce((sum, { basin }) => sum + basin, 0)).toBe(drawn.configurations);
    });
  });

  it('lists no more than anyone reads of a plain, where all configurations are minima', () => {
    const { minima, valleys, configurations } = enumerateMinima(MOST_ENUMERATED, () => 0);
    expect([minima, configurations, valleys.length]).toEqual([524_288, 524_288, MOST_LISTED]);
  });

  it('refuses more actors than can be enumerated', () => {
    expect(() => enumerateMinima(MOST_ENUMERATED + 1, () => 0)).toThrow('More than 20 actors');
  });
});

describe('a propensity', () => {
  const pairs = [1, 2, 3, 4, 5, 6];
  const full = [9, 1, 2, 3, 1, 9, 4, 5, 2, 4, 9, 6, 3, 5, 6, 9];
  it.each<[string, number | number[], (i: number, j: number) => number]>([
    ['one number', -2, () => -2],
    ['a list of one', [-2], () => -2],
    ['one a pair', pairs, (i, j) => full[i * 4 + j]!],
    ['one an ordered pair', full, (i, j) => full[i * 4 + j]!],
  ])('may be given as %s', (_, propensities, expected) => {
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++)
        if (i !== j) expect(propensity([{ weight: 1, propensities }], 4, i, j)).toBe(expected(i, j));
  });

  it('is the weighed sum of its factors, made symmetric', () => {
    const factors = [
      { weight: 2, propensities: [0, 3, -1, 0] },
      { weight: 0, propensities: 7 },
      { weight: 1, propensities: 1 },
    ];
    expect(propensity(factors, 2, 0, 1)).toBe(3);
    expect(propensity(factors, 2, 1, 0)).toBe(3);
  });
});

const settings = ({ sizes, propensities }: Game, more: Record<string, number | number[]> = {}) => ({
  sizes,
  propensities,
  ...more,
});

/** Sides after each tick, from the alliances alone; the first actor’s is 0. */
function sidesOver(history: History): number[][] {
  const n = history.model.shape.actors;
  return Array.from({ length: history.ticks }, (_, t) => {
    const { alliances } = seek(history, t + 1);
    const camp = alliances.map(({ members }) => members.map(({ actor }) => actor));
    for (const members of camp) expect(members.length).toBeGreaterThan(1);
    const of = (i: number): number => camp.findIndex((members) => members.includes(i));
    // Whoever is in no camp stands alone, and nobody else does.
    expect(Array.from({ length: n }, (_, i) => of(i)).filter((k) => k < 0).length).toBeLessThanOrEqual(n === 2 ? 2 : 1);
    return n === 2 && camp.length === 0 ? [0, 1] : named(Array.from({ length: n }, (_, i) => Math.abs(of(i) % 2)));
  });
}

describe('the descent', () => {
  it('takes the steepest step from wherever it starts, in the camps that the replay shows', () => {
    always(
      games(1, 7),
      (game) => {
        const history = play(classic(ID, settings(game, { ticks: 30 })), 'any');
        const found = analysisOf(history);
        const over = sidesOver(history);
        over.slice(1).forEach((side, k) => {
          expect(side).toEqual(plainStep(game, over[k]!));
        });
        expect(found.energy).toEqual(over.map((side) => plainEnergy(game, side) + 0));
        const frustration = found.finalFrustration as number[];
        expect(frustration.reduce((sum, f, i) => sum + f * game.sizes[i]!, 0)).toBeCloseTo(
          found.finalEnergy as number,
          9,
        );
        expect(found.finalSides).toEqual(over.at(-1)!.map((own) => own + 1));
        if ((found.minima as number) <= MOST_LISTED) expect(found.finalMinimum).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      },
      40,
    );
  });

  it('says of each change of side what it saves, term by term', () => {
    always(games(2, 9), (game) => {
      const history = play(classic(ID, settings(game, { ticks: 30 })), 'any');
      const energy = analysisOf(history).energy as number[];
      const moves = history.events.filter(({ score }) => score !== undefined);
      for (const { tick, because, score } of moves) {
        expect(because.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score!, 9);
        expect(energy[tick - 1]! - energy[tick]!).toBeCloseTo(score!, 9);
        expect(score).toBeGreaterThan(0);
      }
      const fell = energy.flatMap((e, t) => (t > 0 && e < energy[t - 1]! ? [t] : []));
      expect([...new Set(moves.map(({ tick }) => tick))]).toEqual(fell);
      expect(analysisOf(history).moves).toBe(fell.length);
    });
  });

  it('starts where it is told to', () => {
    const history = play(classic(ID, { start: [1, 2, 2, 1, 1, 2], ticks: 1 }), '1');
    expect(analysisOf(history).finalSides).toEqual([1, 2, 2, 1, 1, 2]);
    expect(analysisOf(play(classic(ID, { start: 2, ticks: 1 }), '1')).finalEnergy).toBe(0);
  });

  it('leaves nobody behind when one bloc falls apart and when it forms', () => {
    const apart = play(classic(ID, { sizes: [1, 1, 1], start: 1 }), '1');
    expect(analysisOf(apart)).toMatchObject({ finalSides: [1, 2, 2], moves: 1 });
    expect(apart.events.map(({ kind }) => kind)).toEqual(['founded', 'left']);
    const together = play(classic(ID, { sizes: [1, 1, 1, 1], propensities: 1, start: [1, 1, 2, 2] }), '1');
    expect(analysisOf(together)).toMatchObject({ finalSides: [1, 1, 1, 1], finalEnergy: 0, moves: 2 });
    expect(together.events.map(({ kind }) => kind)).toEqual([
      ...['founded', 'founded', 'left', 'dissolved', 'joined', 'joined'],
    ]);
  });

  it.each<[string, Record<string, number | number[]>, object]>([
    ['one actor', { sizes: [5] }, { configurations: 1, minima: 1, lowestEnergy: 0, lowestSplit: 'Actor 1 | nobody' }],
    ['two enemies', { sizes: [3, 2] }, { minima: 1, lowestEnergy: -12, finalSides: [1, 2] }],
    ['two friends', { sizes: [3, 2], propensities: 1 }, { minima: 1, lowestEnergy: 0, finalSides: [1, 1] }],
    ['nobody of any size', { sizes: [0, 0, 0] }, { minima: 4, lowestEnergy: 0, highestEnergy: 0, moves: 0 }],
    ['no propensity at all', { propensities: 0 }, { minima: 32, lowestEnergy: 0, highestEnergy: 0, moves: 0 }],
    ['a giant and a dwarf', { sizes: [1e6, 1e-6, 1e-6] }, { minima: 1, lowestEnergy: -4, finalSides: [1, 2, 2] }],
  ])('of %s is as it must be', (_, given, expected) => {
    expect(analysisOf(play(classic(ID, given), '1'))).toMatchObject(expected);
  });

  it('of more than twenty actors is surveyed by lot', () => {
    const sizes = Array.from({ length: 30 }, (_, k) => 1 + (k % 7));
    const found = analysisOf(play(classic(ID, { sizes, ticks: 40 }), '1'));
    expect(found).toMatchObject({ enumerated: false, configurations: 1_000 });
    // They add up to 115: 57 against 58 cannot be bettered.
    expect(found.lowestEnergy).toBe(-2 * 57 * 58);
  });

  it('lets players change sides first, and then goes on downhill', () => {
    const placed = (id: string, act: 'join' | 'leave', camp: string): Intervention[] => [
      { kind: 'decide', tick: 3, actor: id, choice: { act, alliance: camp } },
    ];
    const model = classic(ID, { sizes: [1, 1, 2], start: [1, 1, 2], ticks: 5 });
    const camp = seek(play(model, '1'), 1).alliances[0]!.id;
    const play3 = (interventions: Intervention[]) => {
      const history = play(model, '1', interventions);
      return { kinds: history.events.filter(({ tick }) => tick === 3).map(({ kind }) => kind), ...analysisOf(history) };
    };
    // Who goes over founds a camp with the third, and comes straight back: no other change lowers the energy as much.
    expect(play3(placed('A1', 'leave', camp))).toMatchObject({ energy: [-8, -8, -8, -8, -8] });
    expect(play3(placed('A1', 'leave', camp)).kinds.slice(0, 3)).toEqual(['left', 'dissolved', 'founded']);
    expect(play3(placed('A3', 'join', camp)).kinds).toEqual(['joined', 'left']);
    expect(play3(placed('A3', 'leave', camp)).kinds).toEqual(['no-occasion']);
    expect(play3([{ kind: 'decide', tick: 3, actor: 'A1', choice: { act: 'propose', to: 'A3' } }]).kinds).toEqual([
      'no-occasion',
    ]);
    expect(play3(placed('A1', 'leave', 'unheard-of')).kinds).toEqual(['no-occasion']);
  });

  it('starts from a scenario’s own treaties, however they overlap', () => {
    const treaties = (...groups: string[][]) =>
      groups.map((members, k) => ({ id: `T${k}`, name: `T${k}`, members: members.map((name) => `A${name}`) }));
    for (const groups of [
      [['1', '2']],
      [
        ['1', '2', '3'],
        ['3', '4'],
      ],
      [
        ['5', '6'],
        ['4', '5'],
        ['1', '6'],
      ],
    ]) {
      const checked = check({ ...(classics[ID] as object), treaties: treaties(...groups) });
      if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
      const history = play(load(checked.value), '1');
      const energy = analysisOf(history).energy as number[];
      energy.slice(1).forEach((e, t) => {
        expect(e).toBeLessThanOrEqual(energy[t]!);
      });
      for (const { members } of seek(history, history.ticks).alliances)
        expect(new Set(members.map(({ actor }) => actor)).size).toBe(members.length);
    }
  });

  it('of no tick has placed nobody', () => {
    const found = analysisOf(play(classic(ID), '1', [], { ticks: 0 }));
    expect(found.energy).toEqual([]);
    expect(found).not.toHaveProperty('finalSides');
  });

  it('is re-run from any tick to the same bits, whatever people do to it', () => {
    const placed: Intervention[] = [
      { kind: 'set', tick: 2, path: 'actors.A1.resources.size', value: 60 },
      { kind: 'set', tick: 40, path: 'dyads.A1.A2.hostility', value: 0.3 },
      { kind: 'set', tick: 50, path: 'actors.A1.resources.size', value: 1 },
    ];
    const plain = play(classic(ID, { ticks: 80 }), '4');
    const camps = seek(plain, 3).alliances.map(({ id }) => id);
    const cancelled = camps.map((id): Intervention => ({ kind: 'cancel', tick: 30, what: 'treaty', id }));
    for (const interventions of [placed, [...placed, cancelled[0]!], [...placed, ...cancelled]]) {
      const history = play(classic(ID, { ticks: 80 }), '4', interventions);
      const digests = digestsOf(history);
      for (const t of [1, 2, 3, 24, 25, 31, 32, 41, 51, 80])
        expect(hex(...digest(seek(history, t)))).toBe(digests[t - 1]);
      expect((analysisOf(history).energy as number[]).every(Number.isFinite)).toBe(true);
    }
  });
});

describe('what does not fit the actors', () => {
  it.each([
    [ID, 'propensities', '1,2,3', 'propensities: expected one number, 15 (one for each pair) or 36'],
    [ID, 'start', '1,2', 'start: expected one number, or 6 (one for each actor), got a list of 2'],
    [ID, 'start', '3', 'parameters.start: expected a whole number from 0 to 2, got 3'],
    [ID, 'sizes', '-1,2', 'parameters.sizes[0]: expected a number from 0'],
    ['classics/europe-1936', 'religionPairs', '1,2', '136 (one for each pair) or 289'],
  ])('is refused: %s, %s = %s', (id, name, text, expected) => {
    const changed = setPath(classics[id], `parameters.${name}`, text);
    const checked = check('input' in changed ? changed.input : undefined);
    expect('faults' in checked ? checked.faults.map(faultSentence).join('\n') : '').toContain(expected);
  });

  it('is told of as well where a split names a stranger', () => {
    const changed = setPath(classics['classics/europe-1936'], 'analyses.landscape.parameters.compare', '["USA"]');
    const checked = check('input' in changed ? changed.input : undefined);
    expect('faults' in checked && checked.faults.map(faultSentence)).toEqual([
      'analyses[0].parameters.compare[0]: unknown actor "USA"',
    ]);
  });
});

describe('Europe in 1936', () => {
  it('places the nations by luck in one valley or the other, nearly always the deeper', () => {
    const ended = Array.from({ length: 40 }, (_, seed) => {
      const found = analysisOf(play(classic('classics/europe-1936'), String(seed)));
      return found.finalMinimum as number;
    });
    expect(ended.filter((k) => k === 1).length).toBeGreaterThan(35);
    expect(ended.every((k) => k === 1 || k === 2)).toBe(true);
  });

  it('ends in the other valley with seed 205, as the scenario says', () => {
    expect(analysisOf(play(classic('classics/europe-1936'), '205')).finalMinimum).toBe(2);
  });

  it('agrees with the paper on the strength of government and history alone, as its caveats say', () => {
    const factors = ['ethnic', 'border', 'religion', 'government', 'history'];
    const agreeing = Array.from({ length: 31 }, (_, k) => {
      const kept = factors.filter((_, f) => ((k + 1) >> f) & 1);
      const weights = Object.fromEntries(factors.map((name) => [name, kept.includes(name) ? 1 : 0]));
      const placed = analysisNumber('classics/europe-1936', { ...weights, ticks: 1 }).minimumPlaced as number[];
      return placed[0]! >= 15 ? [kept] : [];
    }).flat();
    expect(agreeing).toHaveLength(8);
    for (const kept of agreeing) expect(kept).toEqual(expect.arrayContaining(['government', 'history']));
    expect((analysisNumber('classics/europe-1936', { religion: 2, ticks: 1 }).minimumPlaced as number[])[0]).toBe(11);
  });
});

it('an energy counts each pair twice', () => {
  expect(energyOf(2, () => -3, [0, 1])).toBe(-6);
  expect(energyOf(2, () => -3, [1, 1])).toBe(0);
});
