import { describe, expect, it } from 'vitest';
import { analysisOf, classic } from '../../../../bench/validate/published/row.ts';
import { classics } from '../../../../scenarios/classics/index.ts';
import { MOST_LISTED } from '../../../../sim/analysis/minima.ts';
import { check, faultSentence } from '../../../../sim/check/check.ts';
import { load } from '../../../../sim/engine/load.ts';
import { hex } from '../../../../sim/exact/hash.ts';
import { digestsOf } from '../../../../sim/history/digest-comparison.ts';
import type { History } from '../../../../sim/history/history.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { digest } from '../../../../sim/world/state-digest.ts';
import { type Game, games, ID, named, plainEnergy, plainStep } from '../../analysis/landscape-games.ts';
import { always } from '../../arbitrary.ts';

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
