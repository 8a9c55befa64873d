import { describe, expect, it } from 'vitest';
import { analysisOf, classic } from '../../../../bench/validate/published/row.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { ask, type Found, mean, orders, PUNISHED, placed } from '../contribute/laboratory-games.ts';

describe('punishment', () => {
  const pair = { actors: 2, groupSize: 2, conditional: 1, freeRiders: 0, humpShaped: 0, others: 0, noise: 0 };

  it('takes, costs and teaches what it should: one who gave 20 and one who gave nothing', () => {
    const model = classic(PUNISHED, pair);
    const history = play(model, '1', placed(model, orders(['S1', 1], ['S2', 0])));
    const { welfare, threat } = seek(history, 1).columns;
    // Five points are wanted, half of the 8 earned pays for four: 12 are taken of 28, and half of that is the lesson.
    expect(welfare[0]! * 20).toBeCloseTo(8 - 4, 12);
    expect(welfare[1]! * 20).toBeCloseTo(28 - 12, 12);
    expect([threat[0], threat[1]]).toEqual([0, 0.3]);
    expect((analysisOf(history) as unknown as Found).points[0]).toBeCloseTo(2, 12);
    expect(history.events.filter(({ kind }) => kind === 'sanctioned')[0]).toMatchObject({
      who: ['S2'],
      by: 'peer-punishment',
    });
    expect(seek(history, 2).columns.rate[1]!).toBeGreaterThanOrEqual(0.3);
  });

  it('takes nobody’s last and more', () => {
    const model = classic(PUNISHED, { ...pair, punishment: 100 });
    const { welfare, threat } = seek(play(model, '1', placed(model, orders(['S1', 1], ['S2', 0]))), 1).columns;
    expect([welfare[1], threat[1]]).toEqual([0, 0.7]);
  });

  it('that takes nothing is not dealt, even where it is free', () => {
    expect(mean(ask(PUNISHED, { punishment: 0, price: 0 }).points)).toBe(0);
    expect(mean(ask(PUNISHED, { punishment: 3, price: 0 }).points)).toBeGreaterThan(0);
  });

  it('is dealt by conditional co-operators alone', () => {
    expect(mean(ask(PUNISHED, { conditional: 0 }).points)).toBe(0);
  });
});
