import { describe, expect, it } from 'vitest';
import { stream } from '../../../../../sim/exact/random.ts';
import {
  contributionOf as answerOf,
  drawType,
  TYPES,
  temptationOf,
  typeOf,
} from '../../../../../sim/mechanisms/contribute/effort/contribution-types.ts';

describe('types', () => {
  it('are drawn by their weights, whatever these add up to', () => {
    const random = stream('s', 'types', 0);
    const count = (weights: number[]) => {
      const drawn = Array.from({ length: 8_000 }, () => drawType(weights, random));
      return TYPES.map((type) => drawn.filter((one) => one === type).length / 8_000);
    };
    count([2, 1, 0, 1]).forEach((part, k) => {
      expect(part).toBeCloseTo([0.5, 0.25, 0, 0.25][k]!, 1);
    });
    expect(count([0, 0, 0, 0])).toEqual([0, 0, 1, 0]);
    expect(count([0, 5, 0, 0])).toEqual([0, 1, 0, 0]);
  });

  it('stand in thirds of a loyalty', () => {
    expect([0, 0.1, 0.33, 0.6, 0.9, 1].map(typeOf)).toEqual([
      'free-rider',
      'free-rider',
      'hump-shaped',
      'other',
      'conditional',
      'conditional',
    ]);
  });

  it('answer by their schedules', () => {
    const of = (type: (typeof TYPES)[number], matched: number, temptation = 0.5) =>
      answerOf(type, matched, 0, temptation, 0.7);
    expect([0, 0.3, 1].map((x) => of('conditional', x))).toEqual([0, 0.3, 1]);
    expect([0, 0.25, 0.5, 0.75, 1].map((x) => of('hump-shaped', x))).toEqual([0, 0.25, 0.5, 0.25, 0]);
    expect([0, 0.5, 1].map((x) => of('free-rider', x))).toEqual([0, 0, 0]);
    expect([of('other', 0), of('other', 1, 0)]).toEqual([0.7, 0.7]);
    expect(of('free-rider', 0, 0)).toBe(1);
    expect(of('conditional', 1, 1)).toBe(0);
  });

  it('are tempted by (1 − m)/((n − 1) m), between 0 and 1', () => {
    expect(temptationOf(4, 0.4)).toBeCloseTo(0.5, 12);
    expect([temptationOf(4, 0), temptationOf(4, 0.1), temptationOf(4, 1), temptationOf(4, 3)]).toEqual([1, 1, 0, 0]);
  });
});
