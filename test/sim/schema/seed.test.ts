import { describe, expect, it } from 'vitest';
import { isSeed, MOST_SEED } from '../../../sim/schema/seed.ts';

describe('a seed', () => {
  it.each(['1', '7.', ' 7', '🤝', 'é 7', '東', 'x'.repeat(120), 'x'.repeat(MOST_SEED), ' ', '\u200b', '\ud800'])(
    'may be any line of text: %j',
    (seed) => {
      expect(isSeed(seed)).toBe(true);
    },
  );

  it.each(['', 'x'.repeat(MOST_SEED + 1), 'a\nb', 'a\u0000', '\u007f', 5, null, undefined, { seed: '1' }])(
    'may be nothing else: %j',
    (seed) => {
      expect(isSeed(seed)).toBe(false);
    },
  );
});
