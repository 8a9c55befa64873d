import { describe, expect, it } from 'vitest';
import { checkedSeed } from '../../../sim/check/check.ts';

describe('a seed', () => {
  it.each(['1', 'Sarajevo 1914', '東'])('may be %s', (seed) => {
    expect(checkedSeed(seed)).toEqual({ value: seed });
  });
  it.each([
    ['empty', ''],
    ['two lines', 'a\nb'],
    ['two lines by any sign', 'a\u2028b'],
    ['two lines for a terminal', 'a\u0085b'],
    ['long', 'x'.repeat(201)],
    ['a number', 5],
    ['missing', undefined],
  ])('may not be %s', (_, seed) => {
    expect(checkedSeed(seed)).toEqual({
      faults: [{ path: 'seed', message: 'expected a text of 1 to 200 characters on one line' }],
    });
  });
});
